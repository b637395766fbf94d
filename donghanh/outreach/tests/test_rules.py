from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.outreach import rules

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((), date(2027, 5, 22)),
        ((None,), date(2027, 5, 22)),
        ((date(2027, 3, 1), date(2028, 1, 1)), date(2027, 3, 1)),
        ((TODAY,), date(2027, 5, 22)),
        ((date(2026, 11, 24),), date(2026, 11, 24)),
    ],
)
def test_the_first_change_to_come_or_half_a_year(
    changes: tuple[date | None, ...], expected: date
) -> None:
    assert rules.check_again_on(TODAY, changes) == expected


@given(DAYS, st.lists(st.none() | DAYS))
def test_a_print_is_always_looked_at_later_and_within_half_a_year(
    made_on: date, changes: list[date | None]
) -> None:
    day = rules.check_again_on(made_on, changes)
    assert made_on < day <= made_on + timedelta(days=rules.TRUSTED_DAYS)


def test_the_day_after_an_end() -> None:
    assert rules.day_after(date(2027, 2, 28)) == date(2027, 3, 1)
    assert rules.day_after(None) is None


ROWS = st.dictionaries(st.text(max_size=3), st.integers(0, 3), max_size=4)


@given(ROWS, ROWS)
def test_changed_names_are_all_that_differ(then: dict[str, int], now: dict[str, int]) -> None:
    names = rules.changed(then, now)
    assert (names == ()) == (then == now)
    assert list(names) == sorted(names)
    assert set(names) <= {*then, *now}


@given(st.integers(0, 400))
def test_who_reads_slowly_reads_to_the_end_and_nobody_waits_for_ever(syllables: int) -> None:
    stands = rules.reading_seconds("tiếng " * syllables)
    assert rules.STANDS_SECONDS_MIN <= stands <= rules.STANDS_SECONDS_MAX
    assert stands * rules.READ_SYLLABLES_A_SECOND >= min(syllables, 80)
