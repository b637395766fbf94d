"""Conditions over earlier answers, and what does not fit together in the answers. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from .records import UNKNOWN, Answers, Check, Condition, Given, Question, Value


@dataclass(frozen=True, slots=True)
class Concern:
    """A check that an answer does not pass. `asks`: the person may say that it is so."""

    question_id: str
    check_id: str
    words: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date may mean: one day, or a whole month or year when parts are missing."""

    first: date
    last: date


def holds(condition: Condition, chosen: Mapping[str, str]) -> bool:
    """Whether one row holds; no row at all holds always. `chosen`: question → choice's id."""
    return not condition or any(row_holds(row, chosen) for row in condition)


def row_holds(row: Mapping[str, tuple[str, ...]], chosen: Mapping[str, str]) -> bool:
    """Whether each question of a row has one of the choices named."""
    return all(chosen.get(question) in choices for question, choices in row.items())


def chosen_word(given: Given) -> str:
    """Return what a condition row calls an answer."""
    return UNKNOWN if given.value is None else str(given.value)


def concerns(question: Question, answers: Answers, today: date) -> tuple[Concern, ...]:
    """Return the checks that a question's answer does not pass and nobody has confirmed."""
    given = answers.get(question.id)
    if given is None or given.value is None:
        return ()
    chosen = {place: chosen_word(one) for place, one in answers.items()}
    return tuple(
        Concern(question.id, check.id, check.words, check.asks)
        for check in question.checks
        if holds(check.when, chosen)
        and not (check.asks and check.id in given.sure)
        and not _passes(check, given.value, _value(answers, check.other), today)
    )


def span(value: str) -> Span:
    """Return the days that "1950", "1950-03" or "1950-03-05" may mean."""
    parts = [int(part) for part in value.split("-")]
    year, months, days = parts[0], parts[1:2], parts[2:3]
    first, last = (months or [1])[0], (months or [12])[0]
    end = (days or [calendar.monthrange(year, last)[1]])[0]
    return Span(date(year, first, (days or [1])[0]), date(year, last, end))


def years_between(start: date, end: date) -> int:
    """Return whole years from one day to another, below 0 when the second comes first."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _value(answers: Answers, question_id: str) -> Value | None:
    given = answers.get(question_id)
    return given.value if given else None


def _passes(check: Check, value: Value, other: Value | None, today: date) -> bool:
    return _PASSES[check.kind](check, value, other, today)


def _not_future(check: Check, value: Value, other: Value | None, today: date) -> bool:
    return span(str(value)).first <= today


def _years_old(check: Check, value: Value, other: Value | None, today: date) -> bool:
    return _years_fit(check, span(str(value)), Span(today, today))


def _years_after(check: Check, value: Value, other: Value | None, today: date) -> bool:
    return other is None or _years_fit(check, span(str(other)), span(str(value)))


def _years_fit(check: Check, start: Span, end: Span) -> bool:
    """Whether the years between may lie in the limits: what is not certain is let through."""
    most_possible = years_between(start.first, end.last)
    least_possible = years_between(start.last, end.first)
    too_few = check.least is not None and most_possible < check.least
    too_many = check.most is not None and least_possible > check.most
    return not too_few and not too_many


def _days_ago(check: Check, value: Value, other: Value | None, today: date) -> bool:
    return check.most is None or (today - span(str(value)).last).days <= check.most


def _between(check: Check, value: Value, other: Value | None, today: date) -> bool:
    number = int(str(value))
    too_small = check.least is not None and number < check.least
    return not too_small and (check.most is None or number <= check.most)


def _differs(check: Check, value: Value, other: Value | None, today: date) -> bool:
    return other is None or not _told_apart(value) or _told_apart(value) != _told_apart(other)


def _told_apart(value: Value) -> Value:
    """Return the number of a paper, and anything else whole."""
    return value.get("number", "") if isinstance(value, dict) else value


_PASSES: Mapping[str, Callable[[Check, Value, Value | None, date], bool]] = {
    "not_future": _not_future,
    "years_old": _years_old,
    "years_after": _years_after,
    "days_ago": _days_ago,
    "between": _between,
    "differs": _differs,
}
