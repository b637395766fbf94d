"""Listening to what stands on a page: by a press, the very words, and only words of ours."""
