"""Who is called next: standing counts, waiting counts, nobody waits for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from donghanh.queue.rules import (
    ORDINARY_LEVEL,
    POINTS_A_MINUTE,
    PRIORITY_RUN_MAX,
    PROMISE_STEP_MINUTES,
    Place,
    in_order,
    next_to_call,
    promise_minutes,
    set_back,
    split,
)

NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LEVELS = st.sampled_from(sorted(POINTS_A_MINUTE))


def place(number: int, level: int = ORDINARY_LEVEL, waited: float = 0.0) -> Place:
    return Place(number, level, NINE - timedelta(minutes=waited), number)


LINES = st.lists(st.tuples(LEVELS, st.floats(0, 300)), max_size=25).map(
    lambda rows: [place(n, level, waited) for n, (level, waited) in enumerate(rows, start=1)]
)
LATEST = st.lists(LEVELS, max_size=5)


def test_nobody_waits() -> None:
    assert next_to_call([], at=NINE) is None


def test_equal_standing_is_first_come() -> None:
    assert next_to_call([place(2, waited=5), place(1, waited=9)], at=NINE) == place(1, waited=9)


def test_same_instant_goes_by_number() -> None:
    assert [p.number for p in in_order([place(3), place(1), place(2)], at=NINE)] == [1, 2, 3]


def test_standing_is_called_before_who_came_a_little_earlier() -> None:
    assert next_to_call([place(1, waited=10), place(2, 4, waited=8)], at=NINE) == place(2, 4, 8)


def test_long_wait_outweighs_a_late_standing() -> None:
    assert next_to_call([place(1, waited=60), place(2, 5, waited=5)], at=NINE) == place(1, 9, 60)


def test_third_call_in_a_row_is_for_someone_else() -> None:
    line = [place(1, 2, 30), place(2, ORDINARY_LEVEL, 1)]
    latest = [2] * PRIORITY_RUN_MAX
    assert next_to_call(line, at=NINE, latest_levels=latest) == line[1]
    assert next_to_call(line, at=NINE, latest_levels=[*latest[1:], ORDINARY_LEVEL]) == line[0]


@given(LINES, LATEST)
def test_order_holds_everyone_once(line: list[Place], latest: list[int]) -> None:
    assert sorted(in_order(line, at=NINE, latest_levels=latest)) == sorted(line)


@given(LINES, LATEST)
def test_next_is_the_head_of_the_order(line: list[Place], latest: list[int]) -> None:
    order = in_order(line, at=NINE, latest_levels=latest)
    assert next_to_call(line, at=NINE, latest_levels=latest) == (order[0] if order else None)


@given(LINES)
def test_order_does_not_depend_on_how_the_line_was_read(line: list[Place]) -> None:
    assert in_order(line, at=NINE) == in_order(line[::-1], at=NINE)


@given(LINES, LATEST)
def test_never_more_than_the_cap_in_a_row_while_others_wait(
    line: list[Place], latest: list[int]
) -> None:
    order = in_order(line, at=NINE, latest_levels=latest)
    last_ordinary = max((n for n, p in enumerate(order) if p.level == ORDINARY_LEVEL), default=-1)
    run = 0
    for one in order[: last_ordinary + 1]:
        run = run + 1 if one.level != ORDINARY_LEVEL else 0
        assert run <= PRIORITY_RUN_MAX


@given(LINES)
def test_who_waits_alone_without_standing_is_called_within_three(line: list[Place]) -> None:
    oldest = place(99, waited=1000)
    assert oldest in in_order([*line, oldest], at=NINE)[: PRIORITY_RUN_MAX + 1]


@given(LINES)
def test_split_parts_by_standing(line: list[Place]) -> None:
    first, others = split(line, at=NINE)
    assert all(p.level != ORDINARY_LEVEL for p in first)
    assert all(p.level == ORDINARY_LEVEL for p in others)
    assert len(first) + len(others) == len(line)


@given(LEVELS, st.floats(-60, 0))
def test_place_from_the_future_counts_as_no_wait(level: int, waited: float) -> None:
    assert in_order([place(1, level, waited)], at=NINE) == [place(1, level, waited)]


@given(st.floats(0, 600))
def test_absence_keeps_half_of_the_wait(waited: float) -> None:
    since = NINE - timedelta(minutes=waited)
    again = set_back(since, NINE)
    assert since <= again <= NINE
    assert abs((NINE - again) * 2 - (NINE - since)) <= timedelta(microseconds=2)


def test_absence_in_the_instant_of_joining() -> None:
    assert set_back(NINE, NINE) == NINE
    assert set_back(NINE + timedelta(minutes=1), NINE) == NINE


@given(st.integers(0, 200), st.integers(0, 8), st.floats(1, 60))
def test_promise_is_an_honest_range(before: int, counters: int, minutes: float) -> None:
    low, high = promise_minutes(before, counters, minutes)
    assert low % PROMISE_STEP_MINUTES == high % PROMISE_STEP_MINUTES == 0
    assert 0 <= low <= before * minutes / max(counters, 1) <= high


@given(st.integers(0, 200), st.integers(1, 8))
def test_more_people_before_never_promise_less(before: int, counters: int) -> None:
    assert promise_minutes(before, counters, 10) <= promise_minutes(before + 1, counters, 10)
