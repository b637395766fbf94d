"""Speech: the front door. A number is called aloud; a name never is.

Clips are made once and kept under home()/speech, the oldest leaving first. Where no voice is at
hand, or the disk is full, there is no clip; the board then shows and chimes.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from donghanh.base.faults import Fact
from donghanh.base.home import home

from . import rules, sound
from .adapters.base import Voice, VoiceFailed
from .adapters.espeak import Espeak

__all__ = [
    "NotANumber",
    "Said",
    "call_audio",
    "call_words",
    "chime",
    "narrate",
    "say",
    "voices",
]

CLIPS_MAX = 150  # About 0.4 MB each: 60 MB at most, a busy day and a half.
SENTENCES_MAX = 400  # About 0.2 MB each: the sentences of some ten films.
BREATH_SECONDS = 0.6  # after each sentence
VOICES: tuple[Voice, ...] = (Espeak(),)  # the first at hand speaks
_log = logging.getLogger(__name__)


class NotANumber(Fact):
    """Something other than a ticket's label and a counter's number was to be called."""

    message = "Loa chỉ gọi bằng số phiếu và số quầy."
    remedy = "Chọn lại số phiếu. Không đọc tên người dân trên loa."


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a narration, from when to when in seconds; `aloud` False: only written."""

    sentence: str
    starts_at_second: float
    ends_at_second: float
    aloud: bool


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

    def make(target: Path) -> None:
        once = target.with_suffix(".once")
        try:
            voice.speak(words, once)
            sound.say_twice(once, target)
        finally:
            once.unlink(missing_ok=True)

    return _clip("call", voice, words, make)


def say(text: str) -> Path | None:
    """Return the WAV file of a sentence; None when no voice is at hand or it failed.

    Dates, amounts and shortened names are read as people say them.
    """
    words = rules.spoken(text)
    voice = next((voice for voice in VOICES if voice.at_hand()), None)
    if voice is None or not words:
        return None
    return _clip("say", voice, words, lambda target: voice.speak(words, target))


def narrate(sentences: Sequence[str], target: Path) -> tuple[Said, ...]:
    """Write sentences as one WAV and return when each is said.

    Each stands at least as long as slow reading takes, so that it serves as a caption too; one
    that no voice says is silence of that length. Raise OSError on a full disk.
    """
    pieces: list[tuple[float, Path | None]] = []
    said: list[Said] = []
    start = 0.0
    for sentence in sentences:
        clip = say(sentence)
        spoken = sound.seconds_of(clip) if clip else 0.0
        seconds = max(spoken, rules.seconds_to_read(sentence)) + BREATH_SECONDS
        pieces.append((seconds, clip))
        said.append(Said(sentence, start, start + seconds, clip is not None))
        start += seconds
    sound.write_joined(pieces, target)
    return tuple(said)


def _clip(kind: str, voice: Voice, words: str, make: Callable[[Path], None]) -> Path | None:
    """Return a kept clip of a voice and words, None when it could not be made."""
    name = hashlib.sha256(f"{voice.name}\n{words}".encode()).hexdigest()[:24]
    try:
        return _kept(f"{kind}-{name}.wav", make)
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
    for kind, clips_max in (("call", CLIPS_MAX), ("say", SENTENCES_MAX)):
        clips = [(clip.stat().st_mtime_ns, clip) for clip in folder.glob(f"{kind}-*.wav")]
        for _, clip in sorted(clips, reverse=True)[clips_max:]:
            clip.unlink(missing_ok=True)
