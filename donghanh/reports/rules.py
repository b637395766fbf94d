"""Figures from plain values. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waits:
    """Minutes waited: how many were called, mean, 95th percentile, longest; None for none."""

    called: int
    mean: float | None
    p95: float | None
    longest: float | None


def waits_of(minutes: Sequence[float]) -> Waits:
    """Return the summary of some waits. The percentile is the nearest rank."""
    if not minutes:
        return Waits(0, None, None, None)
    ordered = sorted(minutes)
    rank = -(-len(ordered) * 95 // 100)
    return Waits(len(ordered), sum(ordered) / len(ordered), ordered[rank - 1], ordered[-1])
