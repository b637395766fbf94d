"""Keeping where somebody's turn is told: who never hears the loudspeaker and wants a message."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from donghanh.accounts.service import Right
from donghanh.messaging import service as messaging
from donghanh.queue import service as queue

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .held import own_ticket
from .number import reach_of, show_ticket, turn_input

KEPT_DAYS = 0  # the turn is today; the number leaves with the day


@screen(Right.RECEIVE)
@press("reception/ticket/")
def telling(request: HttpRequest) -> HttpResponse:
    """Keep the number that gets a message at its turn; what is wrong is said on the page."""
    centre, held = centre_of(request), own_ticket(request)
    if held is None:
        return redirect(f"/{centre.slug}/reception/")
    typed = turn_input(request)
    if typed.errors:
        return show_ticket(request, held, typed)
    messaging.agree(
        centre.id,
        queue.subject_of(held.visit_id),
        reach_of(typed.address),
        by=staff_of(request),
        key=key_of(request),
        keep_days=KEPT_DAYS,
    )
    return redirect(f"/{centre.slug}/reception/ticket/")
