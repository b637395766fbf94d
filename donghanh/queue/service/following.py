"""A place in the line as its holder follows it from afar: numbers only."""

from __future__ import annotations

from donghanh.base.clock import today

from ..models import Call, Ticket
from ..records import Following, Promise
from .prospects import promise
from .tickets import ticket


def following(centre_id: int, ticket_id: int) -> Following:
    """Return how a ticket stands: waiting, called to a counter, kept aside, or done.

    Raise NoSuchTicket.
    """
    held = ticket(centre_id, ticket_id)
    calls = Call.objects.of(centre_id).filter(ticket_id=ticket_id, undone_at=None)
    last = calls.select_related("ticket", "counter").order_by("-called_at", "-pk").first()
    day = Ticket.objects.of(centre_id).values_list("day", flat=True).get(pk=ticket_id)
    waits = held.waiting_since is not None and day == today()
    called = last.record() if last is not None and last.is_open else None
    return Following(
        label=held.label,
        day=day,
        promise=promise(held) if waits else Promise(0, 0, 0),
        waits=waits,
        aside=held.kept_since is not None,
        counter_number=called.counter_number if called else None,
        fetched=called.fetched if called else False,
        times=last.times if last is not None else 0,
    )
