"""In which order to fetch papers so that one travels least. Pure.

What is got at one place is fetched together; what another paper needs is fetched before it. The
number of trips is the smallest there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

STATES_MAX = 2_000  # looked at before we settle for a good order instead of the best


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to get at a place. `place` None: at home, no trip, and nothing comes before it.

    `after`: ids of errands to be done first. `at_once`: in hand before one leaves the place, so it
    serves there and then; anything else serves from the next trip on.
    """

    id: str
    place: str | None
    after: frozenset[str] = frozenset()
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Trip:
    """One visit to a place. `place` None: done at home. `here`: where one stands now."""

    place: str | None
    errands: tuple[str, ...]
    here: bool = False


Done = frozenset[str]


def plan(errands: Sequence[Errand], *, here: str | None = None) -> tuple[Trip, ...]:
    """Return every errand once, in the fewest trips: first what can be done here, then at home.

    Errands that wait for each other in a circle are broken open at the last of them; an `after`
    that is no errand of the list counts as done. Ids are unique.
    """
    known = {errand.id: errand for errand in _without_circles(errands)}
    trips: list[Trip] = []
    done: Done = frozenset()
    for place in dict.fromkeys((here, None)):
        if got := _visit(place, done, known):
            trips.append(Trip(place, got, here=place is not None))
            done |= set(got)
    return (*trips, *_shortest(done, known))


def _visit(
    place: str | None, done: AbstractSet[str], known: Mapping[str, Errand]
) -> tuple[str, ...]:
    """Return what one visit brings: all that can be had, given what is in hand."""
    in_hand, got = set(done), list[str]()
    waiting = [e for e in known.values() if e.place == place and e.id not in done]
    while ready := [e for e in waiting if e.after <= in_hand]:
        got += [errand.id for errand in ready]
        in_hand |= {errand.id for errand in ready if errand.at_once or place is None}
        waiting = [errand for errand in waiting if errand not in ready]
    return tuple(got)


def _shortest(done: Done, known: Mapping[str, Errand]) -> tuple[Trip, ...]:
    """Return the fewest trips that do the rest, looking at shorter ways first."""
    ways: list[tuple[Done, tuple[Trip, ...]]] = [(done, ())]
    seen, place = {done}, 0
    while len(ways[place][0]) < len(known):  # without circles some way always goes on
        so_far, trips = ways[place]
        for trip in _next(so_far, known, greedy=len(ways) > STATES_MAX):
            reached = so_far | set(trip.errands)
            if reached not in seen:
                seen.add(reached)
                ways.append((reached, (*trips, trip)))
        place += 1
    return ways[place][1]


def _next(done: Done, known: Mapping[str, Errand], *, greedy: bool) -> Iterator[Trip]:
    """Yield the trips worth trying. One that leaves nothing at its place is never a mistake."""
    places = dict.fromkeys(e.place for e in known.values() if e.id not in done)
    trips = [Trip(place, got) for place in places if (got := _visit(place, done, known))]
    for trip in trips:
        after = done | set(trip.errands)
        if all(e.id in after for e in known.values() if e.place == trip.place):
            yield trip
            return
    yield from (max(trips, key=lambda trip: len(trip.errands)),) if greedy else trips


def _without_circles(errands: Sequence[Errand]) -> list[Errand]:
    """Return the errands without any `after` that is unknown or closes a circle."""
    kept: dict[str, set[str]] = {errand.id: set() for errand in errands}
    for errand in errands:
        for first in sorted(errand.after & kept.keys()) if errand.place is not None else ():
            if not _leads(first, errand.id, kept):
                kept[errand.id].add(first)
    return [replace(errand, after=frozenset(kept[errand.id])) for errand in errands]


def _leads(start: str, end: str, edges: Mapping[str, set[str]]) -> bool:
    reached, ahead = {start}, [start]
    while ahead:
        for following in edges[ahead.pop()] - reached:
            reached.add(following)
            ahead.append(following)
    return end in reached
