"""Days and hours as people type them on staff screens."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_HOUR = re.compile(r"(\d{1,2})\s*(?:(?::|h|giờ)\s*(\d{1,2})?\s*(?:phút)?)?")


def read_day(typed: str) -> date | None:
    """Return a day typed as 26/11/2026, 26-11-2026 or 2026-11-26; None when it is none of them."""
    words = typed.strip()
    if found := _DAY.fullmatch(words):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DAY.fullmatch(words):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_hour(typed: str) -> tuple[int, int] | None:
    """Return (hour, minute) typed as 16:30, 16h30, 16 giờ 30 or 16; None when it is no time."""
    found = _HOUR.fullmatch(typed.strip().lower())
    if found is None:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    return (hour, minute) if hour < 24 and minute < 60 else None
