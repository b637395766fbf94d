"""What the speech room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from .joining import Joins


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a narration, from when to when in seconds; `aloud` False: only written."""

    sentence: str
    starts_at_second: float
    ends_at_second: float
    aloud: bool


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is recorded in one go. `use`: "call" (part of a call) or "screen" (said whole)."""

    id: str
    words: str
    use: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language that calls are recorded in. `reviewed`: who looked at its words, or that nobody
    who speaks it did.
    """

    id: str
    name: str
    reviewed: str
    joins: Joins
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class ClipRecord:
    """A prompt as it was recorded (đoạn thu)."""

    prompt: str
    seconds: float
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class HallRecord:
    """How a hall is spoken to. `volume_max` in percent; no quiet hours: both None.

    `linking` stands between hundreds and ones: "linh" or "lẻ".
    """

    volume_max: int
    quiet_from: time | None
    quiet_to: time | None
    linking: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a board may do now: speak or not, and how loud; `quiet`: nobody speaks at this hour."""

    held: bool
    quiet: bool
    volume_max: int
