"""Trying a scenario: the same made-up days under each discipline."""

from __future__ import annotations

from ..promises import kept
from .arrivals import commune_day
from .hall import Hall, Wait
from .records import Discipline, Outcome, Report, Scenario, ShareResult, Spread

PROMISING_EVERY = 4  # promises are looked at on every fourth day: they cost a whole order each


def simulate(scenario: Scenario) -> Report:
    """Return what each discipline makes of the same days. Some seconds for sixty days."""
    return Report(scenario, tuple(_share(scenario, share) for share in scenario.shares))


def _share(scenario: Scenario, share: int) -> ShareResult:
    return ShareResult(share, tuple(_outcome(scenario, share, each) for each in Discipline))


def _outcome(scenario: Scenario, share: int, discipline: Discipline) -> Outcome:
    waits: list[Wait] = []
    for day in range(scenario.days):
        promising = discipline == Discipline.OURS and day % PROMISING_EVERY == 0
        hall = Hall(discipline, scenario.counters, promising=promising)
        waits += hall.open(commune_day(scenario, share, day), scenario.extra)
    return Outcome(
        discipline,
        with_standing=Spread.of([one.minutes for one in waits if one.visitor.has_standing]),
        ordinary=Spread.of([one.minutes for one in waits if not one.visitor.has_standing]),
        everyone=Spread.of([one.minutes for one in waits]),
        promises_kept=_kept(waits),
    )


def _kept(waits: list[Wait]) -> float | None:
    found = [kept(*one.promised, one.minutes) for one in waits if one.promised]
    return sum(found) / len(found) if found else None
