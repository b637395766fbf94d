"""Joining the line."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.rows import insert
from donghanh.centre import service as centre
from donghanh.reception import service as reception

from .. import promises, rules
from ..faults import NoMoreToday
from ..models import NumberSeries, Ticket
from ..order import changed
from ..records import Promise, WaitingTicket
from .counters import hall_rules
from .prospects import NEWCOMER, Line, line_of, told
from .tickets import ticket

MACHINES = {"device", "citizen"}  # people at the gate may still say yes after the last ticket


@audit.verb
def join(
    intake: reception.Intake,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    errand: str = rules.Errand.FULL,
    booked_at: datetime | None = None,
    dossiers: int = 1,
) -> WaitingTicket:
    """Open the visit and give it today's next number. A replay returns the first ticket.

    `booked_at`: the time of an appointment. `dossiers`: how many are brought, perhaps for many
    families; they share the one number. Raise NoMoreToday to a machine after the last ticket,
    but not for who had booked.
    """
    made = audit.replayed("ticket.joined", key, centre_id=intake.centre_id)
    if made is not None:
        return ticket(intake.centre_id, made)
    at = at or now()
    hall = hall_rules(intake.centre_id)
    line = line_of(intake.centre_id, intake.series, at, hall)
    if by.actor_kind in MACHINES and booked_at is None:
        _check_room(line, at)
    visit = reception.open_visit(intake, by=by, key=derived_key(key, "visit"), at=at)
    level = rules.level_kept(visit.standing_level, hall.lowest_standing)
    slot = rules.slot(at, booked_at)
    first = partial(centre.first_number, intake.centre_id, intake.series)
    number = NumberSeries.take(intake.centre_id, visit.day, intake.series, first)
    own = rules.Place(NEWCOMER, level, slot.waiting_since, number, errand, slot.ready_at)
    row = _ticket(visit, own, told(line, own))
    row.series, row.joined_at, row.booked_at, row.dossiers = intake.series, at, booked_at, dossiers
    insert(row)
    changed("ticket.joined", row.pk, by=by, key=key, at=at, centre_id=intake.centre_id)
    return row.record()


def _check_room(line: Line, at: datetime) -> None:
    """Raise NoMoreToday when those who wait already fill the hours that are left."""
    last_at = promises.last_ticket_at(local(at), line.load, line.prospect)
    if last_at is not None and local(at) > last_at:
        raise NoMoreToday(f"{local(at):%H:%M} > {last_at:%H:%M}")


def _ticket(visit: reception.Visit, own: rules.Place, promised: Promise) -> Ticket:
    """Return a ticket for a place, not saved yet."""
    return Ticket(
        centre_id=visit.centre_id,
        visit_id=visit.id,
        slip_code=visit.slip_code,
        day=visit.day,
        number=own.number,
        standing_level=own.level,
        waiting_since=own.waiting_since,
        ready_at=own.ready_at,
        errand=own.errand,
        promised_min=promised.minutes_min,
        promised_max=promised.minutes_max,
    )
