"""Words for who agreed to them: the day before, when a day is closed, after a missed time."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from donghanh.base.clock import local, now
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
    )
    return messaging.send(intent, by=by, key=key)


def remind(centre_id: int, *, at: datetime | None = None) -> int:
    """Remind of tomorrow's appointments, and be kind about missed ones. Return how many are told.

    Safe to repeat: each reminder has a key of its own.
    """
    wall, by = local(at or now()), SystemActor(centre_id)
    told = []
    if wall.hour >= REMIND_FROM_HOUR:
        for one in appointments_on(centre_id, wall.date() + timedelta(days=1)):
            told.append(tell(one, "appointment", by=by, key=uuid5(REMINDER_KEYS, f"{one.id}")))
    key = uuid5(REMINDER_KEYS, f"missed {centre_id} {wall.date().isoformat()}")
    for one in mark_missed(centre_id, wall.date(), by=by, key=key):
        told.append(tell(one, "missed", by=by, key=uuid5(REMINDER_KEYS, f"missed {one.id}")))
    return sum(1 for one in told if one)
