"""The shelf of sounds under home()/speech: each made once, the oldest leaving first."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from donghanh.base.home import home

from . import sound
from .adapters.base import VoiceFailed
from .adapters.sound_files import NotSound, SoundForm, encode

CLIPS_MAX = 300  # A call has two or three files of about 0.4, 0.05 and 0.08 MB.
SENTENCES_MAX = 400  # About 0.2 MB each: the sentences of some ten films.
_log = logging.getLogger(__name__)


def kept(name: str, make: Callable[[Path], None]) -> Path:
    """Return a kept file, made first when missing. It appears whole or not at all."""
    folder = home() / "speech"
    file = folder / name
    if file.is_file():
        return file
    folder.mkdir(exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        make(Path(temporary))
        Path(temporary).replace(file)
    finally:
        Path(temporary).unlink(missing_ok=True)
    _forget_oldest(folder)
    return file


def kept_or_none(name: str, make: Callable[[Path], None]) -> Path | None:
    """Return a kept file; None, and a line in the log, when it could not be made."""
    try:
        return kept(name, make)
    except (VoiceFailed, sound.NotAClip, NotSound, OSError) as error:
        _log.warning("voice failed: %s", type(error).__name__)
        return None


def as_form(wav: Path, form: SoundForm) -> Path:
    """Return a kept WAV in another form; the WAV itself when that form cannot be made."""
    if form == "wav":
        return wav
    name = f"{wav.stem}.{form}"
    return kept_or_none(name, lambda target: encode(wav, target, form)) or wav


def _forget_oldest(folder: Path) -> None:
    for kind, clips_max in (("call", CLIPS_MAX), ("say", SENTENCES_MAX)):
        clips = [(clip.stat().st_mtime_ns, clip) for clip in folder.glob(f"{kind}-*.*")]
        for _, clip in sorted(clips, reverse=True)[clips_max:]:
            clip.unlink(missing_ok=True)
