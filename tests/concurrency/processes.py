"""Real processes on one real database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SECONDS_MAX = 60


@dataclass(frozen=True, slots=True)
class Installation:
    """A home folder and a database that several processes share."""

    home: Path
    database: str

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a process on this installation; see worker.py for its commands."""
        environment = {
            **os.environ,
            "DONGHANH_HOME": str(self.home),
            "DONGHANH_DATABASE": self.database,
            "DONGHANH_PROCESS": "test",
        }
        return subprocess.Popen(
            [sys.executable, "-m", "tests.concurrency.worker", *command],
            cwd=CHECKOUT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str) -> list[Any]:
        """Run one process to its end and return what it said."""
        return finished([self.start(*command)])[0]

    def state(self) -> dict[str, Any]:
        """Return what the database holds."""
        return dict(self.run("state")[0])


def finished(processes: Sequence[subprocess.Popen[str]]) -> list[list[Any]]:
    """Wait for all and return what each said. Fail with the words of one that failed."""
    said = []
    for process in processes:
        out, err = process.communicate(timeout=SECONDS_MAX)
        assert process.returncode == 0, err
        said.append([json.loads(line) for line in out.splitlines()])
    return said


def first_lines(process: subprocess.Popen[str], count: int) -> list[Any]:
    """Wait for the first lines of a process that still runs."""
    stream: IO[str] | None = process.stdout
    assert stream is not None
    return [json.loads(stream.readline()) for _ in range(count)]
