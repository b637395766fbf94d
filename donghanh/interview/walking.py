"""Walks every way through a form without trying each: ways that agree on what is still to be looked
at are one. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from . import questions, rules
from .records import UNKNOWN, Condition, FormVersion, Question

Chosen = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk through every way found.

    `reached`: question → choices that lead to it. `lived`: the rows of conditions that held, as
    (question, where, row) with where "when" or "fills.2". `ways`: how many different ways.
    """

    reached: Mapping[str, Chosen]
    lived: frozenset[tuple[str, str, int]]
    ways: int


@dataclass(slots=True)
class _Ways:
    """Ways that agree on everything still to be looked at: how many, and one of them whole."""

    count: int
    example: Chosen = field(default_factory=dict)


State = frozenset[tuple[str, str]]


def walk(version: FormVersion) -> Walk:
    """Return what is reached, and how, over all answers to the questions that others depend on."""
    reached: dict[str, Chosen] = {}
    lived: set[tuple[str, str, int]] = set()
    states: dict[State, _Ways] = {frozenset(): _Ways(1)}
    for place, question in enumerate(version.questions):
        needed = _looked_at(version, place + 1)
        following: dict[State, _Ways] = {}
        for state, ways in states.items():
            chosen = dict(state)
            if not rules.holds(question.when, chosen):
                _meet(following, chosen, ways.example, ways.count, needed)
                continue
            reached.setdefault(question.id, ways.example)
            for option in _options(question, question.id in needed | _own(question)):
                told = chosen | ({question.id: option} if option else {})
                lived.update(_living(question, told))
                example = {**ways.example, **({question.id: option} if option else {})}
                _meet(following, told, example, ways.count, needed)
        states = following
    return Walk(reached, frozenset(lived), sum(ways.count for ways in states.values()))


def conditions(question: Question) -> Iterator[tuple[str, Condition]]:
    """Yield the conditions of a question and where they stand."""
    yield "when", question.when
    for number, fill in enumerate(question.fills):
        yield f"fills.{number}", fill.when
    for number, check in enumerate(question.checks):
        yield f"checks.{number}", check.when


def _living(question: Question, chosen: Chosen) -> Iterator[tuple[str, str, int]]:
    for where, condition in conditions(question):
        for number, row in enumerate(condition):
            if rules.row_holds(row, chosen):
                yield question.id, where, number


def _own(question: Question) -> set[str]:
    return {name for _, condition in conditions(question) for row in condition for name in row}


def _looked_at(version: FormVersion, place: int) -> set[str]:
    """Return the questions that conditions from a place on look at."""
    found = {name for question in version.questions[place:] for name in _own(question)}
    return found | {name for row in (version.gains.when if version.gains else ()) for name in row}


def _options(question: Question, matters: bool) -> tuple[str, ...]:
    if not matters or question.type not in questions.CHOSEN:
        return ("",)
    own = tuple(choice.id for choice in question.choices)
    return (*own, UNKNOWN) if question.unknown else own


def _meet(
    states: dict[State, _Ways], chosen: Chosen, example: Chosen, count: int, needed: set[str]
) -> None:
    state = frozenset((name, word) for name, word in chosen.items() if name in needed)
    ways = states.setdefault(state, _Ways(0, example))
    ways.count += count
