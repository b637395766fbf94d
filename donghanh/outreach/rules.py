"""When a print must be looked at again, and whether what it says still stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

TRUSTED_DAYS = 180  # half a year: rates and forms of this field change about that often


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
