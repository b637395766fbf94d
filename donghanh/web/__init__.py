"""Web: the only room that knows HTTP. Screens by audience."""
