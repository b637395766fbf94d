"""Booking a time, giving it back, and coming."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key, short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.base.scope import CentreQuerySet
from donghanh.messaging import service as messaging
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from .. import rules
from ..faults import NoSuchAppointment, NotThisDay, SlotGone
from ..models import Appointment as AppointmentRow
from ..models import Timetable as TimetableRow
from ..records import Appointment, Wish
from .offering import slots

BOOKED, CANCELLED = "appointment.booked", "appointment.cancelled"
CAME, MISSED = "appointment.came", "appointments.missed"


def subject_of(found: Appointment) -> messaging.Subject:
    """Return what a message about an appointment is about."""
    return messaging.Subject("appointment", found.id)


def appointment(centre_id: int, code: str) -> Appointment:
    """Return an appointment by its code as typed. Raise NoSuchAppointment."""
    row = _rows(centre_id).filter(code=tidy_code(code)).first()
    if row is None:
        raise NoSuchAppointment(code)
    return row.record()


def appointments_on(centre_id: int, day: date) -> tuple[Appointment, ...]:
    """Return who is expected, has come or did not on a day, in order; without who gave it back."""
    rows = _rows(centre_id).filter(day=day, cancelled_at=None)
    return tuple(row.record() for row in rows.order_by("starts_at", "pk"))


@audit.verb
def book(
    wish: Wish,
    starts_at: datetime,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    from_home: bool = True,
) -> Appointment:
    """Book a time that `slots` offers. Raise SlotGone when it is not offered any more."""
    centre_id = wish.centre_id
    made = audit.replayed(BOOKED, key, centre_id=centre_id)
    if made is not None:
        return _rows(centre_id).get(pk=made).record()
    # One booking after the other, so that the last place is given once.
    list(TimetableRow.objects.of(centre_id).select_for_update().filter(ended_at=None))
    day = local(starts_at).date()
    offered = slots(wish, day, from_home=from_home)
    found = next((one for one in offered if one.starts_at == starts_at), None)
    if found is None or wish.dossiers > rules.DOSSIERS_MAX:
        raise SlotGone(starts_at.isoformat())
    row = AppointmentRow.objects.create(
        centre_id=centre_id,
        timetable_id=found.timetable_id,
        code=short_code(),
        day=day,
        starts_at=starts_at,
        place=_free_place(centre_id, found.timetable_id, starts_at),
        procedure_code=wish.procedure_code,
        errand=wish.errand,
        dossiers=wish.dossiers,
        from_home=from_home,
        booked_at=at or now(),
    )
    audit.record(BOOKED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _rows(centre_id).get(pk=row.pk).record()


def _free_place(centre_id: int, timetable_id: int, starts_at: datetime) -> int:
    rows = AppointmentRow.objects.of(centre_id).filter(
        timetable_id=timetable_id, starts_at=starts_at, cancelled_at=None
    )
    taken = set(rows.values_list("place", flat=True))
    return next(place for place in range(1, len(taken) + 2) if place not in taken)


@audit.verb
def cancel(
    centre_id: int,
    code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    tells: bool = False,
) -> Appointment:
    """Give a time back. `tells`: we did it, so the contact stays until that was said.

    Raise NoSuchAppointment; NotThisDay when it is not to come any more.
    """
    if audit.replayed(CANCELLED, key, centre_id=centre_id) is None:
        found = appointment(centre_id, code)
        rows = AppointmentRow.objects.of(centre_id).filter(
            pk=found.id, cancelled_at=None, came_at=None, missed_at=None
        )
        if not rows.update(cancelled_at=at or now()):
            raise NotThisDay(code)
        audit.record(CANCELLED, found.id, by=by, key=key, at=at, centre_id=centre_id)
        if not tells:
            forgetting = derived_key(key, "forget")
            messaging.forget(centre_id, subject_of(found), by=by, key=forgetting, at=at)
    return appointment(centre_id, code)


@audit.verb
def arrive(
    code: str, intake: reception.Intake, *, by: Actor, key: UUID, at: datetime | None = None
) -> queue.WaitingTicket:
    """Give who had booked a number with its place in the line; who is late waits as all do.

    Raise NoSuchAppointment, NotThisDay (another day, given back, or come already).
    """
    centre_id = intake.centre_id
    found, came_at = appointment(centre_id, code), at or now()
    if audit.replayed(CAME, key, centre_id=centre_id) is None:
        rows = AppointmentRow.objects.of(centre_id).filter(pk=found.id, cancelled_at=None)
        today_only = rows.filter(day=local(came_at).date(), came_at=None)
        if not today_only.update(came_at=came_at, missed_at=None):
            raise NotThisDay(code)
        audit.record(CAME, found.id, by=by, key=key, at=at, centre_id=centre_id)
    return queue.join(
        intake,
        by=by,
        key=derived_key(key, "ticket"),
        at=at,
        errand=found.errand,
        booked_at=found.starts_at,
        dossiers=found.dossiers,
    )


@audit.verb
def mark_missed(
    centre_id: int, before: date, *, by: Actor, key: UUID, at: datetime | None = None
) -> tuple[Appointment, ...]:
    """Note who did not come on past days and return them. Nothing is held against anybody."""
    if audit.replayed(MISSED, key, centre_id=centre_id) is not None:
        return ()
    rows = _rows(centre_id).filter(day__lt=before, cancelled_at=None, came_at=None, missed_at=None)
    found = tuple(row.record() for row in rows)
    if found:
        ids = [one.id for one in found]
        AppointmentRow.objects.of(centre_id).filter(pk__in=ids).update(missed_at=at or now())
        audit.record(MISSED, len(found), by=by, key=key, at=at, centre_id=centre_id)
    return found


def _rows(centre_id: int) -> CentreQuerySet[AppointmentRow]:
    return AppointmentRow.objects.of(centre_id).select_related("timetable__counter")
