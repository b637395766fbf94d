"""The menu of the staff: what is needed all day in one row, the rest on one page."""
