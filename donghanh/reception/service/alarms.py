"""Bringing an officer silently to somebody in danger.

An alarm keeps where, when and the sealed kind of danger; what was typed is not kept.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.sealed import KeyLost

from .. import help_rules
from ..dangers import dangers, done_choices
from ..help_records import Alarm, Danger, DoneChoice, OpenedAlarm
from ..models import Alarm as AlarmRow

RAISED, HEARD, CLOSED = "alarm.raised", "alarm.taken", "alarm.closed"


class NoSuchAlarm(Fact):
    """This centre has no such alarm."""

    message = "Không tìm thấy lần báo này."
    remedy = "Tải lại trang để xem danh sách mới."


class AlarmNotTaken(Fact):
    """Nobody said that they come, so nobody can close it."""

    message = "Chưa ai nhận lần báo này."
    remedy = "Bấm “Tôi tới” trước, rồi ghi đã làm gì."


class NothingDone(Fact):
    """An alarm was to be closed without saying what was done."""

    message = "Chưa chọn đã làm gì."
    remedy = "Đánh dấu ít nhất một dòng rồi bấm lại."


def danger(kind: str) -> Danger | None:
    """Return a kind of danger, None for one we do not know."""
    return dangers().get(kind)


def done_words() -> tuple[DoneChoice, ...]:
    """Return what may be said to have been done about an alarm."""
    return done_choices()


@audit.verb
def raise_alarm(
    centre_id: int, kind: str, place: str, *, by: Actor, key: UUID, at: datetime | None = None
) -> Alarm:
    """Bring an officer silently to a place. A `kind` that we do not know is kept as none."""
    made = audit.replayed(RAISED, key, centre_id=centre_id)
    if made is not None:
        return _alarm(_row(centre_id, made))
    known = kind if kind in dangers() else ""
    row = AlarmRow.objects.create(
        centre_id=centre_id, place=place, danger=known, raised_at=at or now()
    )
    audit.record(RAISED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _alarm(row)


@audit.verb
def take_alarm(
    centre_id: int, alarm_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Alarm:
    """A named officer comes; the first one stays the one. Raise NoSuchAlarm."""
    row = _row(centre_id, alarm_id)
    if audit.replayed(HEARD, key, centre_id=centre_id) is None:
        AlarmRow.objects.of(centre_id).filter(pk=row.pk, taken_at=None).update(
            taken_at=at or now(), taken_by_id=by.actor_id
        )
        audit.record(HEARD, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _alarm(_row(centre_id, alarm_id))


@audit.verb
def close_alarm(
    centre_id: int,
    alarm_id: int,
    done: Collection[str],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Alarm:
    """Note what was done and close. Raise NoSuchAlarm, AlarmNotTaken, NothingDone."""
    row = _row(centre_id, alarm_id)
    if audit.replayed(CLOSED, key, centre_id=centre_id) is not None or row.closed_at is not None:
        return _alarm(row)
    chosen = [choice.id for choice in done_choices() if choice.id in done]
    if not chosen:
        raise NothingDone(str(alarm_id))
    if row.taken_at is None:
        raise AlarmNotTaken(str(alarm_id))
    row.done, row.closed_at, row.closed_by_id = chosen, at or now(), by.actor_id
    row.save()
    audit.record(CLOSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _alarm(row)


def waiting_alarms(centre_id: int) -> tuple[Alarm, ...]:
    """Return the alarms that nobody took, oldest first; nothing sealed is opened."""
    rows = AlarmRow.objects.of(centre_id).filter(taken_at=None).order_by("pk")
    return tuple(_alarm(row) for row in rows)


def alarm(centre_id: int, alarm_id: int) -> Alarm:
    """Return an alarm without its sealed part. Raise NoSuchAlarm."""
    return _alarm(_row(centre_id, alarm_id))


def alarms(centre_id: int, limit: int = 50) -> tuple[Alarm, ...]:
    """Return alarms, the open ones first, then the newest."""
    rows = AlarmRow.objects.of(centre_id)
    standing = rows.filter(closed_at=None).order_by("pk")
    closed = rows.exclude(closed_at=None).order_by("-pk")
    return tuple(_alarm(row) for row in (*standing[:limit], *closed[:limit]))


def open_alarm(centre_id: int, alarm_id: int, *, by: Actor) -> OpenedAlarm:
    """Return an alarm with its danger and the law's clock. Reading it is an event."""
    audit.note_read("alarm.danger_read", alarm_id, by=by, centre_id=centre_id)
    return _opened(_row(centre_id, alarm_id), now())


def open_alarms(centre_id: int, *, by: Actor) -> tuple[OpenedAlarm, ...]:
    """Return the alarms not yet closed, with what is left of the term. Each read is an event."""
    rows = AlarmRow.objects.of(centre_id).filter(closed_at=None).order_by("pk")
    for row in rows:
        audit.note_read("alarm.danger_read", row.pk, by=by, centre_id=centre_id)
    return tuple(_opened(row, now()) for row in rows)


def _opened(row: AlarmRow, at: datetime) -> OpenedAlarm:
    try:
        known, done = dangers().get(row.danger), tuple(row.done)
    except KeyLost:
        known, done = None, ()
    due = help_rules.due_at(row.raised_at, known.hours if known else None)
    left = due - at if due is not None and row.closed_at is None else None
    chosen = tuple(choice for choice in done_choices() if choice.id in done)
    return OpenedAlarm(_alarm(row), known, due, left, chosen)


def _row(centre_id: int, alarm_id: int) -> AlarmRow:
    row = AlarmRow.objects.of(centre_id).filter(pk=alarm_id).first()
    if row is None:
        raise NoSuchAlarm(str(alarm_id))
    return row


def _alarm(row: AlarmRow) -> Alarm:
    return Alarm(row.pk, row.place, row.raised_at, row.taken_at, row.taken_by_id, row.closed_at)
