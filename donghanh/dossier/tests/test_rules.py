"""Codes of the province, due dates and the sentence about a difference."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.workdays import Calendar
from donghanh.dossier import rules

CALENDAR = Calendar({}, {})
FRIDAY = datetime(2026, 11, 20, 15, 30)
CODES = [
    "H40.31-250925-0012",
    "000.01.12.H40.31-250925-0012",
    "G22-260101-000123",
    "H05.1.22-261120-123",
]
NOT_CODES = ["", "H40", "H40.31-2509-0012", "h40.31-250925-0012", "H40.31-250925-12", "C4D7HK"]


@pytest.mark.parametrize("code", CODES)
def test_codes_of_the_province(code: str) -> None:
    assert rules.is_official_code(code)
    spaced = " ".join(code.lower())
    assert rules.tidy_official_code(spaced) == code


@pytest.mark.parametrize("code", NOT_CODES)
def test_what_is_no_code(code: str) -> None:
    assert not rules.is_official_code(code)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    tidy = rules.tidy_official_code(text)
    rules.is_official_code(tidy)
    assert not any(c.isspace() for c in tidy)


@pytest.mark.parametrize(
    ("kind", "days", "on"),
    [
        ("same_day", None, date(2026, 11, 23)),
        ("working_days", 3, date(2026, 11, 25)),
        ("calendar_days", 10, date(2026, 11, 30)),
    ],
)
def test_due_by_kind(kind: str, days: int | None, on: date) -> None:
    due = rules.due(CALENDAR, kind, days, FRIDAY)
    assert due is not None and due.on == on


@pytest.mark.parametrize(
    ("kind", "days"), [("unknown", None), ("working_days", None), ("calendar_days", 0), ("x", 3)]
)
def test_unknown_term_gives_no_date(kind: str, days: int | None) -> None:
    assert rules.due(CALENDAR, kind, days, FRIDAY) is None


def test_difference_is_said_only_where_there_is_one() -> None:
    ours, theirs = date(2026, 11, 26), date(2026, 11, 30)
    assert rules.difference_words(ours, ours) == ""
    assert rules.difference_words(None, theirs) == rules.difference_words(ours, None) == ""
    assert "26/11/2026" in rules.difference_words(ours, theirs)
