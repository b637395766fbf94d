"""Reports: the numbers of a day, and what is kept of a visit once its day is over."""
