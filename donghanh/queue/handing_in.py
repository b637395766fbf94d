"""Numbers that a kiosk gave while its server was gone. Pure: values in, values out.

The kiosk's clock is not trusted, only how long ago it says it gave a number: what it read when it
gave it, and what it reads as it hands it in. A clock that is hours wrong is wrong in both.
"""

from __future__ import annotations

from datetime import datetime, timedelta

AGE_MAX = timedelta(days=31)  # a kiosk that stood dark for longer has nothing to tell the line
SUFFIXES: tuple[str, ...] = ("", *"BCDEFGHJKLMNPQRSTUVXYZ")  # 2001, 2001B, 2001C …: no I, O, W


def given_at(given_ms: int, sent_ms: int, received_at: datetime) -> datetime:
    """Return when a number was given, by our clock; never after now.

    `given_ms` and `sent_ms`: the kiosk's clock, in thousandths since any start.
    """
    ago = min(max(sent_ms - given_ms, 0), AGE_MAX // timedelta(milliseconds=1))
    return received_at - timedelta(milliseconds=ago)


def suffix(others: int) -> str:
    """Return what tells a number from others of the same day: "" for the first of them."""
    return SUFFIXES[min(others, len(SUFFIXES) - 1)]


def next_number(first: int, last: int, given: int | None) -> int | None:
    """Return the number a device gives next from its range, None when the range is used up."""
    following = first if given is None else given + 1
    return following if following <= last else None
