"""Booking a time, moving it, giving it back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key, short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.messaging import service as messaging

from .. import rules
from ..faults import NoSuchAppointment, NotMovable, NotThisDay, SlotGone
from ..models import Appointment as AppointmentRow
from ..models import Timetable as TimetableRow
from ..records import Appointment, HelpWanted, Slot, Wish
from ..rows import appointments
from .helping import checked_help, kept_help
from .offering import slots

BOOKED, CANCELLED = "appointment.booked", "appointment.cancelled"
MOVED, MISSED = "appointment.moved", "appointments.missed"
KEEP_DAYS_AFTER = 3  # to say a kind word about a missed time, then the number goes
NO_HELP = HelpWanted()
APPOINTMENT = "appointment"


def subject_of(found: Appointment) -> messaging.Subject:
    """Return what a message about an appointment is about."""
    return messaging.Subject(APPOINTMENT, found.id)


def keep_until(starts_at: datetime) -> date:
    """Return the last day on which a contact for an appointment is kept."""
    return local(starts_at).date() + timedelta(days=KEEP_DAYS_AFTER)


def appointment(centre_id: int, code: str) -> Appointment:
    """Return an appointment by its code as typed. Raise NoSuchAppointment."""
    row = appointments(centre_id).filter(code=tidy_code(code)).first()
    if row is None:
        raise NoSuchAppointment(code)
    return row.record()


def appointments_on(centre_id: int, day: date) -> tuple[Appointment, ...]:
    """Return who is expected, has come or did not on a day, in order; without who gave it back."""
    rows = appointments(centre_id).filter(day=day, cancelled_at=None)
    return tuple(row.record() for row in rows.order_by("starts_at", "pk"))


def days_booked(centre_id: int, since: date) -> tuple[date, ...]:
    """Return the days from one on for which somebody has booked, working days or not."""
    rows = AppointmentRow.objects.of(centre_id).filter(day__gte=since, cancelled_at=None)
    return tuple(rows.order_by("day").values_list("day", flat=True).distinct())


@audit.verb
def book(
    wish: Wish,
    starts_at: datetime,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    from_home: bool = True,
    helped: HelpWanted = NO_HELP,
) -> Appointment:
    """Book a time that `slots` offers; `helped`: what is to be ready then.

    Raise SlotGone when the time is not offered any more, HelpRefused.
    """
    centre_id, wanted = wish.centre_id, checked_help(helped)
    made = audit.replayed(BOOKED, key, centre_id=centre_id)
    if made is not None:
        return appointments(centre_id).get(pk=made).record()
    found = _claimed(wish, starts_at, from_home=from_home)
    row = AppointmentRow(
        centre_id=centre_id,
        timetable_id=found.timetable_id,
        code=short_code(),
        day=local(starts_at).date(),
        starts_at=starts_at,
        place=_free_place(centre_id, found.timetable_id, starts_at),
        procedure_code=wish.procedure_code,
        errand=wish.errand,
        dossiers=wish.dossiers,
        from_home=from_home,
        booked_at=at or now(),
        prepared=bool(wanted.ids),
        help_wanted=kept_help(wanted),
    )
    row.save()
    audit.record(BOOKED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return appointments(centre_id).get(pk=row.pk).record()


def _claimed(wish: Wish, starts_at: datetime, *, from_home: bool) -> Slot:
    """Return the time to be booked, one booking after the other: the last place is given once."""
    list(TimetableRow.objects.of(wish.centre_id).select_for_update().filter(ended_at=None))
    offered = slots(wish, local(starts_at).date(), from_home=from_home)
    found = next((one for one in offered if one.starts_at == starts_at), None)
    if found is None or wish.dossiers > rules.DOSSIERS_MAX:
        raise SlotGone(starts_at.isoformat())
    return found


def _free_place(centre_id: int, timetable_id: int, starts_at: datetime) -> int:
    rows = AppointmentRow.objects.of(centre_id).filter(
        timetable_id=timetable_id, starts_at=starts_at, cancelled_at=None
    )
    taken = set(rows.values_list("place", flat=True))
    return next(place for place in range(1, len(taken) + 2) if place not in taken)


@audit.verb
def move(
    wish: Wish,
    code: str,
    starts_at: datetime,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    from_home: bool = True,
) -> Appointment:
    """Take another time for an appointment: same code, same contact, the old place is free.

    Its own place counts as taken meanwhile. Raise NoSuchAppointment, NotMovable, SlotGone.
    """
    centre_id = wish.centre_id
    if audit.replayed(MOVED, key, centre_id=centre_id) is not None:
        return appointment(centre_id, code)
    slot, held = _claimed(wish, starts_at, from_home=from_home), appointment(centre_id, code)
    # Whoever stands at the desk with it meanwhile has come.
    mine = AppointmentRow.objects.of(centre_id).filter(pk=held.id, came_at=None)
    moved = held.movable and mine.update(
        timetable_id=slot.timetable_id,
        day=local(starts_at).date(),
        starts_at=starts_at,
        place=_free_place(centre_id, slot.timetable_id, starts_at),
        from_home=from_home,
        cancelled_at=None,
        called_off_at=None,
    )
    if not moved:
        raise NotMovable(code)
    audit.record(MOVED, held.id, by=by, key=key, at=at, centre_id=centre_id)
    kept, until = subject_of(held), keep_until(starts_at)
    messaging.postpone(centre_id, kept, until, by=by, key=derived_key(key, "contact"), at=at)
    return appointment(centre_id, code)


@audit.verb
def cancel(
    centre_id: int,
    code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    called_off: bool = False,
) -> Appointment:
    """Give a time back. `called_off`: we did it, so contact and help stay for another time.

    Raise NoSuchAppointment; NotThisDay when it is not to come any more.
    """
    if audit.replayed(CANCELLED, key, centre_id=centre_id) is None:
        found, instant = appointment(centre_id, code), at or now()
        rows = AppointmentRow.objects.of(centre_id).filter(
            pk=found.id, cancelled_at=None, came_at=None, missed_at=None
        )
        ours = {"called_off_at": instant} if called_off else {"help_wanted": "", "prepared": False}
        if not rows.update(cancelled_at=instant, **ours):
            raise NotThisDay(code)
        audit.record(CANCELLED, found.id, by=by, key=key, at=at, centre_id=centre_id)
        if not called_off:
            forgetting = derived_key(key, "forget")
            messaging.forget(centre_id, subject_of(found), by=by, key=forgetting, at=at)
    return appointment(centre_id, code)


@audit.verb
def mark_missed(
    centre_id: int, before: date, *, by: Actor, key: UUID, at: datetime | None = None
) -> tuple[Appointment, ...]:
    """Note who did not come on past days and return them. Nothing is held against anybody.

    What was to be ready on those days is forgotten, whoever came.
    """
    if audit.replayed(MISSED, key, centre_id=centre_id) is not None:
        return ()
    past = AppointmentRow.objects.of(centre_id).filter(day__lt=before)
    past.filter(prepared=True).update(help_wanted="", prepared=False)
    rows = appointments(centre_id).filter(
        day__lt=before, cancelled_at=None, came_at=None, missed_at=None
    )
    found = tuple(row.record() for row in rows)
    if found:
        ids = [one.id for one in found]
        AppointmentRow.objects.of(centre_id).filter(pk__in=ids).update(missed_at=at or now())
        audit.record(MISSED, len(found), by=by, key=key, at=at, centre_id=centre_id)
    return found
