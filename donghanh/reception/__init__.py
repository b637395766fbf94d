"""Reception: a visit: what for, what makes it hard, what helps."""
