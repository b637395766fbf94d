"""Joining the line, and finding a ticket again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.centre import service as centre
from donghanh.reception import service as reception

from .. import rules
from ..faults import NoSuchTicket
from ..models import NumberSeries, Ticket
from ..order import changed, line
from ..records import Promise, WaitingTicket


@audit.verb
def join(
    intake: reception.Intake, *, by: Actor, key: UUID, at: datetime | None = None
) -> WaitingTicket:
    """Open the visit and give it today's next number. A replay returns the first ticket."""
    made = audit.replayed("ticket.joined", key, centre_id=intake.centre_id)
    if made is not None:
        return ticket(intake.centre_id, made)
    at = at or now()
    audit.check_clock(intake.centre_id, now())
    visit = reception.open_visit(intake, by=by, key=derived_key(key, "visit"), at=at)
    first = centre.first_number(intake.centre_id, intake.series)
    row = Ticket.objects.create(
        centre_id=intake.centre_id,
        visit_id=visit.id,
        slip_code=visit.slip_code,
        day=visit.day,
        series=intake.series,
        number=NumberSeries.take(intake.centre_id, visit.day, intake.series, first),
        standing_level=visit.standing_level,
        joined_at=at,
        waiting_since=at,
    )
    changed("ticket.joined", row.pk, by=by, key=key, at=at, centre_id=intake.centre_id)
    return row.record()


def ticket(centre_id: int, ticket_id: int) -> WaitingTicket:
    """Return a ticket. Raise NoSuchTicket."""
    row = Ticket.objects.of(centre_id).filter(pk=ticket_id).first()
    if row is None:
        raise NoSuchTicket(str(ticket_id))
    return row.record()


def ticket_of_visit(centre_id: int, visit_id: int) -> WaitingTicket:
    """Return the latest ticket of a visit. Raise NoSuchTicket."""
    row = Ticket.objects.of(centre_id).filter(visit_id=visit_id).order_by("-pk").first()
    if row is None:
        raise NoSuchTicket(str(visit_id))
    return row.record()


def promise(centre_id: int, ticket_id: int) -> Promise:
    """Return when a waiting ticket will be called, as an honest range. Raise NoSuchTicket."""
    own = ticket(centre_id, ticket_id)
    desks = [c for c in centre.counters(centre_id) if c.series == own.series]
    at = now()
    if not desks or own.waiting_since is None:
        return Promise(0, 0, 0)
    order = rules.in_order(line(desks[0], at), at=at)
    before = next((n for n, p in enumerate(order) if p.ticket_id == own.id), 0)
    return Promise(*rules.promise_minutes(before, len(desks), rules.MINUTES_A_VISIT), before)
