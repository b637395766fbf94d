"""Who is called next. Pure: no database, no clock, no Django.

Priority accumulates (Kleinrock 1964; Stanford, Taylor and Ziedins 2014): everyone gathers points
with each minute of waiting, some faster, so that who stands first is called early and nobody waits
for ever. A cap on calls ahead of turn in a row bounds what a crowded morning can do to the others:
with n people before you, you are called within (AHEAD_RUN_MAX + 1) × (n + 1) calls, whoever comes
after you. docs/queue.md explains it to people; `donghanh simulate` runs these very functions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

FIRST_LEVEL = 1  # the next free counter, bounded only by the cap
ORDINARY_LEVEL = 9
# Chosen by simulation: at a quarter with standing, they wait less than half as long as first come
# first served would make them, the others at most a fifth longer (benchmarks/queue_fairness.py).
POINTS_A_MINUTE = {FIRST_LEVEL: 4.0, 2: 3.0, 3: 2.6, 4: 2.3, 5: 1.8, ORDINARY_LEVEL: 1.0}
EXPRESS_FACTOR = 2.0  # who only fetches or asks is done in a moment and gathers twice as fast
AHEAD_RUN_MAX = 2  # after two calls ahead of turn in a row, whoever waited longest is called

RECALLED_AFTER = timedelta(minutes=5)  # who did not come is left in peace for so long
ABSENCES_MAX = 3  # then the number is kept aside until its holder is seen again
BOOKED_HEAD_START = timedelta(minutes=20)  # a booked time counts as having come so early
BOOKED_EARLY = timedelta(minutes=10)  # and is called no earlier than this before its time
BOOKED_LATE = timedelta(minutes=15)  # who comes later than this waits as everyone does


class Errand(StrEnum):
    """What kind of matter a number waits for; the short ones go at express counters too."""

    FULL = "full"  # làm hồ sơ
    RESULT = "result"  # nhận kết quả
    QUESTION = "question"  # chỉ hỏi


class Place(NamedTuple):
    """A place in the line. `ticket_id` decides nothing; `number` breaks ties of an instant.

    Before `ready_at` a place is called only when nobody else waits.
    """

    ticket_id: int
    level: int
    waiting_since: datetime
    number: int
    errand: str = Errand.FULL
    ready_at: datetime | None = None


class Slot(NamedTuple):
    """Since when a newcomer counts as waiting, and before when not to call."""

    waiting_since: datetime
    ready_at: datetime | None


def next_to_call(line: Sequence[Place], *, at: datetime, run: int = 0) -> Place | None:
    """Return the place to call at an instant, None when nobody waits.

    `run`: how many calls ahead of turn were made in a row just before (see `run_of`).
    """
    ready = _ready(line, at)
    if not ready:
        return None
    if run >= AHEAD_RUN_MAX:
        return min(ready, key=_turn)
    return min(ready, key=lambda place: _rank(place, at))


def in_order(line: Sequence[Place], *, at: datetime, run: int = 0) -> list[Place]:
    """Return the line as it would be called if nobody else came, from an instant on."""
    ready = _ready(line, at)
    resting = sorted(set(line) - set(ready), key=_turn)
    by_rank, by_turn = sorted(ready, key=lambda p: _rank(p, at)), sorted(ready, key=_turn)
    ordered: list[Place] = []
    gone: set[int] = set()
    while len(ordered) < len(ready):
        oldest = _drop_gone(by_turn, gone)
        chosen = oldest if run >= AHEAD_RUN_MAX else _drop_gone(by_rank, gone)
        run = 0 if chosen == oldest else run + 1
        gone.add(chosen.ticket_id)
        ordered.append(chosen)
    return ordered + resting


def gathers_slowest(place: Place) -> bool:
    """Return whether nobody gathers slower: all who came earlier are called before."""
    return place.level == ORDINARY_LEVEL and place.errand == Errand.FULL


def before(own: Place, line: Iterable[Place], *, at: datetime, minutes_each: float) -> list[Place]:
    """Return who is called before a place, when a call is made every so many minutes.

    Points grow at different rates, so who has fewer points now may have more when the turn comes:
    the earliest instant is sought by which all who are ahead by then have been called.
    """
    alike: defaultdict[tuple[int, str], list[Place]] = defaultdict(list)
    for one in sorted(line, key=_turn):
        if one.ticket_id != own.ticket_id:
            alike[one.level, one.errand].append(one)
    soonest, latest = 0, sum(map(len, alike.values()))
    while soonest < latest:
        calls = (soonest + latest) // 2
        then = at + timedelta(minutes=calls * minutes_each)
        if sum(ahead for ahead, _ in _ahead_then(own, alike.values(), then)) <= calls:
            latest = calls
        else:
            soonest = calls + 1
    then = at + timedelta(minutes=latest * minutes_each)
    return [one for ahead, same in _ahead_then(own, alike.values(), then) for one in same[:ahead]]


def _ahead_then(
    own: Place, alike: Iterable[list[Place]], then: datetime
) -> Iterator[tuple[int, list[Place]]]:
    """Yield how many of each group are ahead of a place at an instant.

    Who gather alike rank as they came, so those ahead are the first of their group.
    """
    rank = _rank(own, then)
    for same in alike:
        yield bisect_left(same, rank, key=lambda one: _rank(one, then)), same


def is_ahead(place: Place, line: Iterable[Place], *, at: datetime) -> bool:
    """Return whether calling a place passes over someone who has waited longer."""
    return any(_turn(other) < _turn(place) for other in _ready(list(line), at))


def run_of(latest_ahead: Iterable[bool]) -> int:
    """Return the run of calls ahead of turn, from whether each call was, latest first."""
    return sum(1 for _ in takewhile(bool, latest_ahead))


def set_back(waiting_since: datetime, at: datetime) -> Slot:
    """Return the place of someone who was absent: called again, half of the wait kept."""
    half = waiting_since + (at - waiting_since) / 2 if at > waiting_since else at
    return Slot(half, at + RECALLED_AFTER)


def slot(joined_at: datetime, booked_at: datetime | None) -> Slot:
    """Return where someone with a booked time slots in; without one, at the end of the line.

    Who is late, or earlier than a booked time is worth, waits as everyone does: never worse.
    """
    if booked_at is None or joined_at > booked_at + BOOKED_LATE:
        return Slot(joined_at, None)
    if joined_at <= booked_at - BOOKED_HEAD_START:
        return Slot(joined_at, None)
    return Slot(booked_at - BOOKED_HEAD_START, booked_at - BOOKED_EARLY)


def level_kept(level: int, lowest: int) -> int:
    """Return a standing where the centre keeps only the levels down to `lowest`."""
    return level if level <= lowest else ORDINARY_LEVEL


def points(place: Place, at: datetime) -> float:
    """Return the points a place has gathered."""
    waited = max(at - place.waiting_since, timedelta()).total_seconds() / 60
    faster = 1.0 if place.errand == Errand.FULL else EXPRESS_FACTOR
    return POINTS_A_MINUTE[place.level] * faster * waited


def _ready(line: Sequence[Place], at: datetime) -> Sequence[Place]:
    return [p for p in line if p.ready_at is None or p.ready_at <= at] or line


def _turn(place: Place) -> tuple[datetime, int]:
    return place.waiting_since, place.number


def _rank(place: Place, at: datetime) -> tuple[bool, float, datetime, int]:
    first = place.level == FIRST_LEVEL
    return not first, 0.0 if first else -points(place, at), place.waiting_since, place.number


def _drop_gone(places: list[Place], gone: set[int]) -> Place:
    """Return the first place that is not gone; those gone before it are dropped for good."""
    while places[0].ticket_id in gone:
        places.pop(0)
    return places[0]
