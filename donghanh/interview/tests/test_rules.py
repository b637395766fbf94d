"""Conditions, and checks between answers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.interview import rules
from donghanh.interview.records import UNKNOWN, Check, CheckKind, Given, Question, Value

from .samples import TODAY


def failing(
    kind: CheckKind,
    value: Value | None,
    other: Value | None = None,
    *,
    least: int | None = None,
    most: int | None = None,
) -> bool:
    check = Check("c", kind, "Không khớp.", False, "other", least, most)
    question = Question("q", "date", "", "", "", "", None, checks=(check,))
    answers = {"q": Given(value), **({"other": Given(other)} if other is not None else {})}
    return bool(rules.concerns(question, answers, TODAY))


@pytest.mark.parametrize(
    ("fails", "expected"),
    [
        (failing("not_future", "2026-11-21"), False),
        (failing("not_future", "2026-11-22"), True),
        (failing("not_future", "2026"), False),
        (failing("not_future", None), False),
        (failing("years_old", "2012-11-22", least=14), True),
        (failing("years_old", "2012-11-21", least=14), False),
        (failing("years_old", "2012", least=14), False),
        (failing("years_old", "1900", most=110), True),
        (failing("years_after", "2026-01-01", None, least=1), False),
        (failing("years_after", "1990-01-01", "1995", least=1), True),
        (failing("years_after", "2026-01-01", "1995", least=12, most=60), False),
        (failing("days_ago", "2026-09-22", most=60), False),
        (failing("days_ago", "2026-09-21", most=60), True),
        (failing("days_ago", "2026-09-21"), False),
        (failing("between", 0, least=1), True),
        (failing("between", 21, most=20), True),
        (failing("between", 20, least=1), False),
        (failing("differs", "012345678", "012345678"), True),
        (failing("differs", "012345678"), False),
        (failing("differs", {"paper": "a", "number": "1"}, {"paper": "b", "number": "1"}), True),
        (failing("differs", {"paper": "a"}, {"paper": "a"}), False),
    ],
)
def test_checks(fails: bool, expected: bool) -> None:
    assert fails is expected


def test_what_asks_is_silent_once_confirmed() -> None:
    check = Check("lau", "days_ago", "Lâu quá?", True, most=60)
    question = Question("q", "date", "", "", "", "", None, checks=(check,))
    (found,) = rules.concerns(question, {"q": Given("2020")}, TODAY)
    assert found == rules.Concern("q", "lau", "Lâu quá?", True)
    assert rules.concerns(question, {"q": Given("2020", ("lau",))}, TODAY) == ()
    assert rules.concerns(question, {}, TODAY) == ()


def test_conditions() -> None:
    rows = ({"a": ("x",), "b": ("y", "z")}, {"c": (UNKNOWN,)})
    assert rules.holds((), {})
    assert rules.holds(rows, {"a": "x", "b": "z"})
    assert rules.holds(rows, {"c": rules.chosen_word(Given(None))})
    assert not rules.holds(rows, {"a": rules.chosen_word(Given("x"))})


@given(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.dates(date(1900, 1, 1), date(2030, 1, 1)))
def test_years_turn_round_with_their_ends(start: date, end: date) -> None:
    years = rules.years_between(start, end)
    assert (years >= 0) == (start <= end)
    assert abs((end - start).days / 365.25 - years) < 1.01
    whole = rules.span(start.isoformat())
    month = rules.span(start.isoformat()[:7])
    year = rules.span(start.isoformat()[:4])
    assert year.first <= month.first <= whole.first == start == whole.last <= month.last
    assert month.last <= year.last == date(start.year, 12, 31)
