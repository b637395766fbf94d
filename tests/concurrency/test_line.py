"""Several processes at one line: no number twice, no one called twice, nothing lost by a kill."""

from __future__ import annotations

from itertools import chain

import pytest

from donghanh.base.ids import new_key

from .processes import Installation, finished, first_lines

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


def test_kill_in_the_middle_loses_and_doubles_nothing(installation: Installation) -> None:
    processes = [installation.start("join", "100000") for _ in range(2)]
    promised = [number for process in processes for number in first_lines(process, 15)]
    for process in processes:
        process.kill()
        out, _ = process.communicate()
        promised += [int(line) for line in out.splitlines() if line.strip().isdigit()]
    state = installation.state()
    assert set(promised) <= set(state["numbers"])
    assert state["numbers"] == list(range(1, len(state["numbers"]) + 1))
    assert state["visits"] == state["joined"] == state["opened"] == len(state["numbers"])
    assert installation.run("join", "1") == [len(state["numbers"]) + 1]


@pytest.mark.sqlite
def test_full_disk_is_said_plainly_and_loses_nothing(installation: Installation) -> None:
    *numbers, answer = installation.run("fill")
    assert answer["status"] == 507 and "đã đầy" in answer["page"]
    state = installation.state()
    assert state["numbers"] == numbers == list(range(1, len(numbers) + 1))
    assert state["visits"] == state["joined"] == len(numbers) > 0
    assert installation.run("join", "1") == [len(numbers) + 1]
