"""What the board and the desks see."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from donghanh.base.clock import day_bounds, local, now
from donghanh.centre import service as centre

from .. import rules
from ..faults import UNDO_SECONDS
from ..models import OPEN, Call, Ticket
from ..order import callable_by, run, skills
from ..records import Board, BoardRow, CalledTicket, Desk
from .counters import paused

BOARD_ROWS = 5  # what can be read from the farthest chair (design of the board)


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
        BoardRow(c.pk, c.ticket.record().label, c.counter.number, c.called_at, c.times, c.spoken)
        for c in calls
    )
    waiting = Ticket.objects.of(centre_id).waiting_on(local(now()).date()).count()
    return Board(centre.hall_revision(centre_id), rows, waiting, paused(centre_id, at=now()))


def desk(counter: centre.CounterRecord) -> Desk:
    """Return what a counter sees: the one it serves, and the line in the order of calling."""
    at = now()
    known = skills(counter.centre_id)
    held = Ticket.objects.of(counter.centre_id).held_on(local(at).date())
    ours = list(held.filter(series=counter.series).order_by("kept_since"))
    rows = {row.pk: row for row in ours if callable_by(counter, row, known)}
    places = [place for row in rows.values() if (place := row.place())]
    order = rules.in_order(places, at=at, run=run(counter, at, known))
    calls = _last_calls(counter)
    resting = paused(counter.centre_id, at=at)
    return Desk(
        current=next((call.record() for call in calls if call.is_open), None),
        waiting=tuple(rows[place.ticket_id].record() for place in order),
        undoable=_undoable(calls, at),
        aside=tuple(row.record() for row in ours if row.waiting_since is None),
        pause=next((one for one in resting if one.counter_number == counter.number), None),
    )


def _last_calls(counter: centre.CounterRecord) -> list[Call]:
    """Return the open call, if any, and the latest one; often they are the same."""
    calls = Call.objects.of(counter.centre_id).filter(counter_id=counter.id, undone_at=None)
    first = calls.select_related("ticket", "counter").annotate(ended=~Q(OPEN))
    return list(first.order_by("ended", "-called_at")[:2])


def _undoable(calls: list[Call], at: datetime) -> CalledTicket | None:
    last = max(calls, key=lambda call: call.called_at, default=None)
    since = at - timedelta(seconds=UNDO_SECONDS)
    if last is None or (last.ended_at or last.called_at) < since:
        return None
    return last.record()
