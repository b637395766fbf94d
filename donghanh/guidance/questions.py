"""Which questions are worth asking, the most telling first. Pure.

Every way of answering all questions leads to one answer (papers, time, fee). A question is asked
only when it changes that answer, and the one that leaves the least doubt comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import log2, prod
from typing import TypeVar

from . import rules

QUESTIONS_MAX = 5  # more than this and people give up
WAYS_MAX = 4_000  # beyond it the order of the file is good enough

Same = Callable[[rules.Ruled], Hashable]
"""What makes two rules say the same thing, whatever case they stand for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a person is told: places in the lists of the procedure; None where no rule fits."""

    papers: tuple[int, ...]
    time: int | None
    fee: int | None
    extras: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to every question, in the order of the questions, and where it leads."""

    choices: tuple[str, ...]
    outcome: Outcome


AnyCase = TypeVar("AnyCase", bound=rules.Case)


def ways(
    cases: Sequence[rules.Case],
    papers: Sequence[rules.Line],
    time: Sequence[rules.Ruled],
    fee: Sequence[rules.Ruled],
    extras: Sequence[rules.Ruled],
    same: Same,
) -> tuple[Way, ...]:
    """Return every way of answering; none at all when there are more than WAYS_MAX."""
    if prod(len(case.choices) for case in cases) > WAYS_MAX:
        return ()
    faces = [_faces(listed, same) for listed in (papers, time, fee, extras)]
    rules_of = [_Told(listed) for listed in (papers, time, fee, extras)]
    found = []
    for choices in product(*([choice.id for choice in case.choices] for case in cases)):
        counted = _counted(cases, choices)
        chosen = _chosen(papers, rules_of[0].fitting(counted))
        first = [next(iter(told.fitting(counted)), None) for told in rules_of[1:3]]
        outcome = Outcome(
            papers=tuple(sorted(faces[0][place] for place in chosen)),
            time=None if first[0] is None else faces[1][first[0]],
            fee=None if first[1] is None else faces[2][first[1]],
            extras=tuple(sorted({faces[3][place] for place in rules_of[3].fitting(counted)})),
        )
        found.append(Way(choices, outcome))
    return tuple(found)


def left(
    all_ways: Iterable[Way], cases: Sequence[rules.Case], counted: rules.Answers
) -> tuple[Way, ...]:
    """Return the ways that the answers given leave open. `counted`: answers that count."""
    fixed = [(place, counted[case.id]) for place, case in enumerate(cases) if case.id in counted]
    return tuple(
        way for way in all_ways if all(way.choices[place] == given for place, given in fixed)
    )


def telling(
    open_now: Sequence[AnyCase], cases: Sequence[rules.Case], open_ways: Sequence[Way]
) -> tuple[AnyCase, ...]:
    """Return those of the open questions that change the answer, the most telling first.

    Questions that tell as much keep their order. At most QUESTIONS_MAX. Without ways (there were
    too many) every open question is kept in its order.
    """
    if not open_ways:
        return tuple(open_now[:QUESTIONS_MAX])
    places = {case.id: place for place, case in enumerate(cases)}
    kept = [case for case in open_now if _changes(open_ways, places[case.id])]
    kept.sort(key=lambda case: -round(gain(open_ways, places[case.id]), 9))
    return tuple(kept[:QUESTIONS_MAX])


def gain(open_ways: Sequence[Way], place: int) -> float:
    """Return by how many bits the doubt shrinks on average when this question is answered."""
    groups: dict[str, list[Outcome]] = {}
    for way in open_ways:
        groups.setdefault(way.choices[place], []).append(way.outcome)
    after = sum(len(group) * _doubt(group) for group in groups.values()) / len(open_ways)
    return _doubt([way.outcome for way in open_ways]) - after


def _doubt(outcomes: Sequence[Outcome]) -> float:
    shares = (count / len(outcomes) for count in Counter(outcomes).values())
    return -sum(share * log2(share) for share in shares)


def _changes(open_ways: Sequence[Way], place: int) -> bool:
    """Whether two ways that differ in this answer alone lead to different outcomes."""
    seen: dict[tuple[str, ...], Outcome] = {}
    for way in open_ways:
        others = way.choices[:place] + way.choices[place + 1 :]
        if seen.setdefault(others, way.outcome) != way.outcome:
            return True
    return False


def _faces(listed: Sequence[rules.Ruled], same: Same) -> list[int]:
    first: dict[Hashable, int] = {}
    return [first.setdefault(same(rule), place) for place, rule in enumerate(listed)]


class _Told:
    """Rules of one list, looked up once for all ways that answer their cases alike."""

    def __init__(self, listed: Sequence[rules.Ruled]) -> None:
        self._whens = [rule.when for rule in listed]
        self._names = sorted({name for when in self._whens for name in when})
        self._seen: dict[tuple[str | None, ...], list[int]] = {}

    def fitting(self, counted: Mapping[str, str]) -> list[int]:
        """Return the places of the rules that apply."""
        key = tuple(counted.get(name) for name in self._names)
        if key not in self._seen:
            fits = (place for place, when in enumerate(self._whens) if _fits(when, counted))
            self._seen[key] = list(fits)
        return self._seen[key]


def _counted(cases: Sequence[rules.Case], choices: Sequence[str]) -> dict[str, str]:
    """Return the answers to questions asked in this way; a question names only those above it."""
    counted: dict[str, str] = {}
    for case, choice in zip(cases, choices, strict=True):
        if _fits(case.when, counted):
            counted[case.id] = choice
    return counted


def _fits(when: rules.When, counted: Mapping[str, str]) -> bool:
    for name, choices in when.items():  # a plain loop: this runs for every way of every procedure
        if counted.get(name) not in choices:
            return False
    return True


def _chosen(papers: Sequence[rules.Line], fitting: Iterable[int]) -> Iterable[int]:
    """Return the lines that stand for their papers, as `rules.papers_for` chooses them."""
    chosen: dict[str, int] = {}
    for place in fitting:
        line = papers[place]
        kept = chosen.get(line.paper)
        if kept is None or rules.demand(line) > rules.demand(papers[kept]):
            chosen[line.paper] = place
    return chosen.values()
