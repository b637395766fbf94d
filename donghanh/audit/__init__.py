"""Audit: who did what to what, and when. Append-only; ids and verbs, never names or needs."""
