"""What any maker of films can do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class FilmFailed(Exception):
    """The program did not make the film."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A still picture and how long it stands."""

    picture: Path
    seconds: float


class FilmMaker(Protocol):
    """A program that puts still pictures, a voice and captions into one MP4."""

    def at_hand(self) -> bool:
        """Return whether this machine has the program now."""

    def make(self, shots: list[Shot], voice: Path, captions: Path, target: Path) -> None:
        """Write the film to `target`: H.264, AAC, captions inside. Raise FilmFailed."""
