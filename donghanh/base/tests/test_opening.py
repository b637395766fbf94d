"""Hours of opening use up a term given in hours."""

from __future__ import annotations

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.opening import OpenSpell, hours_and_minutes, spend

DAY = [OpenSpell(time(7, 30), time(11, 30)), OpenSpell(time(13), time(17))]


def test_term_that_ends_before_noon() -> None:
    assert spend(timedelta(hours=2), time(8), DAY) == (timedelta(hours=2), time(10))


def test_term_that_goes_on_after_the_break() -> None:
    assert spend(timedelta(hours=4), time(9), DAY) == (timedelta(hours=4), time(14, 30))


def test_term_longer_than_the_day() -> None:
    assert spend(timedelta(hours=20), time(7), DAY) == (timedelta(hours=8), time(17))


def test_after_closing_nothing_is_spent() -> None:
    assert spend(timedelta(hours=1), time(18), DAY) == (timedelta(), time(18))


@given(st.integers(0, 600), st.times())
def test_never_more_than_was_left_nor_than_the_day_has(minutes: int, since: time) -> None:
    left = timedelta(minutes=minutes)
    used, _ = spend(left, since, DAY)
    assert timedelta() <= used <= min(left, timedelta(hours=8))


def test_length_in_words() -> None:
    assert hours_and_minutes(timedelta(hours=7, minutes=30)) == "7 giờ 30 phút"
    assert hours_and_minutes(timedelta(hours=2)) == "2 giờ"
