"""Papers that can only be had by first having them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from ..records import Paper, Procedure, RequiredPaper

Counts = Callable[[RequiredPaper], bool]
Steps = Mapping[str, Mapping[str, str]]
"""Procedure code -> the procedure that yields a paper it wants -> that paper."""


def hard_steps(procedures: Collection[Procedure], papers: Mapping[str, Paper]) -> Steps:
    """Return what nobody can go round: papers always handed in, with no substitute."""
    return _steps(procedures, papers, lambda p: p.how == "hand_in" and not (p.when or p.instead))


def soft_steps(procedures: Collection[Procedure], papers: Mapping[str, Paper]) -> Steps:
    """Return every paper one has to bring, in whatever case."""
    return _steps(procedures, papers, lambda p: p.how != "looked_up")


def _steps(procedures: Collection[Procedure], papers: Mapping[str, Paper], counts: Counts) -> Steps:
    steps: dict[str, dict[str, str]] = {}
    for procedure in procedures:
        for required in procedure.papers:
            paper = papers.get(required.paper)
            if paper and paper.yields and counts(required):
                steps.setdefault(procedure.code, {})[paper.yields] = paper.id
    return steps


def circles(steps: Steps) -> Iterator[tuple[str, ...]]:
    """Yield each circle of codes once, from its smallest code on. Walks every code, ends always."""
    seen: set[frozenset[str]] = set()
    for start in sorted(steps):
        circle = _circle_from(start, steps)
        if circle and frozenset(circle) not in seen:
            seen.add(frozenset(circle))
            yield circle


def _circle_from(start: str, steps: Steps) -> tuple[str, ...]:
    """Return the shortest way from a code back to itself, empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    reached: set[str] = set()
    for way in ways:
        for following in sorted(steps.get(way[-1], {})):
            if following == start:
                return way
            if following not in reached:
                reached.add(following)
                ways.append((*way, following))
    return ()
