"""Who is called next. Pure: no database, no clock, no Django.

Priority accumulates (Kleinrock 1964; Stanford, Taylor and Ziedins 2014): everyone gathers points
with each minute of waiting, some faster, so that who stands first is called early and nobody waits
for ever. A cap on priority calls in a row protects the ordinary line on a crowded morning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

PRIORITY_RUN_MAX = 2  # after two priority calls in a row at a series, someone else is called
ORDINARY_LEVEL = 9
POINTS_A_MINUTE = {1: 100.0, 2: 4.0, 3: 3.0, 4: 2.5, 5: 2.0, ORDINARY_LEVEL: 1.0}
MINUTES_A_VISIT = 10.0  # until the day has shown its own pace
PROMISE_STEP_MINUTES = 5


class Place(NamedTuple):
    """A place in the line. `ticket_id` decides nothing; `number` breaks ties of an instant."""

    ticket_id: int
    level: int
    waiting_since: datetime
    number: int


def next_to_call(
    line: Sequence[Place], *, at: datetime, latest_levels: Iterable[int] = ()
) -> Place | None:
    """Return the place to call at an instant, None when nobody waits.

    `latest_levels` are the levels of the calls already made today, latest first.
    """
    return next(iter(in_order(line, at=at, latest_levels=latest_levels)), None)


def in_order(
    line: Sequence[Place], *, at: datetime, latest_levels: Iterable[int] = ()
) -> list[Place]:
    """Return the line as it would be called if nobody else came, from an instant on."""
    first, others = split(line, at=at)
    run = sum(1 for _ in takewhile(lambda level: level != ORDINARY_LEVEL, latest_levels))
    ordered: list[Place] = []
    while first or others:
        take_other = bool(others) and (
            not first or run >= PRIORITY_RUN_MAX or _points(others[0], at) > _points(first[0], at)
        )
        ordered.append((others if take_other else first).pop(0))
        run = 0 if take_other else run + 1
    return ordered


def split(line: Sequence[Place], *, at: datetime) -> tuple[list[Place], list[Place]]:
    """Return (those with standing, the ordinary), each by points; equal standing is first come."""

    def key(place: Place) -> tuple[float, datetime, int]:
        return -_points(place, at), place.waiting_since, place.number

    with_standing = sorted((p for p in line if p.level != ORDINARY_LEVEL), key=key)
    ordinary = sorted((p for p in line if p.level == ORDINARY_LEVEL), key=key)
    return with_standing, ordinary


def _points(place: Place, at: datetime) -> float:
    waited = max(at - place.waiting_since, timedelta()).total_seconds() / 60
    return POINTS_A_MINUTE[place.level] * waited


def set_back(waiting_since: datetime, at: datetime) -> datetime:
    """Return the place of someone who was absent: half of the wait is kept, nobody is lost."""
    return waiting_since + (at - waiting_since) / 2 if at > waiting_since else at


def promise_minutes(before: int, counters: int, minutes_a_visit: float) -> tuple[int, int]:
    """Return a range of minutes until the call, rounded outward to five."""
    expected = before * minutes_a_visit / max(counters, 1)
    low = int(expected * 0.6) // PROMISE_STEP_MINUTES * PROMISE_STEP_MINUTES
    high = -(-int(expected * 1.5 + minutes_a_visit) // PROMISE_STEP_MINUTES)
    return low, high * PROMISE_STEP_MINUTES
