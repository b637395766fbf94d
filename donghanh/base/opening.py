"""Hours a counter is open, and how a term in hours uses them up. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class OpenSpell:
    """Hours a counter is open on a working day, `closes` after `opens`."""

    opens: time
    closes: time


def spend(left: timedelta, since: time, spells: Sequence[OpenSpell]) -> tuple[timedelta, time]:
    """Return how much of `left` a day's opening takes from `since` on, and the hour it ran out.

    `spells` are in order of the day. The hour is `since` when nothing was taken.
    """
    used, end = timedelta(), since
    for spell in spells:
        opens = max(spell.opens, since)
        if spell.closes > opens and used < left:
            spent = min(_between(opens, spell.closes), left - used)
            used += spent
            end = (datetime.combine(date.min, opens) + spent).time()
    return used, end


def hours_and_minutes(length: timedelta) -> str:
    """Return a length in words: "7 giờ 30 phút"."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"


def _between(opens: time, closes: time) -> timedelta:
    return datetime.combine(date.min, closes) - datetime.combine(date.min, opens)
