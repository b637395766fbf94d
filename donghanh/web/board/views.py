"""The board on the wall: numbers and counters only. Anyone may look; an enrolled one speaks."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import condition, require_GET, require_http_methods

from donghanh.base.clock import now, today
from donghanh.queue import service as queue
from donghanh.speech import service as speech

from ..access import centre_of, device_of
from ..components.enrolment import enrol_device, show_enrolment
from .rows import rows_of, seat_class

KIND = "board"
FARTHEST_SEAT_M = 6  # until the office has measured the hall


@never_cache
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the last calls; with script it keeps itself up to date, without it loads again."""
    device = device_of(request, KIND)
    seen = queue.board(centre_of(request).id)
    shown = {
        "rows": rows_of(seen),
        "waiting": seen.waiting,
        "device": device,
        "seat_class": seat_class(device.farthest_seat_m if device else FARTHEST_SEAT_M),
        "now_ms": int(now().timestamp() * 1000),
    }
    return render(request, "board/board.html", shown)


def _version(request: HttpRequest) -> str:
    """Return the ETag: the line's revision of today, in one query."""
    return f'"{today():%d%m}-{queue.revision(centre_of(request).id)}"'


@require_GET
@condition(etag_func=_version)
def state(request: HttpRequest) -> HttpResponse:
    """Return the rows as a fragment, or 304 while nothing has changed."""
    seen = queue.board(centre_of(request).id)
    shown = {"rows": rows_of(seen), "waiting": seen.waiting}
    response = render(request, "board/state.html", shown)
    response["Cache-Control"] = "no-cache"
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Let this browser in as a board."""
    if request.method == "POST":
        return enrol_device(request, KIND)
    return show_enrolment(request, KIND)


@require_GET
def audio(request: HttpRequest, call_id: int, times: int) -> HttpResponseBase:
    """Return the voice of a call, for an enrolled board. 404 when no voice is at hand.

    `times` only tells one call of a number from the next, so that no browser plays an old one.
    """
    if device_of(request, KIND) is None:
        raise Http404(request.path)
    try:
        called = queue.call(centre_of(request).id, call_id)
    except queue.CallEnded as fault:
        raise Http404(request.path) from fault
    clip = speech.call_audio(called.ticket.label, called.counter_number) if called.spoken else None
    if clip is None:
        raise Http404(request.path)
    return FileResponse(clip.open("rb"), content_type="audio/wav")


@require_GET
def chime(request: HttpRequest) -> HttpResponseBase:
    """Return the sound that goes before a call, for an enrolled board."""
    if device_of(request, KIND) is None:
        raise Http404(request.path)
    return FileResponse(speech.chime().open("rb"), content_type="audio/wav")
