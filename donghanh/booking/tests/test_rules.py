"""Which times are offered, and which days will be busy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.opening import OpenSpell

from .. import rules
from ..records import Crowd, Timetable

MONDAY = date(2026, 11, 23)
EARLY = datetime(2026, 11, 22, 9)
MORNING = Timetable(1, 1, 0, time(8), time(10), 30, 2)


@given(
    st.integers(5, 120),
    st.integers(1, 20),
    st.lists(st.tuples(st.sampled_from(range(8, 11)), st.booleans()), max_size=30),
    st.booleans(),
    st.integers(0, 40),
)
def test_no_place_is_offered_twice(
    minutes: int, places: int, hours: list[tuple[int, bool]], from_home: bool, ahead: int
) -> None:
    times = replace(MORNING, minutes=minutes, places=places)
    booked = [(time(hour), home) for hour, home in hours]
    not_before = EARLY + timedelta(hours=ahead)
    free = rules.free(times, MONDAY, booked, from_home=from_home, not_before=not_before)
    for begins, left in free.items():
        assert 0 < left <= times.places - sum(1 for one, _ in booked if one == begins)
        wall = datetime.combine(MONDAY, begins)
        assert wall >= not_before and wall + timedelta(minutes=minutes) <= datetime(
            2026, 11, 23, 10
        )
    if from_home:
        home = sum(1 for _, at_home in booked if at_home)
        assert all(left <= rules.left_for_home(times, home) for left in free.values())


def test_what_is_left_from_home_is_there_for_who_telephones() -> None:
    assert rules.places_of_day(MORNING) == 8 and rules.left_for_home(MORNING, 0) == 5
    booked = [
        (time(8), True),
        (time(8), True),
        (time(9), True),
        (time(9), True),
        (time(9, 30), True),
    ]
    at_home = rules.free(MORNING, MONDAY, booked, from_home=True, not_before=EARLY)
    by_phone = rules.free(MORNING, MONDAY, booked, from_home=False, not_before=EARLY)
    assert at_home == {} and by_phone == {time(8, 30): 2, time(9, 30): 1}
    tuesday = MONDAY + timedelta(days=1)
    assert rules.free(MORNING, tuesday, [], from_home=False, not_before=EARLY) == {}


def test_carriers_have_times_of_their_own() -> None:
    carriers = replace(MORNING, for_many=True, field="Hộ tịch")
    assert rules.fits(carriers, field="Hộ tịch", many=True)
    assert not rules.fits(carriers, field="Hộ tịch", many=False)
    assert not rules.fits(carriers, field="Đất đai", many=True)
    assert rules.fits(MORNING, field="Đất đai", many=False)
    assert not rules.fits(MORNING, field="", many=True)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"closes": time(8)}, "closes"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 121}, "minutes"),
        ({"places": 0}, "places"),
        ({"minutes": 60, "closes": time(8, 30)}, "closes"),
        ({"opens": time(9)}, "opens"),
    ],
)
def test_wrong_hours_are_said_by_field(changed: dict[str, object], field: str) -> None:
    others = [MORNING] if field == "opens" else []
    typed = replace(MORNING, **changed)  # type: ignore[arg-type]
    assert list(rules.wrong_with(typed, others)) == [field]
    assert rules.wrong_with(replace(MORNING, opens=time(10), closes=time(11)), [MORNING]) == {}


def test_a_busy_day_is_known_from_those_before() -> None:
    past = [MONDAY - timedelta(days=ahead) for ahead in range(1, 57)]
    history = {day: 90 if day.weekday() == 0 else 60 if day.weekday() < 4 else 40 for day in past}
    week = [MONDAY + timedelta(days=ahead) for ahead in (0, 1, 4)]
    found = [rules.crowd(day, history, days_off_beside=2) for day in week]
    assert found == [Crowd.BUSY, Crowd.USUAL, Crowd.QUIET]
    beside = [rules.crowd(day, history, days_off_beside=3) for day in week]
    assert beside == [Crowd.BUSY, Crowd.MAYBE_BUSY, Crowd.MAYBE_BUSY], "a guess says maybe"
    history[past[6]] = 900  # one mobbed Monday
    assert rules.crowd(week[1], history, days_off_beside=0) is Crowd.USUAL
    few = dict(list(history.items())[:9])
    assert rules.crowd(MONDAY, few, days_off_beside=0) is Crowd.UNKNOWN
    assert rules.crowd(MONDAY, few, days_off_beside=3) is Crowd.MAYBE_BUSY


def test_no_time_lies_outside_the_hours_of_the_hall() -> None:
    spells = (OpenSpell(time(7, 30), time(9)), OpenSpell(time(13, 30), time(17)))
    assert list(rules.wrong_with(MORNING, [], spells)) == ["closes"]
    assert rules.wrong_with(replace(MORNING, closes=time(9)), [], spells) == {}
    found = rules.free(MORNING, MONDAY, [], from_home=False, not_before=EARLY, spells=spells)
    assert list(found) == [time(8), time(8, 30)]


def test_hours_are_said_as_people_do() -> None:
    assert rules.hour_words(datetime(2026, 1, 1, 14, 5)) == "14 giờ 05"
    assert rules.hour_words(datetime(2026, 1, 1, 8)) == "8 giờ"
