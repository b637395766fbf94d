"""Booking: times that people choose beforehand, and a place in the line when they come."""
