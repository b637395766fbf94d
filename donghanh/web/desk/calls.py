"""Presses on the line: call, call again, nobody came, done, taken back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from donghanh.accounts.service import Right
from donghanh.base.ids import derived_key
from donghanh.centre.service import CounterRecord
from donghanh.dossier import service as dossier
from donghanh.interview import service as interview
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import Person, counter_of, key_of, screen, staff_of
from ..posting import press
from .views import back_to_desk, show_desk

LINE_FACTS = (
    queue.NobodyWaiting,
    queue.CounterBusy,
    queue.CallEnded,
    queue.TooLate,
    queue.NotInThisLine,
    queue.NotAside,
    queue.OtherLine,
    reception.SeatNotReached,
)


@screen(Right.SERVE)
@press("desk/{number}/")
def call_next(request: HttpRequest, number: int) -> HttpResponse:
    """Call the next visitor to this counter."""
    by, key = staff_of(request), key_of(request)

    def call(counter: CounterRecord) -> None:
        queue.call_next(counter, by=by, key=key)
        empty_screen(counter, by=by, key=key)

    return pressed(request, number, call)


@screen(Right.SERVE)
@press("desk/{number}/")
def recall(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Call the same number once more."""
    return on_call(request, number, call_id, queue.recall)


@screen(Right.SERVE)
@press("desk/{number}/")
def absence(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Note that nobody came."""
    return on_call(request, number, call_id, queue.absent)


@screen(Right.SERVE)
@press("desk/{number}/")
def end(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Note that the visitor was served."""
    return on_call(request, number, call_id, queue.close, leaves=True)


@screen(Right.SERVE)
@press("desk/{number}/")
def undo(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Take the last press back."""
    return on_call(request, number, call_id, queue.undo)


@screen(Right.SERVE)
@press("desk/{number}/")
def standing(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """An officer has seen the person: the standing holds."""
    by, key = staff_of(request), key_of(request)

    def confirm(counter: CounterRecord) -> None:
        called = call_of(counter, call_id)
        reception.confirm_standing(counter.centre_id, called.ticket.visit_id, by=by, key=key)

    return pressed(request, number, confirm)


def call_of(counter: CounterRecord, call_id: int) -> queue.CalledTicket:
    """Return a call of this very counter; 404 for another's, which is not on this screen."""
    called = queue.call(counter.centre_id, call_id)
    if called.counter_number != counter.number:
        raise Http404(str(call_id))
    return called


def on_call(
    request: HttpRequest,
    number: int,
    call_id: int,
    verb: Callable[..., object],
    *,
    leaves: bool = False,
) -> HttpResponse:
    """Do a verb on a call of this counter. `leaves`: the visitor gets up and goes."""
    by, key = staff_of(request), key_of(request)

    def on_it(counter: CounterRecord) -> None:
        call_of(counter, call_id)
        verb(counter.centre_id, call_id, by=by, key=key)
        if leaves:
            empty_screen(counter, by=by, key=key)

    return pressed(request, number, on_it)


def empty_screen(counter: CounterRecord, *, by: Person, key: UUID) -> None:
    """Nothing of the visitor who left stays on a screen at this counter, nor in a file."""
    at = counter.centre_id, counter.number
    if interview.wipe_counter(*at, by=by, key=derived_key(key, "screen")):
        interview.sweep_files(counter.centre_id)
    dossier.money.wipe_what_is_over(counter.centre_id, by=by)


def pressed(
    request: HttpRequest, number: int, press_on: Callable[[CounterRecord], object]
) -> HttpResponse:
    """Do what was pressed; a fact of the line is said in place."""
    counter = counter_of(request, number)
    try:
        press_on(counter)
    except LINE_FACTS as fault:
        return show_desk(request, counter, fault=fault)
    return back_to_desk(request, number, request.POST.get("procedure", ""))
