"""How many questions an address may ask, pure: instants in, yes or wait out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MINUTE: Final = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Admission:
    """`wait` seconds until the next question is let in, 0 for now. `paid_until` is to be kept."""

    wait: float
    paid_until: float


def admission(paid_until: float, at: float, *, per_minute: int) -> Admission:
    """Return whether a question is let in at an instant (seconds), and what to remember.

    Each question costs a minute's share, and nobody may owe more than a minute: so `per_minute` at
    once, then one each share. One number an address is enough (the generic cell rate algorithm,
    ITU-T I.371). A debt beyond a minute was noted by a clock that has been set back since: it is
    forgotten.
    """
    share = MINUTE / per_minute
    owed_from = paid_until if at < paid_until <= at + MINUTE + share else at
    paid = owed_from + share
    wait = paid - MINUTE - at
    if wait > share / 1000:  # sums of shares are not exact
        return Admission(wait, paid_until)
    return Admission(0.0, paid)
