"""A product of the tests: a home of its own, a database of its own, and its processes."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds; on two busy cores a start takes up to ten


def until(fulfilled: Callable[[], object], patience: float = PATIENCE) -> bool:
    """Wait for something to become true. Return whether it did."""
    end = time.monotonic() + patience
    while not fulfilled():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children_of(pid: int) -> list[int]:
    """Return the direct children of a process."""
    try:
        return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def words_of(pid: int) -> list[str]:
    """Return the command line of a process."""
    return Path(f"/proc/{pid}/cmdline").read_text().split("\0")


def kill(pid: int) -> None:
    """Kill a process as a crash or the kernel would: it can do nothing about it."""
    os.kill(pid, 9)


def lives(pid: int) -> bool:
    """Return whether a thread of a process still runs: until the last ends, it holds its port."""
    try:
        threads = [each.read_text() for each in Path(f"/proc/{pid}/task").glob("*/stat")]
    except (FileNotFoundError, ProcessLookupError):
        return lives(pid)  # a thread ended while we looked
    return any(") Z " not in thread for thread in threads)


@dataclass
class Product:
    """An installation under `home`; `database` is empty for SQLite."""

    home: Path
    database: str = ""
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """The variables its processes see."""
        passed = {k: v for k, v in os.environ.items() if not k.startswith(("DONGHANH", "DJANGO"))}
        passed |= {"DONGHANH_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        return passed | ({"DONGHANH_DATABASE": self.database} if self.database else {})

    def start(self, *arguments: str, module: str = "donghanh.cli") -> subprocess.Popen[str]:
        """Start a process; what it prints goes to the pipe `stdout`."""
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.started.append(process)
        return process

    def step(self, *arguments: str) -> Any:
        """Take a step of tests/running/steps.py and return what it found."""
        process = self.start(*arguments, module="tests.running.steps")
        printed, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, printed
        return json.loads(printed)

    def end(self) -> None:
        """Kill what still lives."""
        for process in self.started:
            if process.poll() is None:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


@dataclass
class Serving:
    """A product that `donghanh run` serves at a port."""

    process: subprocess.Popen[str]
    port: int
    table: str = ""

    def read_table(self) -> None:
        """Read what is printed up to the last line of the table, "Chạy sau … giây"."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.table += line
            if line.startswith("Chạy sau"):
                return

    def answers(self, path: str = "/healthz") -> bool:
        """Return whether a page answers 200."""
        return self.answer(path) == "200"

    def answer(self, path: str = "/healthz") -> str:
        """Return the status that a page answers with, or why there is none."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request("GET", path)
            return str(line.getresponse().status)
        except (OSError, http.client.HTTPException) as error:
            return repr(error)
        finally:
            line.close()

    @property
    def web(self) -> int:
        """The process of the web server."""
        return next(pid for pid in children_of(self.process.pid) if "web" in words_of(pid))

    def everyone(self) -> list[int]:
        """Return all processes below the supervisor."""
        children = children_of(self.process.pid)
        return [*children, *(grandchild for c in children for grandchild in children_of(c))]


def serve(product: Product) -> Serving:
    """Start `donghanh run` on a free port and return it once it says where its screens are."""
    port = free_port()
    serving = Serving(product.start("run", "--port", str(port)), port)
    serving.read_table()
    return serving
