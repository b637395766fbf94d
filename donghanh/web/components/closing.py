"""Until when numbers are given today, and what to do after it, where the hall has hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from donghanh.base.clock import local, now
from donghanh.centre import service as centres
from donghanh.queue import service as queue

from .wants import ORDINARY_SERIES

NEAR = timedelta(hours=1)  # earlier it helps nobody; later who lives far away has set out
STEP_MINUTES = 5  # it moves with the line, so it is said in rough figures


@dataclass(frozen=True, slots=True)
class Closing:
    """The last number of a working day. `over`: machines give none any more; people may.

    `opens_on`, `opens`: when to come instead.
    """

    last_at: datetime
    over: bool
    opens_on: date
    opens: time


def closing(centre_id: int, series: str = ORDINARY_SERIES) -> Closing | None:
    """Return the last number of today once it is near; None before, and on a day off."""
    at, calendar = now(), centres.calendar()
    last_at = queue.last_ticket_at(centre_id, series)
    near = last_at is not None and at >= last_at - NEAR
    if last_at is None or not near or not calendar.is_working(local(at).date()):
        return None
    return _told(centre_id, last_at, over=at > last_at)


def closed(centre_id: int) -> Closing:
    """Return what to say to who was refused a number just now."""
    return _told(centre_id, now(), over=True)


def _told(centre_id: int, last_at: datetime, *, over: bool) -> Closing:
    since = local(last_at)
    rough = since.replace(minute=since.minute // STEP_MINUTES * STEP_MINUTES)
    opens_on = centres.calendar().next_working(since.date())
    return Closing(rough, over, opens_on, queue.hall_rules(centre_id).spells[0].opens)
