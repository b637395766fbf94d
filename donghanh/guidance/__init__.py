"""The personal checklist: what this person brings, what is missing, how long and how much."""
