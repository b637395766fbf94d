"""The one number that a tablet's session holds, for ten minutes."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest

from donghanh.base.clock import now
from donghanh.queue import service as queue

from ..access import centre_of

TICKET_SHOWN_FOR = timedelta(minutes=10)
TICKET = "reception_ticket"  # the session's one ticket


def own_ticket(request: HttpRequest) -> queue.WaitingTicket | None:
    """Return the ticket this session made in the last ten minutes."""
    try:
        held = queue.ticket(centre_of(request).id, int(request.session.get(TICKET) or 0))
    except queue.NoSuchTicket:
        return None
    return held if now() - held.joined_at <= TICKET_SHOWN_FOR else None
