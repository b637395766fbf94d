"""Finding a ticket again."""

from __future__ import annotations

import re

from donghanh.base.clock import today
from donghanh.base.rows import rows_of

from ..faults import NoSuchTicket
from ..models import Ticket
from ..records import WaitingTicket

_LABEL = re.compile(r"(\d{1,5})([A-Z]?)")


def ticket(centre_id: int, ticket_id: int) -> WaitingTicket:
    """Return a ticket. Raise NoSuchTicket."""
    sql = "SELECT {columns} FROM queue_ticket WHERE centre_id = %s AND id = %s"
    found = rows_of(Ticket, sql, centre_id, ticket_id)
    if not found:
        raise NoSuchTicket(str(ticket_id))
    return found[0].record()


def ticket_of_label(centre_id: int, label: str) -> WaitingTicket:
    """Return today's ticket by its number as it is written. Raise NoSuchTicket."""
    found = _LABEL.fullmatch(label)
    rows = Ticket.objects.of(centre_id).filter(day=today())
    row = rows.filter(number=int(found[1]), suffix=found[2]).first() if found else None
    if row is None:
        raise NoSuchTicket(label)
    return row.record()


def ticket_of_visit(centre_id: int, visit_id: int) -> WaitingTicket:
    """Return the latest ticket of a visit. Raise NoSuchTicket."""
    row = Ticket.objects.of(centre_id).filter(visit_id=visit_id).order_by("-pk").first()
    if row is None:
        raise NoSuchTicket(str(visit_id))
    return row.record()
