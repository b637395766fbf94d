"""Torn in the middle: a killed process and a full disk lose nothing and double nothing."""

from __future__ import annotations

import pytest

from .processes import Installation

pytestmark = pytest.mark.concurrency


def test_kill_in_the_middle_loses_and_doubles_nothing(installation: Installation) -> None:
    tasks = [installation.start("join", "100000") for _ in range(2)]
    for task in tasks:
        task.lines(15)
    for task in tasks:
        task.kill()
    promised = [number for task in tasks for number in task.said]
    state = installation.state()
    assert len(promised) >= 30 and set(promised) <= set(state["numbers"])
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
