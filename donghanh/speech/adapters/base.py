"""What any voice can do."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class VoiceFailed(Exception):
    """A voice did not speak. The board goes on with chime and large type."""


class Voice(Protocol):
    """A Vietnamese voice. `name` changes when its sound does, for clips are kept by it."""

    @property
    def name(self) -> str:
        """Return the name that the office sees."""

    def at_hand(self) -> bool:
        """Return whether this machine has the voice now."""

    def speak(self, text: str, target: Path) -> None:
        """Write the text as 16-bit mono WAV to `target`. Raise VoiceFailed."""
