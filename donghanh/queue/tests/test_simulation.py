"""The simulation runs the real rules, agrees with the textbooks, and keeps what fairness claims."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.queue.rules import POINTS_A_MINUTE, Place, next_to_call
from donghanh.queue.simulation.arrivals import commune_day, poisson
from donghanh.queue.simulation.formulas import cobham_waits, erlang_wait, kleinrock_waits
from donghanh.queue.simulation.hall import Hall
from donghanh.queue.simulation.picture import picture
from donghanh.queue.simulation.records import (
    Discipline,
    Extra,
    Report,
    Scenario,
    Spread,
    Visitor,
)
from donghanh.queue.simulation.trial import simulate
from donghanh.queue.simulation.words import advice, table

from .test_rules import LINES, NINE, RUNS

# benchmarks/queue_formulas.py looks longer, at three loads, with confidence intervals.
VISITORS, DESKS, RATE, SHARE, LEVEL = 15_000, 2, 1.0, 0.25, 4
WITHIN = 0.03


@lru_cache
def visitors() -> tuple[Visitor, ...]:
    return tuple(islice(poisson(random.Random(7), RATE, 1.0, SHARE, LEVEL), VISITORS))


@lru_cache
def measured(discipline: Discipline) -> tuple[float, float, float]:
    """Return mean waits (with standing, without, all), by the textbooks' discipline."""
    waits = Hall(discipline, DESKS, capped=False).open(visitors())
    first = [one.minutes for one in waits if one.visitor.has_standing]
    others = [one.minutes for one in waits if not one.visitor.has_standing]
    return Spread.of(first).mean, Spread.of(others).mean, Spread.of([*first, *others]).mean


def drawn() -> tuple[float, float]:
    """Return the rate and the mean length that chance really drew: most of its noise."""
    return VISITORS / visitors()[-1].arrives, sum(v.serves for v in visitors()) / VISITORS


def test_first_come_is_erlang() -> None:
    expected = erlang_wait(*drawn(), DESKS)
    assert measured(Discipline.FIRST_COME)[2] == pytest.approx(expected, rel=WITHIN)


@pytest.mark.parametrize("discipline", [Discipline.STRICT, Discipline.OURS])
def test_priority_is_cobham_and_kleinrock(discipline: Discipline) -> None:
    """Against first come first served over the same visitors, so that chance cancels out."""
    if discipline == Discipline.STRICT:
        textbook = cobham_waits(*drawn(), DESKS, SHARE)
    else:
        textbook = kleinrock_waits(*drawn(), DESKS, SHARE, POINTS_A_MINUTE[LEVEL])
    plain, expected = measured(Discipline.FIRST_COME)[2], erlang_wait(*drawn(), DESKS)
    for found, told in zip(measured(discipline), textbook, strict=False):
        assert found / plain == pytest.approx(told / expected, rel=WITHIN)


@given(LINES, RUNS)
def test_only_the_first_of_each_standing_can_be_next(line: list[Place], run: int) -> None:
    alike: dict[tuple[int, str], Place] = {}
    for one in sorted(line, key=lambda place: (place.waiting_since, place.number)):
        alike.setdefault((one.level, one.errand), one)
    assert next_to_call(line, at=NINE, run=run) == next_to_call(
        list(alike.values()), at=NINE, run=run
    )


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 30)), min_size=1, max_size=30))
@settings(max_examples=20)
def test_everyone_is_served_and_no_desk_rests_while_someone_waits(
    rows: list[tuple[float, float]],
) -> None:
    came = [Visitor(arrives, serves, 9) for arrives, serves in sorted(rows)]
    waits = Hall(Discipline.OURS, 1).open(came)
    assert len(waits) == len(came) and waits[0].minutes == 0
    busy_until = 0.0
    for wait in waits:
        begun = wait.visitor.arrives + wait.minutes
        assert begun == pytest.approx(max(busy_until, wait.visitor.arrives))
        busy_until = begun + wait.visitor.serves


@lru_cache
def quarter() -> Report:
    return simulate(Scenario(shares=(25, 60), days=16))


def test_a_quarter_with_standing_is_fair_to_all() -> None:
    result = quarter().results[0]
    assert result.standing_ratio <= 0.50
    assert result.ordinary_ratio <= 1.20
    assert result.ordinary_p95_ratio <= 1.50
    assert not result.too_wide and quarter().results[1].too_wide


def test_strict_priority_would_let_the_others_wait_far_longer() -> None:
    strict, ours = (quarter().results[1].of(d) for d in (Discipline.STRICT, Discipline.OURS))
    assert strict.ordinary.mean > 1.4 * ours.ordinary.mean


def test_promises_come_true_for_most() -> None:
    kept = quarter().results[0].of(Discipline.OURS).promises_kept
    assert kept is not None and kept >= 0.85


def test_half_of_a_day_comes_in_its_first_two_hours_and_is_the_same_again() -> None:
    day = commune_day(Scenario(), 25, 3)
    assert day == commune_day(Scenario(), 25, 3) != commune_day(Scenario(seed=2), 25, 3)
    assert len(day) == 300 and 120 < sum(v.arrives <= 120 for v in day) < 180


def test_same_visitors_come_whatever_the_share() -> None:
    few, many = (commune_day(Scenario(), share, 0) for share in (0, 100))
    assert [v.arrives for v in few] == [v.arrives for v in many]
    assert not any(v.has_standing for v in few) and all(v.has_standing for v in many)


def test_one_more_counter_in_the_rush_shortens_every_wait() -> None:
    plain = Scenario(shares=(25,), days=3)
    with_one = Scenario(shares=(25,), days=3, extra=Extra(60, 180))
    before, after = (simulate(one).results[0].of(Discipline.OURS) for one in (plain, with_one))
    assert after.everyone.mean < 0.9 * before.everyone.mean


def test_too_few_counters_are_named_before_the_order_is_blamed() -> None:
    assert "không kịp" in advice(simulate(Scenario(shares=(25,), days=1, counters=4)))


def test_words_and_picture_tell_each_share_and_advise() -> None:
    lines = table(quarter())
    assert all(f"{share} %" in lines for share in (25, 60))
    assert "thu hẹp" in advice(quarter())
    drawn_picture = picture(quarter())
    assert drawn_picture.startswith("<svg") and drawn_picture.count("<rect") >= 12
