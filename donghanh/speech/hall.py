"""The hall: how loud, when not, and which of its boards speaks. Two never do at once."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor

from .models import VOLUME_MAX, Hall
from .outlets import is_quiet
from .records import HallRecord, Speaker
from .rules import LINKING

LEASE = timedelta(seconds=15)  # a board asks again every five; a dead one is replaced after this


def hall(centre_id: int) -> HallRecord:
    """Return how a hall is spoken to."""
    row = Hall.objects.of(centre_id).first()
    if row is None:
        return HallRecord(VOLUME_MAX, None, None, LINKING[0])
    return HallRecord(row.volume_max, row.quiet_from, row.quiet_to, row.linking)


@audit.verb
def set_hall(
    centre_id: int,
    volume_max: int,
    quiet: tuple[time, time] | None,
    linking: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> HallRecord:
    """Set the ceiling of volume in percent, the quiet hours and the way of counting."""
    if audit.replayed("hall.set", key, centre_id=centre_id) is None:
        if not 10 <= volume_max <= 100 or linking not in LINKING:
            raise ValueError("volume from 10 to 100, linking as people say it")
        _make_sure(centre_id)
        Hall.objects.of(centre_id).update(
            volume_max=volume_max,
            quiet_from=quiet[0] if quiet else None,
            quiet_to=quiet[1] if quiet else None,
            linking=linking,
        )
        audit.record("hall.set", centre_id, by=by, key=key, at=at, centre_id=centre_id)
    return hall(centre_id)


def is_quiet_now(centre_id: int) -> bool:
    """Return whether the loudspeaker is to be silent at this hour."""
    told = hall(centre_id)
    return is_quiet(local(now()).time(), told.quiet_from, told.quiet_to)


def ask_to_speak(centre_id: int, device_id: int) -> Speaker:
    """Take or keep the hall's loudspeaker for a board; False while another one holds it.

    A claim: one conditional update. It is no verb: nothing of it is worth an event.
    """
    at = now()
    _make_sure(centre_id)
    free = Q(speaker_id=device_id) | Q(speaker_until_at=None) | Q(speaker_until_at__lt=at)
    held = Hall.objects.of(centre_id).filter(free).update(
        speaker_id=device_id, speaker_until_at=at + LEASE
    )  # fmt: skip
    told = hall(centre_id)
    quiet = is_quiet(local(at).time(), told.quiet_from, told.quiet_to)
    return Speaker(bool(held), quiet, told.volume_max)


def _make_sure(centre_id: int) -> None:
    if not Hall.objects.of(centre_id).exists():
        Hall.objects.bulk_create([Hall(centre_id=centre_id)], ignore_conflicts=True)
