"""What the office lays down: times at counters, and days without any."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now, today
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.messaging import service as messaging
from donghanh.queue import service as queue

from .. import rules
from ..faults import NoSuchTimetable, TimetableRefused
from ..models import Appointment as AppointmentRow
from ..models import Closure as ClosureRow
from ..models import Timetable as TimetableRow
from ..records import Closure, Timetable
from ..rows import appointments, timetables
from .appointments import APPOINTMENT, cancel
from .telling import tell

SET, ENDED = "timetable.set", "timetable.ended"
CLOSED, REOPENED = "bookings.closed", "bookings.reopened"


@audit.verb
def set_timetable(
    centre_id: int, times: Timetable, *, by: Actor, key: UUID, at: datetime | None = None
) -> Timetable:
    """Offer times at a counter; its id is given here. Raise TimetableRefused."""
    made = audit.replayed(SET, key, centre_id=centre_id)
    if made is not None:
        return TimetableRow.objects.of(centre_id).get(pk=made).record()
    spells = queue.hall_rules(centre_id).spells
    wrong = rules.wrong_with(times, timetables(centre_id), spells)
    if wrong:
        raise TimetableRefused(message=next(iter(wrong.values())))
    row = TimetableRow.objects.create(
        centre_id=centre_id,
        counter_id=times.counter_id,
        weekday=times.weekday,
        opens=times.opens,
        closes=times.closes,
        minutes=times.minutes,
        places=times.places,
        field=times.field,
        for_many=times.for_many,
        set_at=at or now(),
    )
    audit.record(SET, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return replace(times, id=row.pk)


@audit.verb
def end_timetable(
    centre_id: int, timetable_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Offer these times no more; who has booked keeps the time. Raise NoSuchTimetable."""
    if audit.replayed(ENDED, key, centre_id=centre_id) is not None:
        return
    rows = TimetableRow.objects.of(centre_id).filter(pk=timetable_id, ended_at=None)
    if not rows.update(ended_at=at or now()):
        raise NoSuchTimetable(str(timetable_id))
    audit.record(ENDED, timetable_id, by=by, key=key, at=at, centre_id=centre_id)


def closures(centre_id: int) -> tuple[Closure, ...]:
    """Return the days to come without any times, and how many had booked for them."""
    rows = ClosureRow.objects.of(centre_id).filter(reopened_at=None, day__gte=today())
    closed = [row.record() for row in rows.order_by("day")]
    days = [one.day for one in closed]
    off = AppointmentRow.objects.of(centre_id).filter(day__in=days, called_off_at__isnull=False)
    off_on = list(off.values_list("pk", "day"))
    told = messaging.ever_said(centre_id, APPOINTMENT, [one for one, _ in off_on])
    called_off = Counter(day for _, day in off_on)
    untold = Counter(day for one, day in off_on if one not in told)
    return tuple(
        replace(one, called_off=called_off[one.day], untold=untold[one.day]) for one in closed
    )


@audit.verb
def close_bookings(
    centre_id: int, day: date, words: str, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """Offer no times on a day; who had booked is told and has the time given back.

    Return how many had booked. A day closed already changes only its words.
    """
    made = audit.replayed(CLOSED, key, centre_id=centre_id)
    if made is not None:
        return 0
    row, _ = ClosureRow.objects.of(centre_id).update_or_create(
        day=day,
        reopened_at=None,
        defaults={"words": words},
        create_defaults={"centre_id": centre_id, "words": words, "closed_at": at or now()},
    )
    audit.record(CLOSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    standing = appointments(centre_id).filter(day=day, cancelled_at=None, came_at=None)
    found = [one.record() for one in standing.filter(missed_at=None)]
    for one in found:
        tell(one, "appointment_off", by=by, key=derived_key(key, f"tell {one.id}"))
        cancelling = derived_key(key, f"cancel {one.id}")
        cancel(centre_id, one.code, by=by, key=cancelling, at=at, called_off=True)
    return len(found)


@audit.verb
def reopen_bookings(
    centre_id: int, closure_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Offer times on that day again. Raise NoSuchTimetable."""
    if audit.replayed(REOPENED, key, centre_id=centre_id) is not None:
        return
    rows = ClosureRow.objects.of(centre_id).filter(pk=closure_id, reopened_at=None)
    if not rows.update(reopened_at=at or now()):
        raise NoSuchTimetable(str(closure_id))
    audit.record(REOPENED, closure_id, by=by, key=key, at=at, centre_id=centre_id)
