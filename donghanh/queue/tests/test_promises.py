"""How long until the call, and until when a number can still be kept."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.opening import OpenSpell
from donghanh.queue.promises import (
    MINUTES_A_VISIT,
    STEP_MINUTES,
    Prospect,
    kept,
    last_ticket_at,
    over_the_break,
    pace,
    promise_minutes,
)
from tests.people import ZONE

HALVES = (OpenSpell(time(7), time(11, 30)), OpenSpell(time(13, 30), time(17)))
DAY = datetime(2026, 11, 23, tzinfo=ZONE)


def clock(hour: int, minute: int = 0) -> datetime:
    return DAY.replace(hour=hour, minute=minute)


@given(st.integers(0, 200), st.integers(0, 8), st.floats(1, 60))
def test_promise_is_an_honest_range(before: int, desks: int, minutes: float) -> None:
    low, high = promise_minutes(before, Prospect(minutes, desks))
    assert low % STEP_MINUTES == high % STEP_MINUTES == 0
    assert 0 <= low <= before * minutes / max(desks, 1) <= high >= STEP_MINUTES


@given(st.integers(0, 200), st.integers(1, 8))
def test_more_people_before_never_promise_less(before: int, desks: int) -> None:
    prospect = Prospect(10, desks)
    assert promise_minutes(before, prospect) <= promise_minutes(before + 1, prospect)


def test_pace_begins_as_expected_and_follows_the_day() -> None:
    assert pace([]) == MINUTES_A_VISIT
    assert MINUTES_A_VISIT > pace([4] * 8) > pace([4] * 80) > 4


@pytest.mark.parametrize(
    ("at", "minutes", "by_the_clock"),
    [
        (clock(9), 30, 30),
        (clock(11), 60, 60 + 120),  # half before the break, half after
        (clock(12), 10, 90 + 10),  # taken in the break
        (clock(6, 30), 5, 30 + 5),  # taken before opening
        (clock(16, 50), 30, 30),  # past closing counts on
        (clock(18), 30, 30),
    ],
)
def test_break_is_added(at: datetime, minutes: int, by_the_clock: int) -> None:
    assert over_the_break(minutes, at, HALVES) == by_the_clock


def test_without_hours_nothing_is_added() -> None:
    assert over_the_break(25.5, clock(11), ()) == 25
    assert last_ticket_at(clock(11), 5, Prospect(10, 1)) is None


@pytest.mark.parametrize(
    ("waiting", "desks", "last"),
    [
        (0, 1, clock(16, 50)),
        (11, 1, clock(15)),
        (11, 2, clock(16)),
        (29, 1, clock(10)),  # the afternoon is full: the rest must fit before the break
        (500, 1, clock(7)),  # not even a whole day would do
    ],
)
def test_last_ticket_leaves_room_for_all_who_wait(waiting: int, desks: int, last: datetime) -> None:
    assert last_ticket_at(clock(9), waiting, Prospect(10, desks, HALVES)) == last


@given(st.integers(0, 300), st.integers(1, 6))
def test_one_more_waiting_never_makes_the_last_ticket_later(waiting: int, desks: int) -> None:
    prospect = Prospect(10, desks, HALVES)
    now, then = (last_ticket_at(clock(9), n, prospect) for n in (waiting, waiting + 1))
    assert now is not None and then is not None
    assert then <= now <= clock(17) - timedelta(minutes=10 / desks)


def test_promise_is_kept_within_its_range() -> None:
    assert kept(10, 20, 10) and kept(10, 20, 20) and kept(10, 20, 5)
    assert not kept(10, 20, 4) and not kept(10, 20, 21)
