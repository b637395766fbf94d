"""What the head lays down for the hall and tries out, read forgivingly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from donghanh.base.opening import OpenSpell
from donghanh.queue import service as queue

from ..dates import read_hour

HOURS = {
    "morning_opens": "Sáng từ",
    "morning_closes": "Sáng đến",
    "afternoon_opens": "Chiều từ",
    "afternoon_closes": "Chiều đến",
}
COUNTERS_MAX, VISITS_MAX = 30, 1000  # more than any commune; a slip of the keyboard beyond


@dataclass(frozen=True, slots=True)
class HallInput:
    """Hours and how far down standing counts, as typed, and what is wrong: field -> words."""

    typed: dict[str, str]
    spells: tuple[OpenSpell, ...]
    lowest_standing: int
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class TrialInput:
    """A hall to try, as typed, and what is wrong: field -> words."""

    typed: dict[str, str]
    counters: int = 0
    visits: int = 0
    extra: str = ""
    errors: dict[str, str] = field(default_factory=dict)


def read_hall(post: Mapping[str, str]) -> HallInput:
    """Return what was laid down. Empty hours are allowed: then nothing is counted by them."""
    typed = {name: post.get(name, "").strip() for name in HOURS}
    read = {name: read_hour(text) for name, text in typed.items() if text}
    errors = {name: "Ghi giờ như 7:00 hoặc 7h30." for name, hour in read.items() if hour is None}
    hours = {name: time(*hour) for name, hour in read.items() if hour}
    spells = []
    for half in ("morning", "afternoon"):
        opens, closes = hours.get(f"{half}_opens"), hours.get(f"{half}_closes")
        if opens and closes and opens < closes:
            spells.append(OpenSpell(opens, closes))
        elif (opens or closes) and not errors:
            errors[f"{half}_closes"] = "Giờ đóng phải sau giờ mở."
    if len(spells) == 2 and spells[1].opens < spells[0].closes:
        errors["afternoon_opens"] = "Buổi chiều phải sau buổi sáng."
    lowest = post.get("lowest_standing", "")
    known = lowest.isdecimal() and 1 <= int(lowest) <= queue.LOWEST_STANDING
    kept = int(lowest) if known else queue.LOWEST_STANDING
    return HallInput(typed, tuple(spells), kept, errors)


def read_trial(post: Mapping[str, str]) -> TrialInput:
    """Return the hall to try."""
    typed = {name: post.get(name, "").strip() for name in ("counters", "visits", "extra")}
    errors: dict[str, str] = {}
    counters, visits = (
        _count(typed[name], most, errors, name)
        for name, most in (("counters", COUNTERS_MAX), ("visits", VISITS_MAX))
    )
    if typed["extra"]:
        try:
            extra_of(typed["extra"])
        except ValueError:
            errors["extra"] = "Ghi như 8-10, hoặc để trống."
    return TrialInput(typed, counters, visits, typed["extra"], errors)


def extra_of(text: str) -> queue.Extra:
    """Return one more counter from "8-10" or "8:30-10". Raise ValueError."""
    hours = [read_hour(part) for part in text.split("-")]
    if len(hours) != 2 or hours[0] is None or hours[1] is None:
        raise ValueError(text)
    return queue.extra_between(*hours[0], *hours[1])


def _count(text: str, most: int, errors: dict[str, str], name: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= most:
        return int(text)
    errors[name] = f"Ghi một số từ 1 đến {most}."
    return 0
