"""Several processes at one line: no number twice, no one called twice, a replay is one press."""

from __future__ import annotations

from itertools import chain

import pytest

from donghanh.base.ids import new_key

from .processes import Installation, finished

pytestmark = pytest.mark.concurrency


def test_no_number_is_given_twice(installation: Installation) -> None:
    said = finished([installation.start("join", "25") for _ in range(4)])
    numbers = sorted(chain.from_iterable(said))
    assert numbers == list(range(1, 101))
    state = installation.state()
    assert state["numbers"] == numbers
    assert state["visits"] == state["joined"] == state["opened"] == 100


def test_two_desks_never_call_the_same_person(installation: Installation) -> None:
    installation.run("join", "40")
    said = finished([installation.start("call_all", str(desk)) for desk in (1, 2, 3)])
    called = sorted(chain.from_iterable(said))
    state = installation.state()
    assert called == state["called"] == list(range(1, 41))
    assert state["called_events"] == 40


def test_replayed_key_leaves_one_record_and_a_call_for_help_stands_once(
    installation: Installation,
) -> None:
    key = str(new_key())
    said = finished([installation.start("press_with", key) for _ in range(4)])
    assert [number for number, *_ in said] == [1] * 4
    assert all(one == said[0] for one in said), "who asks calls one person at a time"
    state = installation.state()
    assert (state["numbers"], state["visits"], state["joined"]) == ([1], 1, 1)
