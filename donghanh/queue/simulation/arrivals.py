"""Who comes on a made-up day, and for how long."""

from __future__ import annotations

import random
from collections.abc import Iterator

from ..rules import ORDINARY_LEVEL
from .records import (
    LEVEL_SHARES,
    MINUTES_AT_WORK,
    RUSH_MINUTES,
    RUSH_SHARE,
    VARIATION,
    Scenario,
    Visitor,
)


def commune_day(scenario: Scenario, share: int, day: int) -> list[Visitor]:
    """Return the visitors of a day in order of coming; the same for the same seed and day."""
    chance = random.Random(f"{scenario.seed}:{day}")  # noqa: S311 - a made-up day, not a secret
    visitors = [
        Visitor(arrives, _length(chance, scenario.minutes_a_visit), _level(chance, share))
        for arrives in sorted(_arrival(chance) for _ in range(scenario.visits))
    ]
    return visitors


def poisson(
    chance: random.Random, rate: float, minutes_a_visit: float, share: float, level: int
) -> Iterator[Visitor]:
    """Yield visitors without end, as the textbook formulas have them."""
    arrives = 0.0
    while True:
        arrives += chance.expovariate(rate)
        own = level if chance.random() < share else ORDINARY_LEVEL
        yield Visitor(arrives, chance.expovariate(1 / minutes_a_visit), own)


def _arrival(chance: random.Random) -> float:
    if chance.random() < RUSH_SHARE:
        return chance.uniform(0, RUSH_MINUTES)
    return chance.uniform(RUSH_MINUTES, MINUTES_AT_WORK)


def _length(chance: random.Random, mean: float) -> float:
    """Return the length of a visit: gamma, as lengths of service usually look."""
    shape = 1 / VARIATION**2
    return chance.gammavariate(shape, mean / shape)


def _level(chance: random.Random, share: int) -> int:
    has_standing, which = chance.random() * 100 < share, chance.random()
    if not has_standing:
        return ORDINARY_LEVEL
    for level, part in LEVEL_SHARES.items():
        which -= part
        if which < 0:
            return level
    return max(LEVEL_SHARES)
