"""Instants are UTC, days are Vietnam's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base import clock

LATE_UTC = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)  # midnight of the 24th in Vietnam


def test_now_is_aware_and_moves() -> None:
    first = clock.now()
    assert first.tzinfo is UTC and clock.now() >= first


def test_local_day_begins_at_seventeen_utc() -> None:
    with clock.frozen(LATE_UTC):
        assert clock.today() == date(2026, 11, 24)
    with clock.frozen(LATE_UTC - timedelta(seconds=1)):
        assert clock.today() == date(2026, 11, 23)


def test_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        clock.local(datetime(2026, 11, 23, 9, 0))


def test_frozen_clock_nests_and_thaws() -> None:
    with clock.frozen(LATE_UTC):
        with clock.frozen(LATE_UTC + timedelta(hours=1)):
            assert clock.now() == LATE_UTC + timedelta(hours=1)
        assert clock.now() == LATE_UTC
    assert clock.now() != LATE_UTC


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_bounds_hold_exactly_their_day(day: date) -> None:
    start, end = clock.day_bounds(day)
    assert end - start == timedelta(days=1)
    assert clock.local(start).date() == day
    assert clock.local(end - timedelta(microseconds=1)).date() == day
    assert clock.local(end).date() == day + timedelta(days=1)


def test_wall_clock_time_as_instant() -> None:
    assert clock.at_local(date(2026, 11, 24), 15, 30) == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
