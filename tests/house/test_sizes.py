"""Nothing grows past its limit."""

from __future__ import annotations

import pytest

from .sizes import LET_OFF, LIMITS, measured, percentile_95


@pytest.mark.parametrize("kind", LIMITS)
def test_nothing_is_longer_than_its_limit(kind: str) -> None:
    too_long = [
        f"{one.place}: {one.lines} lines"
        for one in measured()
        if one.kind == kind and one.lines > LIMITS[kind].lines and (kind, one.place) not in LET_OFF
    ]
    assert too_long == [], f"a {kind} has {LIMITS[kind].lines} lines at most"


def test_what_is_let_off_still_needs_it() -> None:
    needed = {(o.kind, o.place) for o in measured() if o.lines > LIMITS[o.kind].lines}
    assert set(LET_OFF) <= needed
    assert all(LET_OFF.values()), "say why"


def test_percentile_is_the_nearest_rank() -> None:
    assert percentile_95(list(range(1, 101))) == 95
    assert percentile_95([7]) == 7 and percentile_95([]) == 0
