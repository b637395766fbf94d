"""How long until the call, and until when a number can still be kept. Pure.

A promise is a range that about nine in ten visitors find true: `donghanh simulate` measures it over
days with these functions, the office reports it of real days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from donghanh.base.opening import OpenSpell

MINUTES_A_VISIT = 10.0  # until the day has shown its own pace
PACE_WEIGHT = 8  # so many visits of today weigh as much as what is expected
STEP_MINUTES = 5  # people hear "khoảng 20 phút", not 17
# The range, measured by `donghanh simulate` over four shares of standing: about nine in ten.
SOONER, LATER = 0.8, 1.5
LATER_VISITS = 0.6  # who comes later may be called first, and one visit may be a long one


class Prospect(NamedTuple):
    """What a line is like at an instant: its pace and how many desks are at work."""

    minutes_a_visit: float
    desks: int
    spells: tuple[OpenSpell, ...] = ()


def pace(minutes: Sequence[float]) -> float:
    """Return minutes a visit: what is expected, drawn to what today's visits took."""
    expected = PACE_WEIGHT * MINUTES_A_VISIT
    return (expected + sum(minutes)) / (PACE_WEIGHT + len(minutes))


def promise_minutes(before: float, prospect: Prospect) -> tuple[int, int]:
    """Return a range of minutes at work until the call, rounded outward to five.

    `before` counts visits before this one; who brings several dossiers counts for more.
    """
    one = prospect.minutes_a_visit / max(prospect.desks, 1)
    low = int(before * one * SOONER) // STEP_MINUTES * STEP_MINUTES
    late = before * one * LATER + prospect.minutes_a_visit * LATER_VISITS
    return low, max(-(-int(late) // STEP_MINUTES) * STEP_MINUTES, STEP_MINUTES)


def over_the_break(minutes: float, local_now: datetime, spells: Sequence[OpenSpell]) -> int:
    """Return minutes by the clock for minutes at work: a lunch break in between is added.

    Before opening the wait begins at opening; what goes past closing is counted on as if open.
    """
    if not spells:
        return int(minutes)
    left, clock = timedelta(minutes=minutes), local_now
    for spell in spells:
        opens, closes = _at(local_now, spell)
        clock = max(clock, opens)
        if closes > clock:
            spent = min(closes - clock, left)
            clock, left = clock + spent, left - spent
        if not left:
            break
    return int((max(clock, local_now) + left - local_now).total_seconds() // 60)


def last_ticket_at(local_now: datetime, waiting: float, prospect: Prospect) -> datetime | None:
    """Return until when a new number can still be served today; None where hours are not set.

    Everyone who holds a number is served, so the more wait, the earlier the last one is given.
    """
    if not prospect.spells:
        return None
    needed = (waiting + 1) * prospect.minutes_a_visit / max(prospect.desks, 1)
    left = timedelta(minutes=needed)
    for spell in reversed(prospect.spells):
        opens, closes = _at(local_now, spell)
        if closes - opens >= left:
            return closes - left
        left -= closes - opens
    return _at(local_now, prospect.spells[0])[0]


def kept(low: int, high: int, waited: float) -> bool:
    """Return whether a promise held. Coming up to one step early does nobody harm."""
    return low - STEP_MINUTES <= waited <= high


def _at(day: datetime, spell: OpenSpell) -> tuple[datetime, datetime]:
    def on(hour: datetime, closing: bool) -> datetime:
        time = spell.closes if closing else spell.opens
        return hour.replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)

    return on(day, False), on(day, True)
