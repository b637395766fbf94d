"""What a volunteer does on the feet: going to seats, noting a seat.

The tablet learns a number, a seat and a counter of whoever must be fetched now, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..pieces import piece
from ..posting import press
from .held import own_ticket
from .inputs import seat_input


@dataclass(frozen=True, slots=True)
class Fetch:
    """One visitor to be brought from a seat to a counter."""

    call_id: int
    label: str
    counter_number: int
    seat: str
    called_as: str
    since: datetime


@screen(Right.RECEIVE, poll=True)
@never_cache
@require_GET
def calls(request: HttpRequest) -> HttpResponse:
    """Say who must be fetched now: a piece of pages, or a page."""
    fetches = fetches_of(centre_of(request).id)
    shown = {"fetches": fetches, "ring": "-".join(str(one.call_id) for one in fetches)}
    if "piece" not in request.GET:
        return render(request, "reception/calls.html", shown)
    return piece(request, "reception/calls_piece.html", shown, *fetches)


def fetches_of(centre_id: int) -> tuple[Fetch, ...]:
    """Return who must be fetched now, the longest called first."""
    going = queue.seats_to_go(centre_id)
    visits = reception.visits(centre_id, [one.visit_id for one in going])
    return tuple(
        Fetch(
            one.call_id,
            one.label,
            one.counter_number,
            visits[one.visit_id].seat,
            visits[one.visit_id].called_as,
            one.asked_at,
        )
        for one in going
    )


@screen(Right.RECEIVE)
@press("reception/calls/")
def reached(request: HttpRequest, call_id: int) -> HttpResponse:
    """ "Đã đến chỗ ngồi": somebody stands there now."""
    centre = centre_of(request)
    going = {one.call_id: one.visit_id for one in queue.seats_to_go(centre.id)}
    if call_id in going:
        reception.reach_seat(centre.id, going[call_id], by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/reception/calls/")


@screen(Right.RECEIVE)
@press("reception/ticket/")
def seat(request: HttpRequest) -> HttpResponse:
    """Note where the visitor of the number just given sits."""
    centre, held = centre_of(request), own_ticket(request)
    typed = seat_input(request.POST)
    if held is None:
        return redirect(f"/{centre.slug}/reception/")
    if typed is None:
        raise Http404("seat")
    reception.note_seat(centre.id, held.visit_id, typed, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/reception/ticket/")
