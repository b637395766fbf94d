"""Real processes on one real database: a crew that is started once and does what tests ask."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SECONDS_MAX = 60


class Worker:
    """A process that waits for commands, one after the other; see worker.py for what it can do."""

    def __init__(self, home: Path) -> None:
        environment = {**os.environ, "DONGHANH_HOME": str(home), "DONGHANH_PROCESS": "test"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.concurrency.worker"],
            cwd=CHECKOUT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.is_busy = False
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):  # what a kill cut off was not promised
                self._said.put(json.loads(line))
        self._said.put({"killed": True})

    def order(self, home: Path, database: str, command: Sequence[str]) -> None:
        """Begin a command on an installation."""
        assert self.process.stdin is not None
        wanted = {"home": str(home), "database": database, "command": list(command)}
        self.process.stdin.write(json.dumps(wanted) + "\n")
        self.process.stdin.flush()
        self.is_busy = True

    def next(self) -> dict[str, Any]:
        """Return what it says next: {"said": …}, {"done": true}, {"failed": …}, {"killed": …}."""
        return self._said.get(timeout=SECONDS_MAX)


@dataclass
class Crew:
    """The workers of a run, started when they are needed and kept."""

    home: Path
    workers: list[Worker] = field(default_factory=list)

    def free(self) -> Worker:
        """Return a worker that has nothing to do."""
        alive = [one for one in self.workers if one.process.poll() is None]
        found = next((one for one in alive if not one.is_busy), None)
        if found is None:
            found = Worker(self.home)
            self.workers.append(found)
        return found

    def dismiss(self) -> None:
        """Let all go: the end of its input is the end of a worker."""
        for worker in self.workers:
            if worker.process.stdin:
                worker.process.stdin.close()
        for worker in self.workers:
            worker.process.wait(SECONDS_MAX)


@dataclass
class Task:
    """One command at work in a process of its own."""

    worker: Worker
    said: list[Any] = field(default_factory=list)

    def kill(self) -> None:
        """Kill its process in the middle; what it had promised until then stays in `said`."""
        self.worker.process.kill()
        while "killed" not in (line := self.worker.next()):
            self._keep(line)

    def lines(self, count: int) -> list[Any]:
        """Wait for the first things it says, and return them."""
        while len(self.said) < count:
            self._keep(self.worker.next())
        return self.said[:count]

    def finish(self) -> list[Any]:
        """Wait for its end and return all it said. Fail with the words of one that failed."""
        while "done" not in (line := self.worker.next()):
            self._keep(line)
        self.worker.is_busy = False
        return self.said

    def _keep(self, line: dict[str, Any]) -> None:
        assert "said" in line, line.get("failed", line)
        self.said.append(line["said"])


@dataclass(frozen=True, slots=True)
class Installation:
    """A home folder and a database that several processes share."""

    home: Path
    database: str
    crew: Crew

    def start(self, *command: str) -> Task:
        """Let a process do a command on this installation."""
        worker = self.crew.free()
        worker.order(self.home, self.database, command)
        return Task(worker)

    def run(self, *command: str) -> list[Any]:
        """Let one process do a command to its end and return what it said."""
        return self.start(*command).finish()

    def state(self) -> dict[str, Any]:
        """Return what the database holds of the line."""
        return dict(self.run("state")[0])


def finished(tasks: Sequence[Task]) -> list[list[Any]]:
    """Wait for all and return what each said."""
    return [task.finish() for task in tasks]
