"""The supervisor's own decisions: when to start again, and after what pause."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from donghanh.cli.supervisor import BACK_OFF_FIRST, BACK_OFF_MAX, STEADY_AFTER, Child, Supervisor


def _dead(tmp_path: Path) -> tuple[Supervisor, Child]:
    """Return a supervisor whose one child has just ended by itself."""
    child = Child("short", ["--version"])
    supervisor = Supervisor((child,), tmp_path / "logs")
    supervisor.start()
    assert child.process is not None
    child.process.wait(20)
    return supervisor, child


@pytest.mark.parametrize(("earlier", "pause"), [(0, BACK_OFF_FIRST), (2, 2.0), (40, BACK_OFF_MAX)])
def test_the_pause_grows_with_each_death_in_a_row_up_to_a_bound(
    tmp_path: Path, earlier: int, pause: float
) -> None:
    supervisor, child = _dead(tmp_path)
    child.deaths = earlier
    before = time.monotonic()
    supervisor.look_after()
    assert child.deaths == earlier + 1
    assert child.process is None
    assert child.start_again_at - before == pytest.approx(pause, abs=0.2)


def test_deaths_long_ago_are_forgotten(tmp_path: Path) -> None:
    supervisor, child = _dead(tmp_path)
    child.deaths, child.started_at = 9, time.monotonic() - STEADY_AFTER - 1
    supervisor.look_after()
    assert child.deaths == 1


def test_a_dead_child_starts_again_once_its_pause_is_over(tmp_path: Path) -> None:
    supervisor, child = _dead(tmp_path)
    supervisor.look_after()
    child.start_again_at = time.monotonic()
    supervisor.look_after()
    assert child.process is not None
    supervisor.stop()
    assert child.process.returncode == 0


def test_nothing_starts_while_stopping(tmp_path: Path) -> None:
    supervisor, child = _dead(tmp_path)
    supervisor.stopping = True
    supervisor.look_after()
    child.start_again_at = 0.0
    supervisor.look_after()
    assert child.process is None


def test_what_a_child_prints_is_kept(tmp_path: Path) -> None:
    supervisor, _ = _dead(tmp_path)
    assert (supervisor.logs / "short.out").read_text().startswith("donghanh ")
