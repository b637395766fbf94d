"""Procedures, papers and places: their versions, the national catalogue and what an office knows itself."""
