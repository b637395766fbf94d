"""Feedback: how it went, by three faces."""
