"""Taking a press back within a minute."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.reception import service as reception

from ..faults import UNDO_SECONDS, CallEnded, TooLate
from ..models import ENDS, Call, Ticket
from ..order import changed
from ..rules import Slot


@audit.verb
def undo(centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> None:
    """Take back the last press on a call: the call itself, or whatever ended it. Raise TooLate."""
    if audit.replayed("call.undone", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    row = Call.objects.of(centre_id).select_related("ticket", "counter").filter(pk=call_id).first()
    if row is None or row.undone_at is not None:
        raise CallEnded(str(call_id))
    if at - (row.ended_at or row.called_at) > timedelta(seconds=UNDO_SECONDS):
        raise TooLate(str(call_id))
    if row.ended_at:
        _reopen(row, by=by, key=key, at=at)
    else:
        Call.objects.of(centre_id).end(call_id, "undone_at", at)
        Ticket.objects.of(centre_id).put_back(row.ticket_id, Slot(row.waited_since, None))
    changed("call.undone", call_id, by=by, key=key, at=at, centre_id=centre_id)


def _reopen(row: Call, *, by: Actor, key: UUID, at: datetime) -> None:
    """Let an ended call go on, unless the counter or the visitor is at something else by now."""
    busy = Call.objects.of(row.centre_id).open().filter(counter_id=row.counter_id).exists()
    if busy or not (row.closed_at or _taken_again(row)):
        raise TooLate(str(row.pk))
    Call.objects.of(row.centre_id).filter(pk=row.pk).update(**dict.fromkeys(ENDS))
    if row.closed_at:
        reception.reopen_visit(
            row.centre_id, row.ticket.visit_id, by=by, key=derived_key(key, "visit"), at=at
        )


def _taken_again(row: Call) -> bool:
    """Take the ticket out of wherever the press had put it. False when it has gone from there."""
    tickets = Ticket.objects.of(row.centre_id).filter(pk=row.ticket_id)
    taken = Ticket.claim(row.centre_id, row.ticket_id)
    if taken is None and not tickets.exclude(kept_since=None).exists():
        return False
    tickets.update(kept_since=None, series=row.counter.series, wanted_id=None)
    return True
