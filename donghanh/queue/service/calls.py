"""Calling, calling again, absence, closing, and taking a press back."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.centre import service as centre
from donghanh.reception import service as reception

from .. import rules
from ..faults import UNDO_SECONDS, CallEnded, CounterBusy, NobodyWaiting, TooLate
from ..models import Call, Ticket
from ..order import changed, latest_levels, line
from ..records import CalledTicket
from .tickets import ticket

CLAIMS_MAX = 20  # more desks than this never press the button in the same instant


@audit.verb
def call_next(
    counter: centre.CounterRecord, *, by: Actor, key: UUID, at: datetime | None = None
) -> CalledTicket:
    """Call the next visitor to this counter. Raise NobodyWaiting or CounterBusy.

    Two desks may press in the same instant. Only one can claim a place, so the slower one looks
    again at a line that is now one shorter.
    """
    made = audit.replayed("ticket.called", key, centre_id=counter.centre_id)
    if made is not None:
        return call(counter.centre_id, made)
    at = at or now()
    if Call.objects.of(counter.centre_id).open().filter(counter_id=counter.id).exists():
        raise CounterBusy(str(counter.number))
    levels = latest_levels(counter, at)
    for _ in range(CLAIMS_MAX):
        place = rules.next_to_call(line(counter, at), at=at, latest_levels=levels)
        if place is None:
            raise NobodyWaiting(str(counter.number))
        if Ticket.objects.of(counter.centre_id).claim(place.ticket_id):
            return _called(place, counter, by=by, key=key, at=at)
    raise AssertionError(f"{CLAIMS_MAX} claims lost in a row at counter {counter.number}")


def _called(
    place: rules.Place, counter: centre.CounterRecord, *, by: Actor, key: UUID, at: datetime
) -> CalledTicket:
    held = ticket(counter.centre_id, place.ticket_id)
    row = Call.objects.create(
        centre_id=counter.centre_id,
        ticket_id=place.ticket_id,
        counter_id=counter.id,
        waited_since=place.waiting_since,
        called_at=at,
        spoken=not reception.never_by_loudspeaker(counter.centre_id, held.visit_id),
    )
    changed("ticket.called", row.pk, by=by, key=key, at=at, centre_id=counter.centre_id)
    return call(counter.centre_id, row.pk)


@audit.verb
def recall(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> CalledTicket:
    """Call the same number once more. Raise CallEnded."""
    if audit.replayed("ticket.recalled", key, centre_id=centre_id) is None:
        row = Call.objects.of(centre_id).open().filter(pk=call_id).first()
        if row is None:
            raise CallEnded(str(call_id))
        Call.objects.of(centre_id).filter(pk=call_id).update(times=row.times + 1)
        changed("ticket.recalled", call_id, by=by, key=key, at=at, centre_id=centre_id)
    return call(centre_id, call_id)


@audit.verb
def absent(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Nobody came: the place is set back, not lost. Raise CallEnded."""
    if audit.replayed("ticket.absent", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    if not Call.objects.of(centre_id).end(call_id, "absent_at", at):
        raise CallEnded(str(call_id))
    row = Call.objects.of(centre_id).get(pk=call_id)
    Ticket.objects.of(centre_id).put_back(row.ticket_id, rules.set_back(row.waited_since, at))
    changed("ticket.absent", call_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def close(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The visitor has been served. Raise CallEnded."""
    if audit.replayed("ticket.closed", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    if not Call.objects.of(centre_id).end(call_id, "closed_at", at):
        raise CallEnded(str(call_id))
    row = Call.objects.of(centre_id).select_related("ticket").get(pk=call_id)
    reception.close_visit(
        centre_id, row.ticket.visit_id, by=by, key=derived_key(key, "visit"), at=at
    )
    changed("ticket.closed", call_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def undo(centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> None:
    """Take back the last press (call, absent or close) within a minute. Raise TooLate."""
    if audit.replayed("call.undone", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    row = Call.objects.of(centre_id).select_related("ticket").filter(pk=call_id).first()
    if row is None or row.undone_at is not None:
        raise CallEnded(str(call_id))
    if at - (row.closed_at or row.absent_at or row.called_at) > timedelta(seconds=UNDO_SECONDS):
        raise TooLate(str(call_id))
    if row.closed_at or row.absent_at:
        _reopen(row, by=by, key=key, at=at)
    else:
        Call.objects.of(centre_id).end(call_id, "undone_at", at)
        Ticket.objects.of(centre_id).put_back(row.ticket_id, row.waited_since)
    changed("call.undone", call_id, by=by, key=key, at=at, centre_id=centre_id)


def _reopen(row: Call, *, by: Actor, key: UUID, at: datetime) -> None:
    busy = Call.objects.of(row.centre_id).open().filter(counter_id=row.counter_id).exists()
    waits = Ticket.objects.of(row.centre_id).filter(pk=row.ticket_id)
    if busy or (row.absent_at and not waits.claim(row.ticket_id)):
        raise TooLate(str(row.pk))
    Call.objects.of(row.centre_id).filter(pk=row.pk).update(closed_at=None, absent_at=None)
    if row.closed_at:
        reception.reopen_visit(
            row.centre_id, row.ticket.visit_id, by=by, key=derived_key(key, "visit"), at=at
        )


def call(centre_id: int, call_id: int) -> CalledTicket:
    """Return a call. Raise CallEnded when there is none."""
    found = Call.objects.of(centre_id).select_related("ticket", "counter").filter(pk=call_id)
    row = found.first()
    if row is None:
        raise CallEnded(str(call_id))
    return row.record()
