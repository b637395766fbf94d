"""Speech: the front door. A number is called aloud; a name never is.

Clips are made once and kept under home()/speech, the oldest leaving first. Where no voice is at
hand, or the disk is full, there is no clip; the board then shows and chimes.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from donghanh.base.faults import Fact
from donghanh.base.home import home

from . import rules, sound
from .adapters.base import Voice, VoiceFailed
from .adapters.espeak import Espeak

__all__ = ["NotANumber", "call_audio", "call_words", "chime", "voices"]

CLIPS_MAX = 150  # About 0.4 MB each: 60 MB at most, a busy day and a half.
VOICES: tuple[Voice, ...] = (Espeak(),)  # the first at hand speaks
_log = logging.getLogger(__name__)


class NotANumber(Fact):
    """Something other than a ticket's label and a counter's number was to be called."""

    message = "Loa chỉ gọi bằng số phiếu và số quầy."
    remedy = "Chọn lại số phiếu. Không đọc tên người dân trên loa."


def call_words(label: str, counter: int, *, one_by_one: bool = False) -> str:
    """Return a call in words: ("105", 3) → "Mời số một trăm linh năm, đến quầy số ba".

    With `one_by_one` the ticket's digits are read singly. Raise NotANumber for anything but a
    label such as "A105" and a counter from 1 to 99.
    """
    try:
        return rules.call_words(label, counter, one_by_one=one_by_one)
    except ValueError as error:
        raise NotANumber from error


def call_audio(label: str, counter: int, *, one_by_one: bool = False) -> Path | None:
    """Return the WAV file of a call, said twice; None when no voice is at hand or it failed.

    Raise NotANumber as `call_words` does.
    """
    words = call_words(label, counter, one_by_one=one_by_one)
    voice = next((voice for voice in VOICES if voice.at_hand()), None)
    if voice is None:
        return None
    name = hashlib.sha256(f"{voice.name}\n{words}".encode()).hexdigest()[:24]

    def make(target: Path) -> None:
        once = target.with_suffix(".once")
        try:
            voice.speak(words, once)
            sound.say_twice(once, target)
        finally:
            once.unlink(missing_ok=True)

    try:
        return _kept(f"call-{name}.wav", make)
    except (VoiceFailed, sound.NotAClip, OSError) as error:
        _log.warning("voice failed: %s", type(error).__name__)
        return None


def chime() -> Path:
    """Return the WAV file of the chime. It needs no voice. Raise OSError on a full disk."""
    return _kept("chime.wav", sound.write_chime)


def voices() -> tuple[str, ...]:
    """Return the names of the voices at hand, the one that speaks first. Empty: none."""
    return tuple(voice.name for voice in VOICES if voice.at_hand())


def _kept(name: str, make: Callable[[Path], None]) -> Path:
    """Return a kept file, made first when missing. It appears whole or not at all."""
    folder = home() / "speech"
    kept = folder / name
    if kept.is_file():
        return kept
    folder.mkdir(exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        make(Path(temporary))
        Path(temporary).replace(kept)
    finally:
        Path(temporary).unlink(missing_ok=True)
    _forget_oldest(folder)
    return kept


def _forget_oldest(folder: Path) -> None:
    clips = [(clip.stat().st_mtime_ns, clip) for clip in folder.glob("call-*.wav")]
    for _, clip in sorted(clips, reverse=True)[CLIPS_MAX:]:
        clip.unlink(missing_ok=True)
