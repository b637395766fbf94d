"""The voice of espeak-ng, run as a separate program when it is installed (Debian: espeak-ng)."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .base import VoiceFailed

PROGRAM = "espeak-ng"
SECONDS_MAX = 10  # A call takes it 0.02 s; longer means that something is wrong.


@dataclass(frozen=True, slots=True)
class Espeak:
    """The northern voice, understood best of its three, slower than its own default of 175."""

    words_per_minute: int = 120
    amplitude: int = 180  # of 200; a hall is loud, above 180 it distorts

    @property
    def name(self) -> str:
        """Return the name with what makes the sound."""
        return f"espeak-ng vi {self.words_per_minute}/{self.amplitude}"

    def at_hand(self) -> bool:
        """Return whether the program is on the PATH."""
        return shutil.which(PROGRAM) is not None

    def speak(self, text: str, target: Path) -> None:
        """Write the text as WAV. Raise VoiceFailed when the program is missing, slow or silent."""
        program = shutil.which(PROGRAM)
        if program is None:
            raise VoiceFailed(f"{PROGRAM} is not installed")
        command = [
            program, "-v", "vi", "-s", str(self.words_per_minute), "-a", str(self.amplitude),
            "-b", "1", "--stdin", "-w", str(target),
        ]  # fmt: skip
        try:
            subprocess.run(
                command, input=text.encode(), capture_output=True, check=True, timeout=SECONDS_MAX
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise VoiceFailed(str(error)) from error
        if not target.is_file() or not target.stat().st_size:
            raise VoiceFailed(f"{PROGRAM} wrote nothing")
