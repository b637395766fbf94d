"""What the board and the desks see."""

from __future__ import annotations

from datetime import datetime, timedelta

from donghanh.base.clock import day_bounds, local, now
from donghanh.centre import service as centre

from .. import rules
from ..faults import UNDO_SECONDS
from ..models import Call, LineRevision, Ticket
from ..order import latest_levels, line
from ..records import Board, BoardRow, CalledTicket, Desk

BOARD_ROWS = 5  # what can be read from the farthest chair (design of the board)


def revision(centre_id: int) -> int:
    """Return the number that rises with each change of the line: one query."""
    return LineRevision.of_centre(centre_id)


def board(centre_id: int) -> Board:
    """Return what hangs on the wall today."""
    start, end = day_bounds(local(now()).date())
    calls = (
        Call.objects.of(centre_id)
        .filter(called_at__gte=start, called_at__lt=end, undone_at=None)
        .select_related("ticket", "counter")
        .order_by("-called_at", "-pk")[:BOARD_ROWS]
    )
    rows = tuple(
        BoardRow(c.pk, str(c.ticket.number), c.counter.number, c.called_at, c.times, c.spoken)
        for c in calls
    )
    waiting = Ticket.objects.of(centre_id).waiting_on(local(now()).date()).count()
    return Board(revision(centre_id), rows, waiting)


def desk(counter: centre.CounterRecord) -> Desk:
    """Return what a counter sees: the one it serves, and the line in the order of calling."""
    at = now()
    calls = Call.objects.of(counter.centre_id).filter(counter_id=counter.id)
    current = calls.open().select_related("ticket", "counter").first()
    order = rules.in_order(line(counter, at), at=at, latest_levels=latest_levels(counter, at))
    rows = Ticket.objects.of(counter.centre_id).in_bulk([p.ticket_id for p in order])
    return Desk(
        revision=revision(counter.centre_id),
        current=current.record() if current else None,
        waiting=tuple(rows[p.ticket_id].record() for p in order),
        undoable=_undoable(counter, at),
    )


def _undoable(counter: centre.CounterRecord, at: datetime) -> CalledTicket | None:
    since = at - timedelta(seconds=UNDO_SECONDS)
    last = (
        Call.objects.of(counter.centre_id)
        .filter(counter_id=counter.id, undone_at=None)
        .select_related("ticket", "counter")
        .order_by("-called_at")
        .first()
    )
    if last is None or (last.closed_at or last.absent_at or last.called_at) < since:
        return None
    return last.record()
