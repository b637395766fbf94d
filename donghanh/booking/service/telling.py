"""Words for who agreed to them: the day before, when a day is closed, after a missed time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from donghanh.base.clock import at_local, local, now
from donghanh.base.people import Actor, SystemActor
from donghanh.centre import service as centre
from donghanh.messaging import service as messaging

from .. import rules
from ..records import Appointment
from .appointments import appointments_on, mark_missed, subject_of

REMIND_FROM_HOUR = 9  # the day before
REMINDER_KEYS = UUID("0f6b3c1e-64d6-4c0f-8d0a-5d7c3b1a9e42")


def tell(found: Appointment, kind: str, *, by: Actor, key: UUID) -> messaging.Message | None:
    """Say one thing about an appointment to who agreed to be told; None where nobody did."""
    wall = local(found.starts_at)
    intent = messaging.Intent(
        found.centre_id,
        subject_of(found),
        kind,
        place=centre.commune_words(centre.by_id(found.centre_id)),
        code=found.code,
        come_on=wall.date(),
        hour=rules.hour_words(wall),
        until=_until(found, kind),
    )
    return messaging.send(intent, by=by, key=key)


def _until(found: Appointment, kind: str) -> datetime | None:
    """Return from when on it would be wrong to say it."""
    if kind == "appointment":
        return found.starts_at
    day_over = at_local(local(found.starts_at).date() + timedelta(days=1))
    return day_over if kind == "appointment_off" else None


def remind(centre_id: int, *, at: datetime | None = None) -> int:
    """Remind of what is booked until the next working day, and be kind about missed times.

    So who is called by a person is called on a day when somebody is there. Return how many are
    told. Safe to repeat: each reminder has a key of its own, another one for another time.
    """
    wall, by = local(at or now()), SystemActor(centre_id)
    told = []
    if wall.hour >= REMIND_FROM_HOUR:
        for one in _soon(centre_id, wall.date()):
            key = uuid5(REMINDER_KEYS, f"{one.id} {one.starts_at.isoformat()}")
            told.append(tell(one, "appointment", by=by, key=key))
    key = uuid5(REMINDER_KEYS, f"missed {centre_id} {wall.date().isoformat()}")
    for one in mark_missed(centre_id, wall.date(), by=by, key=key):
        told.append(tell(one, "missed", by=by, key=uuid5(REMINDER_KEYS, f"missed {one.id}")))
    return sum(1 for one in told if one)


def _soon(centre_id: int, day: date) -> Iterator[Appointment]:
    """Yield what stands from tomorrow to the next working day."""
    last = centre.calendar().next_working(day)
    for ahead in range(1, (last - day).days + 1):
        found = appointments_on(centre_id, day + timedelta(days=ahead))
        yield from (one for one in found if one.stands)
