"""A recording on its way to a clip: is it good enough, cut to the voice, as loud as the others.

Arrays of floats, full scale 1.0. Pure but for numpy.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.float64]

SECONDS_MIN, SECONDS_MAX = 0.15, 8.0
FRAME_SECONDS = 0.01
VOICE_OVER_PEAK = 0.04  # of the loudest frame: louder than this is voice (−28 dB)
MARGIN_SECONDS = 0.05
LOUDEST_FRAME_MIN = 0.02  # −34 dBFS; below it a hall hears the hiss, not the voice
CLIPPED = 0.985
CLIPPED_SHARE_MAX = 0.002
LOUDNESS = 0.14  # what every clip's voiced part is brought to, root mean square (−17 dBFS)
PEAK_MAX = 0.95


def fault_of(samples: Samples, rate: int) -> str:
    """Return "" for a good take, else "short", "long", "quiet" or "clipped"."""
    if len(samples) > SECONDS_MAX * rate:
        return "long"
    levels = _levels(samples, rate)
    if not len(levels) or levels.max() < LOUDEST_FRAME_MIN:
        return "quiet"
    if float(np.mean(np.abs(samples) >= CLIPPED)) > CLIPPED_SHARE_MAX:
        return "clipped"
    return "short" if _voiced(levels).sum() * FRAME_SECONDS < SECONDS_MIN else ""


def trimmed(samples: Samples, rate: int) -> Samples:
    """Return a take from just before the voice to just after it; a click alone does not count."""
    levels = _levels(samples, rate)
    voiced = np.flatnonzero(_voiced(levels))
    if not len(voiced):
        return samples
    frame, margin = round(FRAME_SECONDS * rate), round(MARGIN_SECONDS * rate)
    start = max(0, int(voiced[0]) * frame - margin)
    return samples[start : (int(voiced[-1]) + 1) * frame + margin]


def evened(samples: Samples, rate: int) -> Samples:
    """Return a take as loud as every other, never over the peak; its ends fade in 5 ms."""
    levels = _levels(samples, rate)
    voiced = levels[_voiced(levels)]
    loudness = float(np.sqrt(np.mean(voiced**2))) if len(voiced) else 0.0
    peak = float(np.abs(samples).max(initial=0.0))
    if not loudness or not peak:
        return samples
    louder = samples * min(LOUDNESS / loudness, PEAK_MAX / peak)
    fade = np.linspace(0.0, 1.0, min(len(louder), round(0.005 * rate)))
    louder[: len(fade)] *= fade
    louder[len(louder) - len(fade) :] *= fade[::-1]
    return louder


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """Return the same sound at another rate; what the new rate cannot hold is cut off."""
    if rate == wanted or not len(samples):
        return samples
    length = round(len(samples) * wanted / rate)
    spectrum = np.fft.rfft(samples)
    kept = spectrum[: length // 2 + 1]
    return np.asarray(np.fft.irfft(kept, length) * (length / len(samples)), dtype=np.float64)


def _levels(samples: Samples, rate: int) -> Samples:
    """Return the root mean square of each hundredth of a second."""
    frame = max(1, round(FRAME_SECONDS * rate))
    whole = len(samples) // frame
    frames = samples[: whole * frame].reshape(whole, frame)
    return np.asarray(np.sqrt(np.mean(frames**2, axis=1)), dtype=np.float64)


def _voiced(levels: Samples) -> NDArray[np.bool_]:
    """Return which frames are voice: loud enough, and not alone (a click of the mouse is)."""
    loud = levels > VOICE_OVER_PEAK * levels.max(initial=0.0)
    beside = np.zeros_like(loud)
    beside[1:] |= loud[:-1]
    beside[:-1] |= loud[1:]
    return np.asarray(loud & beside, dtype=np.bool_)
