"""What each address may answer with, told once: the answer itself, and the ways to fail."""

from __future__ import annotations

from .shapes import Problem, Whole

FAILURES = (404, 422, 429, 503)
BY_ALIAS = True  # "schema" is no name for a field in Python


def answers(shape: type[Whole]) -> dict[int, type[Whole]]:
    """Return the documented answers of an address."""
    return {200: shape, **dict.fromkeys(FAILURES, Problem)}
