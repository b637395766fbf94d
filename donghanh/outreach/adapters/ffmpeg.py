"""Films by ffmpeg, run as a separate program when it is installed (Debian: ffmpeg)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .base import FilmFailed, Shot

PROGRAM = "ffmpeg"
FRAMES_A_SECOND = 5  # stills need few; fewer still, and some players stumble
SECONDS_MAX = 600  # a film of three minutes takes it about ten; more means something is wrong


class Ffmpeg:
    """H.264 main profile with the index in front: what televisions and old phones play."""

    def at_hand(self) -> bool:
        """Return whether the program is on the PATH."""
        return shutil.which(PROGRAM) is not None

    def make(self, shots: list[Shot], voice: Path, captions: Path, target: Path) -> None:
        """Write the film. Raise FilmFailed when the program is missing, slow or refuses."""
        program = shutil.which(PROGRAM)
        if program is None:
            raise FilmFailed(f"{PROGRAM} is not installed")
        listed = target.with_suffix(".shots.txt")
        listed.write_text(shot_list(shots), encoding="utf-8")
        seconds = f"{sum(shot.seconds for shot in shots):.3f}"
        command = [
            program, "-y", "-nostdin", "-loglevel", "error",
            "-f", "concat", "-safe", "0", "-i", str(listed), "-i", str(voice), "-i", str(captions),
            "-map", "0:v", "-map", "1:a", "-map", "2:s", "-t", seconds,
            "-vf", f"fps={FRAMES_A_SECOND},format=yuv420p",
            "-c:v", "libx264", "-profile:v", "main", "-preset", "veryfast", "-tune", "stillimage",
            "-c:a", "aac", "-b:a", "64k", "-ar", "44100", "-ac", "1",
            "-c:s", "mov_text", "-metadata:s:s:0", "language=vie",
            "-metadata:s:a:0", "language=vie", "-movflags", "+faststart", "-f", "mp4", str(target),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=SECONDS_MAX)
        except subprocess.CalledProcessError as error:
            raise FilmFailed(error.stderr.decode(errors="replace")[-300:]) from error
        except (OSError, subprocess.SubprocessError) as error:
            raise FilmFailed(str(error)) from error
        finally:
            listed.unlink(missing_ok=True)


def shot_list(shots: list[Shot]) -> str:
    """Return what ffmpeg's concat reads; the last picture stands twice, or it would be cut off."""
    lines = ["ffconcat version 1.0"]
    for shot in shots:
        lines += [f"file '{shot.picture.as_posix()}'", f"duration {shot.seconds:.3f}"]
    return "\n".join([*lines, f"file '{shots[-1].picture.as_posix()}'", ""])
