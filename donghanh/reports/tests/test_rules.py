"""Figures from plain values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from donghanh.reports.rules import Waits, waits_of

MINUTES = st.lists(st.floats(0, 600), min_size=1, max_size=200)


def test_no_waits_have_no_mean() -> None:
    assert waits_of([]) == Waits(0, None, None, None)


def test_known_waits() -> None:
    assert waits_of([float(n) for n in range(1, 101)]) == Waits(100, 50.5, 95.0, 100.0)
    assert waits_of([7.0]) == Waits(1, 7.0, 7.0, 7.0)


@given(MINUTES)
def test_at_least_95_of_100_waited_no_longer_than_p95(minutes: list[float]) -> None:
    waits = waits_of(minutes)
    assert waits.p95 is not None and waits.longest == max(minutes)
    assert sum(m <= waits.p95 for m in minutes) * 100 >= 95 * len(minutes)


@given(MINUTES)
def test_order_does_not_matter(minutes: list[float]) -> None:
    assert waits_of(minutes).p95 == waits_of(minutes[::-1]).p95
