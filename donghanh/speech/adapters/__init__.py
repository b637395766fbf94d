"""Voices: one file each. None is needed: without a voice the chime sounds and the board shows."""
