"""A turn told by message to who never hears the loudspeaker and agreed to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.centre import service as centre
from donghanh.messaging import service as messaging

from ..records import CalledTicket

YOUR_TURN = "your_turn"
TURN_LASTS = timedelta(minutes=10)  # later it would send somebody to a turn that is over


def subject_of(visit_id: int) -> messaging.Subject:
    """Return what a message about the turn of a visit is about."""
    return messaging.Subject("visit", visit_id)


def tell_turn(called: CalledTicket, *, by: Actor, key: UUID, at: datetime) -> CalledTicket:
    """Note the message of a silent call, where its person agreed to one, and return the call.

    Somebody goes to the seat anyway. The words hold number and counter, never why it is silent.
    """
    ours = called.ticket.centre_id
    if called.spoken or messaging.consent(ours, subject_of(called.ticket.visit_id)) is None:
        return called
    intent = messaging.Intent(
        ours,
        subject_of(called.ticket.visit_id),
        YOUR_TURN,
        place=centre.commune_words(centre.by_id(ours)),
        code=called.ticket.label,
        where=str(called.counter_number),
        until=at + TURN_LASTS,
    )
    messaging.send(intent, by=by, key=derived_key(key, YOUR_TURN), at=at)
    messaging.order_carrying(ours)
    return called
