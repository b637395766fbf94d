"""One file for all workers: who asked how much, and no more of anybody than that."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghanh.web.api.addresses import SIZE, Addresses

NOON = 1_795_000_000.0
HERE, THERE = "192.0.2.7", "198.51.100.9"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "addresses.bin"


def test_two_workers_count_together(path: Path) -> None:
    one, other = Addresses(path), Addresses(path)
    waits = [worker.wait(HERE, NOON, per_minute=4) for worker in (one, other) * 2]
    assert waits == [0, 0, 0, 0]
    assert one.wait(HERE, NOON, per_minute=4) == pytest.approx(15)
    assert other.wait(HERE, NOON, per_minute=4) == pytest.approx(15)
    assert other.wait(THERE, NOON, per_minute=4) == 0


def test_a_new_worker_knows_what_was_asked_before(path: Path) -> None:
    assert Addresses(path).wait(HERE, NOON, per_minute=1) == 0
    assert Addresses(path).wait(HERE, NOON, per_minute=1) > 0


def test_the_file_does_not_grow_and_names_no_address(path: Path) -> None:
    shared = Addresses(path)
    for number in range(20_000):
        shared.wait(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", NOON, per_minute=2)
    shared.wait(HERE, NOON, per_minute=1)
    assert path.stat().st_size == SIZE == 256 * 1024
    assert shared.wait(HERE, NOON, per_minute=1) > 0, "the latest is not the one forgotten"
    assert HERE.encode() not in path.read_bytes()


def test_one_household_is_one_address(path: Path) -> None:
    shared = Addresses(path)
    assert shared.wait("2001:db8:1:2::a", NOON, per_minute=1) == 0
    assert shared.wait("2001:db8:1:2:ffff::b", NOON, per_minute=1) > 0
    assert shared.wait("2001:db8:1:3::a", NOON, per_minute=1) == 0
    assert shared.wait("no address", NOON, per_minute=1) == 0
