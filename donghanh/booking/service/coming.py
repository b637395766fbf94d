"""Coming at a booked time: a number with its place in the line."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..faults import NotThisDay
from ..models import Appointment as AppointmentRow
from ..preparations import offers_of
from ..records import Appointment
from .appointments import appointment
from .helping import opened

CAME = "appointment.came"


@audit.verb
def arrive(
    code: str,
    intake: reception.Intake,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    as_booked: bool = False,
) -> queue.WaitingTicket:
    """Give who had booked a number with its place in the line; who is late waits as all do.

    `as_booked`: nobody asked what helps, so what was asked for beforehand holds; from now on it is
    the visit's. Raise NoSuchAppointment, NotThisDay (another day, given back, or come already).
    """
    centre_id = intake.centre_id
    found, came_at = appointment(centre_id, code), at or now()
    mine = AppointmentRow.objects.of(centre_id).filter(pk=found.id)
    if audit.replayed(CAME, key, centre_id=centre_id) is None:
        needs = offers_of(opened(mine.get())) if as_booked and found.prepared else ()
        intake = replace(intake, needs=tuple(dict.fromkeys((*intake.needs, *needs))))
        expected = mine.filter(cancelled_at=None, came_at=None, day=local(came_at).date())
        gone = {"help_wanted": "", "prepared": False, "missed_at": None}
        if not expected.update(came_at=came_at, **gone):
            raise NotThisDay(code)
        audit.record(CAME, found.id, by=by, key=key, at=at, centre_id=centre_id)
    joined = queue.join(
        intake,
        by=by,
        key=derived_key(key, "ticket"),
        at=at,
        errand=found.errand,
        booked_at=found.starts_at,
        dossiers=found.dossiers,
    )
    mine.update(ticket_id=joined.id)
    return joined


def number_of(found: Appointment) -> str:
    """Return the number that was given on coming, "" where its day is over."""
    if found.ticket_id is None:
        return ""
    try:
        return queue.ticket(found.centre_id, found.ticket_id).label
    except queue.NoSuchTicket:
        return ""
