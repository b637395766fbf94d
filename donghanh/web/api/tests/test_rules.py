"""How often one may ask: at most so many at once, and never more than the rate afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.web.api.rules import MINUTE, admission

NOON = 1_795_000_000.0


def admitted(instants: list[float], per_minute: int) -> list[float]:
    """Return the instants at which a question was let in."""
    paid_until, let_in = 0.0, []
    for at in instants:
        found = admission(paid_until, at, per_minute=per_minute)
        paid_until = found.paid_until
        if not found.wait:
            let_in.append(at)
    return let_in


@given(
    st.lists(st.floats(0, 400), min_size=1, max_size=80).map(sorted),
    st.integers(1, 30),
)
def test_no_span_of_time_lets_in_more_than_its_share(steps: list[float], per_minute: int) -> None:
    let_in = admitted([NOON + step for step in steps], per_minute)
    for first, begun in enumerate(let_in):
        for last in range(first, len(let_in)):
            allowed = per_minute * (1 + (let_in[last] - begun) / MINUTE)
            assert last - first + 1 <= allowed + 0.01


@pytest.mark.parametrize("per_minute", [1, 7, 120, 6000])
def test_a_whole_minutes_share_at_once_and_not_one_more(per_minute: int) -> None:
    assert len(admitted([NOON] * (per_minute + 3), per_minute)) == per_minute


@given(st.integers(1, 300), st.integers(0, 20))
def test_who_waits_as_told_is_let_in_and_not_before(per_minute: int, more: int) -> None:
    paid_until = NOON
    for _ in range(per_minute + more):
        paid_until = admission(paid_until, NOON, per_minute=per_minute).paid_until
    told = admission(paid_until, NOON, per_minute=per_minute).wait
    assert 0 < told <= MINUTE / per_minute + 0.001
    assert not admission(paid_until, NOON + told, per_minute=per_minute).wait
    assert admission(paid_until, NOON + told * 0.9, per_minute=per_minute).wait


def test_a_clock_set_back_shuts_nobody_out() -> None:
    assert admission(NOON + 3600, NOON, per_minute=10).wait == 0
