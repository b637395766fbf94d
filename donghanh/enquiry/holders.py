"""Who holds a feature, pure: kept side by side in rows, for a question walks through thousands.

A list of pairs says the same, but each pair lies somewhere else in memory: measured, questions
cost twice as much and the index three times the memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping

Holders = tuple["array[int]", "array[float]"]
"""The numbers of those who hold a feature, and how much of it each holds."""


def held_by(number: int, part: float) -> Holders:
    """Return the holders of a feature that has one so far; more are appended to both rows."""
    return array("I", (number,)), array("d", (part,))


def largest(sums: Mapping[int, float], most: int) -> list[int]:
    """Return the numbers with the largest sums, largest first; equal ones in their order."""
    return sorted(sums, key=sums.__getitem__, reverse=True)[:most]
