"""Presses that move a visitor or rest a counter: aside and back, on to another, at the seat."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from donghanh.accounts.service import Right
from donghanh.base.ids import derived_key
from donghanh.centre.service import CounterRecord
from donghanh.queue import service as queue

from ..access import counter_of, key_of, screen, staff_of
from ..posting import press
from .calls import call_of, empty_screen, on_call, pressed
from .inputs import read_chosen


@screen(Right.SERVE)
@press("desk/{number}/")
def end_and_next(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """The visitor was served, and the next one is called: one key for both."""
    by, key = staff_of(request), key_of(request)

    def both(counter: CounterRecord) -> None:
        call_of(counter, call_id)
        queue.close(counter.centre_id, call_id, by=by, key=key)
        empty_screen(counter, by=by, key=key)
        queue.call_next(counter, by=by, key=derived_key(key, "next"))

    return pressed(request, number, both)


@screen(Right.SERVE)
@press("desk/{number}/")
def parking(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Set the visitor aside, who fetches or fills in something and keeps the place."""
    return on_call(request, number, call_id, queue.park, leaves=True)


@screen(Right.SERVE)
@press("desk/{number}/")
def transfer(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Send the visitor on to another counter."""
    by, key = staff_of(request), key_of(request)
    typed = request.POST.get("to", "")
    to = counter_of(request, int(typed) if typed.isdecimal() else 0)

    def send(counter: CounterRecord) -> None:
        call_of(counter, call_id)
        queue.transfer(call_id, to, by=by, key=key)
        empty_screen(counter, by=by, key=key)

    return pressed(request, number, send)


@screen(Right.SERVE)
@press("desk/{number}/")
def guide(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Ask the guides to fetch the visitor at the seat."""
    return on_call(request, number, call_id, queue.ask_guide)


@screen(Right.SERVE)
@press("desk/{number}/")
def seat(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Go to the visitor and work there; the counter pauses."""
    return on_call(request, number, call_id, queue.serve_at_seat)


@screen(Right.SERVE)
@press("desk/{number}/")
def pauses(request: HttpRequest, number: int) -> HttpResponse:
    """Rest the counter."""
    return _on_counter(request, number, queue.pause)


@screen(Right.SERVE)
@press("desk/{number}/")
def pause_end(request: HttpRequest, number: int) -> HttpResponse:
    """The counter works again."""
    return _on_counter(request, number, queue.resume)


@screen(Right.SERVE)
@press("desk/{number}/")
def chosen(request: HttpRequest, number: int) -> HttpResponse:
    """Call the number that was typed, with a reason."""
    by, key, typed = staff_of(request), key_of(request), read_chosen(request.POST)

    def call(counter: CounterRecord) -> None:
        held = (*queue.desk(counter).waiting, *queue.desk(counter).aside)
        ticket_id = next((one.id for one in held if one.label == typed.label), 0)
        if any(one.id == ticket_id for one in queue.desk(counter).aside):
            queue.come_back(counter.centre_id, ticket_id, by=by, key=derived_key(key, "back"))
        queue.call_chosen(counter, ticket_id, typed.reason, by=by, key=key)
        empty_screen(counter, by=by, key=key)

    return pressed(request, number, call)


@screen(Right.SERVE)
@press("desk/{number}/")
def comeback(request: HttpRequest, number: int, ticket_id: int) -> HttpResponse:
    """Someone set aside stands in the line again, where they stood."""
    by, key = staff_of(request), key_of(request)
    return pressed(
        request,
        number,
        lambda counter: queue.come_back(counter.centre_id, ticket_id, by=by, key=key),
    )


@screen(Right.SERVE)
@press("desk/{number}/")
def not_urgent(request: HttpRequest, number: int, ticket_id: int) -> HttpResponse:
    """An officer has looked: this one can wait."""
    by, key = staff_of(request), key_of(request)
    return pressed(
        request,
        number,
        lambda counter: queue.refuse_urgent(counter.centre_id, ticket_id, by=by, key=key),
    )


def _on_counter(request: HttpRequest, number: int, verb: Callable[..., object]) -> HttpResponse:
    by, key = staff_of(request), key_of(request)
    return pressed(request, number, lambda counter: verb(counter, by=by, key=key))
