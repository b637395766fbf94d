"""Speech: calling a number aloud, and the chime before it."""
