"""Keeping the line overnight, when the power or the national system broke the day off."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Max, Value

from donghanh.audit import service as audit
from donghanh.base.clock import at_local, now, today
from donghanh.base.people import Actor
from donghanh.centre import service as centre
from donghanh.reception import service as reception

from ..faults import DayBegun
from ..models import NumberSeries, Ticket
from ..models.ticket import TicketQuerySet
from ..order import changed
from .counters import hall_rules

OPENS_HOUR = 7  # of a kept line, where the head has set no hours


@audit.verb
def keep_overnight(
    centre_id: int, on: date, *, by: Actor, key: UUID, at: datetime | None = None
) -> date:
    """Let all who hold a number of a day stand where they stand on the next working day.

    Return that day. Each keeps number, slip and the wait so far; the day's new numbers begin above
    them. Raise DayBegun when numbers of that day were given already.
    """
    to = max(centre.calendar().next_working(on), today())
    if audit.replayed("line.kept", key, centre_id=centre_id) is not None:
        return to
    at = at or now()
    if Ticket.objects.of(centre_id).filter(day=to).exists():
        raise DayBegun(to.isoformat())
    held = Ticket.objects.of(centre_id).held_on(on)
    opens = hall_rules(centre_id).hours
    opens_at = at_local(to, opens[0].hour if opens else OPENS_HOUR, opens[0].minute if opens else 0)
    _start_above(centre_id, held, to)
    visit_ids = list(held.values_list("visit_id", flat=True))
    kept = _move(held, to, opens_at - at)
    reception.keep_visits(centre_id, visit_ids, to)
    changed("line.kept", kept, by=by, key=key, at=at, centre_id=centre_id)
    return to


def _start_above(centre_id: int, held: TicketQuerySet, to: date) -> None:
    """Let each series of the new day begin after the numbers that are kept."""
    held = held.filter(number__lt=centre.DEVICE_RANGES_FROM)  # a kiosk's own numbers count apart
    tops = held.order_by().values_list("series").annotate(top=Max("number"))
    NumberSeries.objects.bulk_create(
        NumberSeries(centre_id=centre_id, day=to, series=series, last=top) for series, top in tops
    )


def _move(held: TicketQuerySet, to: date, later: timedelta) -> int:
    """Shift a line to another day as if all had come so much later. Return how many."""
    return held.update(
        day=to,
        joined_at=F("joined_at") + Value(later),
        waiting_since=F("waiting_since") + Value(later),
        kept_since=F("kept_since") + Value(later),
        ready_at=None,
    )
