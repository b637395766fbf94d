"""The scanner: a folder that it writes into, and the officer's folder that copies go to.

A machine without a scanner has no folders: nothing ever arrives, and the log says so once asked.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from ..rules import FIRST_BYTES

SETTLED_SECONDS = 2  # a scanner still writes into a file younger than this
LISTED_MAX = 40
SHARED = "chung"  # one scanner for all counters

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file of the scanner. `token` stands for its name, which is never shown or kept."""

    token: str
    size: int
    first: bytes
    arrived_at: datetime
    shared: bool


class Scanner(Protocol):
    """Where a counter's scans arrive."""

    def arrived(self) -> list[Arrived]:
        """Return what lies there, the newest first."""

    def take(self, token: str, into: Path) -> None:
        """Move a file; nothing of it is left at the scanner. Raise FileNotFoundError, OSError."""


class Console:
    """No scanner: says in the log that nothing can arrive."""

    def arrived(self) -> list[Arrived]:
        """Return nothing."""
        _log.info("no folder of a scanner is set: nothing can arrive")
        return []

    def take(self, token: str, into: Path) -> None:
        """There is nothing to take."""
        raise FileNotFoundError(token)


class WatchFolder:
    """Real folders: the counter's own, and one that all counters share."""

    def __init__(self, root: Path, counter: int) -> None:
        self._folders = ((root / f"quay-{counter}", False), (root / SHARED, True))
        for folder, _ in self._folders:
            folder.mkdir(parents=True, exist_ok=True)

    def arrived(self) -> list[Arrived]:
        """Return what lies there, the newest first."""
        found = [_seen(path, shared) for path, shared in self._files()]
        return sorted(found, key=lambda one: one.arrived_at, reverse=True)[:LISTED_MAX]

    def take(self, token: str, into: Path) -> None:
        """Move a file; nothing of it is left at the scanner. Raise FileNotFoundError, OSError."""
        for path, _ in self._files():
            if _token(path) == token:
                shutil.move(path, into)
                return
        raise FileNotFoundError(token)

    def _files(self) -> Iterable[tuple[Path, bool]]:
        for folder, shared in self._folders:
            for path in folder.iterdir():
                if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                    yield path, shared


def _seen(path: Path, shared: bool) -> Arrived:
    with path.open("rb") as file:
        first = file.read(FIRST_BYTES)
    state = path.stat()
    at = datetime.fromtimestamp(state.st_mtime, UTC)
    return Arrived(_token(path), state.st_size, first, at, shared)


def _token(path: Path) -> str:
    return sha256(str(path).encode()).hexdigest()[:24]


def scanner_at(root: str, slug: str, counter: int) -> Scanner:
    """Return the scanner of a counter. `root`: the folder set for all centres, "" for none."""
    return WatchFolder(Path(root) / slug, counter) if root else Console()
