"""Going to the seat of someone whom no call from the desk reaches."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.reception import service as reception

from ..faults import CallEnded
from ..models import Call, Pause
from ..order import changed
from ..records import CalledTicket, SeatToGo
from .calls import call
from .counters import AT_SEAT


@audit.verb
def ask_guide(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> CalledTicket:
    """Ask the guides to fetch the visitor at the seat. Raise CallEnded."""
    if audit.replayed("guide.asked", key, centre_id=centre_id) is None:
        _open(centre_id, call_id)
        first = Call.objects.of(centre_id).filter(pk=call_id, guide_asked_at=None)
        first.update(guide_asked_at=at or now())
        changed("guide.asked", call_id, by=by, key=key, at=at, centre_id=centre_id)
    return call(centre_id, call_id)


@audit.verb
def serve_at_seat(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> CalledTicket:
    """The officer goes to the person and works there; the counter pauses. Raise CallEnded."""
    if audit.replayed("seat.served", key, centre_id=centre_id) is None:
        at, row = at or now(), _open(centre_id, call_id)
        visit_id = row.ticket.visit_id
        reception.reach_seat(centre_id, visit_id, by=by, key=derived_key(key, "seat"), at=at)
        Pause.end(centre_id, row.counter_id, at)
        Pause.objects.create(
            centre_id=centre_id, counter_id=row.counter_id, kind=AT_SEAT, began_at=at
        )
        changed("seat.served", call_id, by=by, key=key, at=at, centre_id=centre_id)
    return call(centre_id, call_id)


def seats_to_go(centre_id: int) -> tuple[SeatToGo, ...]:
    """Return where guides are to go, the longest asked first. Numbers, no reasons.

    Whoever no call reaches is in it by itself; others when a desk asked.
    """
    start, _ = day_bounds(local(now()).date())
    to_go = Q(guide_asked_at__gte=start) | Q(fetched=True, called_at__gte=start)
    asked = Call.objects.of(centre_id).open().filter(to_go)
    rows = asked.select_related("ticket", "counter").order_by("guide_asked_at", "pk")
    return tuple(
        SeatToGo(
            row.pk,
            row.ticket.visit_id,
            row.ticket.record().label,
            row.counter.number,
            row.guide_asked_at or row.called_at,
        )
        for row in rows
        if not reception.reached_since(centre_id, row.ticket.visit_id, row.called_at)
    )


def _open(centre_id: int, call_id: int) -> Call:
    """Return a call that has not ended. Raise CallEnded."""
    row = Call.objects.of(centre_id).open().select_related("ticket").filter(pk=call_id).first()
    if row is None:
        raise CallEnded(str(call_id))
    return row
