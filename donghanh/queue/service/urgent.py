"""Someone is unwell: a volunteer asks to have them called at once, an officer says yes or no.

Yes is a chosen call with its reason. What ails a person is nobody's record.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor

from ..faults import NotWaiting
from ..models import Ticket
from ..order import changed
from ..records import WaitingTicket
from ..rules import Slot
from .tickets import ticket


@audit.verb
def ask_urgent(
    centre_id: int, ticket_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> WaitingTicket:
    """Ask the desks to call a number at once; who was set aside stands in the line again.

    Asked twice it keeps the first instant. Raise NoSuchTicket or NotWaiting.
    """
    if audit.replayed("urgent.asked", key, centre_id=centre_id) is None:
        held, at = ticket(centre_id, ticket_id), at or now()
        rows = Ticket.objects.of(centre_id)
        if not rows.held_on(local(at).date()).filter(pk=ticket_id).exists():
            raise NotWaiting(str(ticket_id))
        if held.waiting_since is None and held.kept_since is not None:
            rows.put_back(ticket_id, Slot(held.kept_since, None))
        rows.filter(pk=ticket_id, urgent_asked_at=None).update(urgent_asked_at=at)
        changed("urgent.asked", ticket_id, by=by, key=key, at=at, centre_id=centre_id)
    return ticket(centre_id, ticket_id)


@audit.verb
def refuse_urgent(
    centre_id: int, ticket_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> WaitingTicket:
    """An officer has looked: this can wait its turn. Raise NoSuchTicket."""
    if audit.replayed("urgent.refused", key, centre_id=centre_id) is None:
        Ticket.objects.of(centre_id).filter(pk=ticket_id).update(urgent_asked_at=None)
        changed("urgent.refused", ticket_id, by=by, key=key, at=at, centre_id=centre_id)
    return ticket(centre_id, ticket_id)
