"""What the dossier room hands out about scans: never a name of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file at the scanner. `kind`: PDF, JPG …, "" for what is no scan; `shared`: of all counters.

    `ready` False: the scanner may still be writing.
    """

    token: str
    size: int
    kind: str
    arrived_at: datetime
    shared: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class ScanFile:
    """A scan of a visit by its number."""

    number: int
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Scans:
    """The scans of a visit. `given_to`: "usb", "folder", or "" while nobody has them."""

    files: tuple[ScanFile, ...]
    given_at: datetime | None
    given_to: str

    @property
    def size(self) -> int:
        """How many bytes they are together."""
        return sum(one.size for one in self.files)
