"""Ways out of the house: one file each. None is needed: without one a person calls or writes."""
