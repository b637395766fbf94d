"""WAV files: the chime, made from sines, and a clip said twice."""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path

RATE = 22050  # samples a second, what espeak-ng gives
APART_SECONDS_MIN = 5.0  # From the start of the first saying to the start of the second.
PAUSE_SECONDS_MIN = 1.0
_NOTES = ((0.0, 659.26), (0.45, 523.25))  # E5 then C5: "đinh đoong"; start in seconds, hertz
_CHIME_SECONDS = 1.7
_FADE_A_SECOND = 3.2
_LOUDNESS = 0.42


class NotAClip(Exception):
    """A voice wrote something other than 16-bit mono WAV."""


def write_chime(target: Path) -> None:
    """Write the two-note chime that sounds before each call."""
    samples = array("h", (_chime_at(place / RATE) for place in range(int(RATE * _CHIME_SECONDS))))
    _write(target, RATE, samples)


def say_twice(clip: Path, target: Path) -> None:
    """Write a clip, a pause and the clip again. Raise NotAClip for other than 16-bit mono."""
    rate, samples = read(clip)
    pause = max(PAUSE_SECONDS_MIN, APART_SECONDS_MIN - len(samples) / rate)
    _write(target, rate, samples + array("h", bytes(2 * int(rate * pause))) + samples)


def write_joined(pieces: list[tuple[float, Path | None]], target: Path) -> None:
    """Write clips one after another, each filling its seconds with silence after it.

    None is silence alone; a clip of another rate than RATE counts as one. Raise NotAClip.
    """
    samples = array("h")
    for seconds, clip in pieces:
        rate, said = read(clip) if clip else (RATE, array("h"))
        said = said if rate == RATE else array("h")
        samples += said + array("h", bytes(2 * max(0, round(RATE * seconds) - len(said))))
    _write(target, RATE, samples)


def seconds_of(clip: Path) -> float:
    """Return how long a clip sounds. Raise NotAClip."""
    rate, samples = read(clip)
    return len(samples) / rate


def read(clip: Path) -> tuple[int, array[int]]:
    """Return a clip's samples a second and its samples. Raise NotAClip."""
    try:
        with wave.open(str(clip), "rb") as sound:
            if (sound.getsampwidth(), sound.getnchannels()) != (2, 1) or not sound.getnframes():
                raise NotAClip(clip.name)
            samples = array("h", sound.readframes(sound.getnframes()))
            rate = sound.getframerate()
    except (wave.Error, EOFError) as error:
        raise NotAClip(clip.name) from error
    return rate, _little_endian(samples)


def _write(target: Path, rate: int, samples: array[int]) -> None:
    with wave.open(str(target), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(_little_endian(samples).tobytes())


def _little_endian(samples: array[int]) -> array[int]:
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples


def _chime_at(seconds: float) -> int:
    """Return the sample at an instant: each note a sine with a soft octave, dying away."""
    level = 0.0
    for start, hertz in _NOTES:
        since = seconds - start
        if since >= 0:
            turn = 2 * math.pi * hertz * since
            attack = min(1.0, since / 0.01)
            tone = math.sin(turn) + 0.3 * math.sin(2 * turn)
            level += attack * tone * math.exp(-_FADE_A_SECOND * since)
    ending = min(1.0, (_CHIME_SECONDS - seconds) / 0.05)
    return round(32767 * _LOUDNESS * level * ending)
