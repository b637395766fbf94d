"""Procedures, papers, places, their versions; the national catalogue; what an office knows."""
