"""The one place that knows soundfile (libsndfile): sound files in and out, as floats."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
import soundfile

from ..takes import Samples, resampled

SoundForm: TypeAlias = Literal["wav", "ogg", "mp3"]
RATE = 24000  # samples a second: all of a voice, and one that Opus knows
_KINDS: dict[SoundForm, tuple[str, str]] = {
    "wav": ("WAV", "PCM_16"),
    "ogg": ("OGG", "OPUS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
}


class NotSound(Exception):
    """Bytes that libsndfile cannot read as one channel of sound."""


def read(sound: bytes | Path) -> tuple[int, Samples]:
    """Return samples a second and the samples, of one channel. Raise NotSound."""
    try:
        source = BytesIO(sound) if isinstance(sound, bytes) else str(sound)
        samples, rate = soundfile.read(source, dtype="float64", always_2d=True)
    except (soundfile.LibsndfileError, ValueError, TypeError) as error:
        raise NotSound(type(error).__name__) from error
    if not len(samples) or not np.isfinite(samples).all():
        raise NotSound("empty")
    return int(rate), np.asarray(samples.mean(axis=1), dtype=np.float64)


def written(samples: Samples, form: SoundForm, rate: int = RATE) -> bytes:
    """Return a sound as a file of one form."""
    kind, coding = _KINDS[form]
    target = BytesIO()
    soundfile.write(target, np.clip(samples, -1, 1), rate, format=kind, subtype=coding)
    return target.getvalue()


def encode(wav: Path, target: Path, form: SoundForm) -> None:
    """Write a WAV file as Opus or MP3. Raise NotSound."""
    rate, samples = read(wav)
    target.write_bytes(written(resampled(samples, rate, RATE), form))
