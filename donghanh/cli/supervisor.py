"""Starts the three processes, restarts one that died, and leaves none behind.

A child reads its standard input, which nobody writes: its end means "stop", whether we closed it
or we are gone. That works alike on Linux and Windows, where a process cannot be asked to end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

LOOK_EVERY = 0.2  # seconds
BACK_OFF_FIRST, BACK_OFF_MAX = 0.5, 30.0  # seconds; doubled at each death in a row
STEADY_AFTER = 60.0  # seconds alive after which earlier deaths are forgotten
# On Windows only; elsewhere the process does it itself (`processes.give_way`).
BELOW_OTHERS: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
STOP_WAIT, TERMINATE_WAIT = 12.0, 3.0  # seconds; a task at work may end within the first


@dataclass
class Child:
    """A process we look after: its name, and what `donghanh` is given to become it.

    `gives_way`: others go first where both want the processor.
    """

    name: str
    arguments: Sequence[str]
    gives_way: bool = False
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_again_at: float = 0.0
    deaths: int = 0


@dataclass
class Supervisor:
    """Looks after children until `stopping` is set; `logs` gets what they print."""

    children: Sequence[Child]
    logs: Path
    stopping: bool = field(default=False)

    def start(self) -> None:
        """Start all children."""
        self.logs.mkdir(parents=True, exist_ok=True)
        for child in self.children:
            self._start(child)

    def look_after(self) -> None:
        """Start again what died, after a pause that grows with each death in a row."""
        instant = time.monotonic()
        for child in self.children:
            if child.process is not None and child.process.poll() is not None:
                self._note_death(child, instant)
            if child.process is None and instant >= child.start_again_at and not self.stopping:
                self._start(child)

    def watch(self) -> None:
        """Look after the children until told to stop, then stop them."""
        try:
            while not self.stopping:
                self.look_after()
                time.sleep(LOOK_EVERY)
        finally:
            self.stop()

    def stop(self) -> None:
        """End all children: asked first, then made to."""
        self.stopping = True
        living = [child.process for child in self.children if child.process is not None]
        for process in living:
            _close_input(process)
        for process in living:
            _end(process)

    def _start(self, child: Child) -> None:
        with (self.logs / f"{child.name}.out").open("wb") as output:
            child.process = subprocess.Popen(
                [sys.executable, "-m", "donghanh.cli", *child.arguments],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "DONGHANH_PROCESS": child.name},
                creationflags=BELOW_OTHERS if child.gives_way else 0,
            )
        child.started_at = time.monotonic()

    def _note_death(self, child: Child, instant: float) -> None:
        if child.process is not None:
            _close_input(child.process)
        child.process = None
        child.deaths = 1 if instant - child.started_at > STEADY_AFTER else child.deaths + 1
        pause = min(BACK_OFF_FIRST * 2 ** (child.deaths - 1), BACK_OFF_MAX)
        child.start_again_at = instant + pause


def _close_input(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        process.stdin.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    for wait, harder in ((STOP_WAIT, process.terminate), (TERMINATE_WAIT, process.kill)):
        try:
            process.wait(wait)
            return
        except subprocess.TimeoutExpired:
            harder()
    process.wait()
