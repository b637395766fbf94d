"""When a print must be looked at again, and whether what it says still stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from donghanh.base.text import syllable_count

TRUSTED_DAYS = 180  # half a year: rates and forms of this field change about that often
READ_SYLLABLES_A_SECOND = 2  # who reads slowly, from a chair
STANDS_SECONDS_MIN, STANDS_SECONDS_MAX = 8, 40


def reading_seconds(words: str) -> int:
    """Return how long a picture stands so that who reads slowly reads it to the end."""
    needed = -(-syllable_count(words) // READ_SYLLABLES_A_SECOND)
    return min(max(needed, STANDS_SECONDS_MIN), STANDS_SECONDS_MAX)


def check_again_on(made_on: date, changes: Iterable[date | None]) -> date:
    """Return the day to look at a print again: the first change known to come, else half a year."""
    known = (day for day in changes if day is not None and day > made_on)
    return min([*known, made_on + timedelta(days=TRUSTED_DAYS)])


def day_after(day: date | None) -> date | None:
    """Return the first day on which something that ends with `day` no longer applies."""
    return day + timedelta(days=1) if day else None


def changed(then: Mapping[str, int], now: Mapping[str, int]) -> tuple[str, ...]:
    """Return the names whose row is another now, is gone, or has come, in order of name."""
    return tuple(sorted(name for name in {*then, *now} if then.get(name) != now.get(name)))
