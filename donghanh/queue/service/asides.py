"""A visitor leaves the desk without being done: to another counter, or aside, keeping the place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor
from donghanh.centre import service as centre

from ..faults import CallEnded, NotAside, OtherLine
from ..models import Call, Ticket
from ..order import changed
from ..records import WaitingTicket
from ..rules import Slot
from .tickets import ticket


@audit.verb
def transfer(
    call_id: int, to: centre.CounterRecord, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Send the visitor on to another counter with the wait so far. Raise CallEnded or OtherLine."""
    ours = to.centre_id
    if audit.replayed("ticket.transferred", key, centre_id=ours) is not None:
        return
    row = _end(ours, call_id, "moved_at", at or now(), not_at=to)
    Ticket.objects.of(ours).filter(pk=row.ticket_id).update(series=to.series, wanted_id=to.id)
    Ticket.objects.of(ours).put_back(row.ticket_id, Slot(row.waited_since, None))
    changed("ticket.transferred", call_id, by=by, key=key, at=at, centre_id=ours)


@audit.verb
def park(centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> None:
    """The visitor goes to fetch or fill in something; the place is kept. Raise CallEnded."""
    if audit.replayed("ticket.parked", key, centre_id=centre_id) is not None:
        return
    row = _end(centre_id, call_id, "parked_at", at or now())
    Ticket.objects.of(centre_id).set_aside(row.ticket_id, row.waited_since)
    changed("ticket.parked", call_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def come_back(
    centre_id: int, ticket_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> WaitingTicket:
    """Someone set aside is here again and stands where they stood. Raise NotAside."""
    if audit.replayed("ticket.returned", key, centre_id=centre_id) is None:
        rows = Ticket.objects.of(centre_id).aside_on(local(at or now()).date())
        row = rows.filter(pk=ticket_id).first()
        if row is None or row.kept_since is None:
            raise NotAside(str(ticket_id))
        Ticket.objects.of(centre_id).put_back(ticket_id, Slot(row.kept_since, None))
        changed("ticket.returned", ticket_id, by=by, key=key, at=at, centre_id=centre_id)
    return ticket(centre_id, ticket_id)


def _end(
    centre_id: int,
    call_id: int,
    end: str,
    at: datetime,
    *,
    not_at: centre.CounterRecord | None = None,
) -> Call:
    rows = Call.objects.of(centre_id)
    row = rows.open().filter(pk=call_id).first()
    if row is not None and not_at is not None and row.counter_id == not_at.id:
        raise OtherLine(str(not_at.number))
    if row is None or not rows.end(call_id, end, at):
        raise CallEnded(str(call_id))
    return row
