"""Who is called next: standing counts, waiting counts, nobody waits for ever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from donghanh.queue.rules import (
    AHEAD_RUN_MAX,
    BOOKED_EARLY,
    BOOKED_HEAD_START,
    BOOKED_LATE,
    FIRST_LEVEL,
    ORDINARY_LEVEL,
    POINTS_A_MINUTE,
    RECALLED_AFTER,
    Errand,
    Place,
    before,
    gathers_slowest,
    in_order,
    is_ahead,
    level_kept,
    next_to_call,
    run_of,
    set_back,
    slot,
)

NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LEVELS = st.sampled_from(sorted(POINTS_A_MINUTE))
ERRANDS = st.sampled_from(list(Errand))


def place(
    number: int, level: int = ORDINARY_LEVEL, waited: float = 0.0, errand: str = Errand.FULL
) -> Place:
    return Place(number, level, NINE - timedelta(minutes=waited), number, errand)


def numbered(rows: Sequence[tuple[int, float, str]]) -> list[Place]:
    return [place(n, *row) for n, row in enumerate(rows, start=1)]


ROWS = st.tuples(LEVELS, st.floats(0, 300), ERRANDS)
LINES = st.lists(ROWS, max_size=25).map(numbered)
RUNS = st.integers(0, 5)


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


def test_first_level_is_the_next_free_counter_bounded_only_by_the_cap() -> None:
    line = [place(1, waited=200), place(2, 2, waited=100), place(3, FIRST_LEVEL, waited=0)]
    assert next_to_call(line, at=NINE) == line[2]
    assert next_to_call(line, at=NINE, run=AHEAD_RUN_MAX) == line[0]


def test_short_errand_goes_a_little_sooner() -> None:
    line = [place(1, waited=10), place(2, waited=8, errand=Errand.QUESTION)]
    assert next_to_call(line, at=NINE) == line[1]


def test_run_is_counted_back_to_the_last_call_in_turn() -> None:
    assert [run_of(calls) for calls in ([], [True, True, False, True], [False, True])] == [0, 2, 0]


@given(LINES, RUNS)
def test_order_holds_everyone_once(line: list[Place], run: int) -> None:
    assert sorted(in_order(line, at=NINE, run=run)) == sorted(line)


@given(LINES, RUNS)
def test_next_is_the_head_of_the_order(line: list[Place], run: int) -> None:
    order = in_order(line, at=NINE, run=run)
    assert next_to_call(line, at=NINE, run=run) == (order[0] if order else None)


@given(LINES)
def test_order_does_not_depend_on_how_the_line_was_read(line: list[Place]) -> None:
    assert in_order(line, at=NINE) == in_order(line[::-1], at=NINE)


@given(LINES, RUNS)
def test_never_more_than_the_cap_ahead_of_turn_in_a_row(line: list[Place], run: int) -> None:
    order = in_order(line, at=NINE, run=run)
    run = min(run, AHEAD_RUN_MAX)
    for n, one in enumerate(order):
        run = run + 1 if is_ahead(one, order[n:], at=NINE) else 0
        assert run <= AHEAD_RUN_MAX


@given(LINES)
def test_equal_standing_and_errand_never_overtake(line: list[Place]) -> None:
    order = in_order(line, at=NINE)
    for level, errand in {(p.level, p.errand) for p in order}:
        alike = [p.waiting_since for p in order if (p.level, p.errand) == (level, errand)]
        assert alike == sorted(alike)


@given(LINES, st.lists(st.tuples(LEVELS, ERRANDS), min_size=90, max_size=90), RUNS)
def test_nobody_starves_whoever_comes_after(
    line: list[Place], newcomers: list[tuple[int, str]], run: int
) -> None:
    """Before each call one more comes; still everyone is called within three times their place."""
    own = place(1000, waited=0)
    waiting = [*line, own]
    allowed = (AHEAD_RUN_MAX + 1) * (len(line) + 1)
    for n, (level, errand) in enumerate(newcomers[:allowed], start=1):
        at = NINE + timedelta(minutes=n)
        waiting.append(Place(2000 + n, level, at, 2000 + n, errand))
        called = next_to_call(waiting, at=at, run=run)
        assert called is not None
        if called == own:
            return
        run = run + 1 if is_ahead(called, waiting, at=at) else 0
        waiting.remove(called)
    raise AssertionError("never called")


@given(LINES, LEVELS)
def test_standing_never_makes_one_wait_longer(line: list[Place], level: int) -> None:
    own = place(500, waited=15)
    at_nine = in_order([*line, own], at=NINE).index(own)
    raised = own._replace(level=level)
    assert in_order([*line, raised], at=NINE).index(raised) <= at_nine


def test_who_comes_with_standing_is_told_of_fewer_before() -> None:
    line = [place(n, waited=40 - n) for n in range(1, 31)]
    others, hers = place(99), place(99, 2)
    assert len(before(others, line, at=NINE, minutes_each=2)) == 30
    assert len(before(hers, line, at=NINE, minutes_each=2)) == 8  # 16 minutes on: 48 points
    assert before(place(99, FIRST_LEVEL), line, at=NINE, minutes_each=2) == []


@given(LINES, LEVELS, st.floats(0.5, 10))
def test_told_before_is_some_of_the_others(line: list[Place], level: int, each: float) -> None:
    told = before(place(500, level), line, at=NINE, minutes_each=each)
    assert set(told) <= set(line)
    if level == ORDINARY_LEVEL:
        assert len(told) == len(line)


@given(LINES, LEVELS, ERRANDS, st.floats(0.5, 10))
def test_told_before_are_those_ahead_at_the_earliest_turn(
    line: list[Place], level: int, errand: Errand, each: float
) -> None:
    own = place(500, level)._replace(errand=errand)

    def ahead(calls: int) -> list[Place]:
        then = NINE + timedelta(minutes=calls * each)
        return [one for one in line if next_to_call([one, own], at=then) == one]

    turn = next(calls for calls in range(len(line) + 1) if len(ahead(calls)) <= calls)
    assert sorted(before(own, line, at=NINE, minutes_each=each)) == sorted(ahead(turn))


@given(LINES, ERRANDS)
def test_before_who_gathers_slowest_come_all(line: list[Place], errand: Errand) -> None:
    own = place(500)._replace(errand=errand)
    assert gathers_slowest(own) == (errand == Errand.FULL)
    assert not gathers_slowest(own._replace(level=5))
    if gathers_slowest(own):
        assert sorted(before(own, line, at=NINE, minutes_each=2)) == sorted(line)


@given(LEVELS, st.floats(-60, 0))
def test_place_from_the_future_counts_as_no_wait(level: int, waited: float) -> None:
    assert in_order([place(1, level, waited)], at=NINE) == [place(1, level, waited)]


@given(st.floats(0, 600))
def test_absence_keeps_half_of_the_wait_and_is_left_in_peace(waited: float) -> None:
    since = NINE - timedelta(minutes=waited)
    again = set_back(since, NINE)
    assert since <= again.waiting_since <= NINE and again.ready_at == NINE + RECALLED_AFTER
    assert abs((NINE - again.waiting_since) * 2 - (NINE - since)) <= timedelta(microseconds=2)


def test_absence_in_the_instant_of_joining() -> None:
    assert set_back(NINE, NINE).waiting_since == NINE
    assert set_back(NINE + timedelta(minutes=1), NINE).waiting_since == NINE


def test_who_was_absent_waits_until_others_were_called_or_nobody_else_waits() -> None:
    back = place(1, waited=90)._replace(ready_at=NINE + timedelta(minutes=2))
    other = place(2, waited=1)
    assert in_order([back, other], at=NINE) == [other, back]
    assert next_to_call([back], at=NINE) == back
    assert not is_ahead(other, [back, other], at=NINE)


@given(st.integers(-300, 300))
def test_booked_time_slots_in(minutes: int) -> None:
    booked = NINE + timedelta(minutes=minutes)
    given_slot = slot(NINE, booked)
    if not booked - BOOKED_HEAD_START < NINE <= booked + BOOKED_LATE:
        assert given_slot == slot(NINE, None) == (NINE, None)
    else:
        assert given_slot == (booked - BOOKED_HEAD_START, booked - BOOKED_EARLY)


@given(LEVELS, LEVELS)
def test_narrowed_standing_keeps_the_first_levels_only(level: int, lowest: int) -> None:
    assert level_kept(level, lowest) == (level if level <= lowest else ORDINARY_LEVEL)
