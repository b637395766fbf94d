"""The board on the wall: numbers and counters only. Anyone may look; an enrolled one speaks."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import condition, require_GET, require_http_methods, require_POST

from donghanh.base.clock import now, today
from donghanh.queue import service as queue
from donghanh.speech import service as speech

from ..access import centre_of, device_of
from ..components.enrolment import enrol_device, show_enrolment
from ..listen.views import sound_of
from .rows import rows_of, seat_class

KIND = "board"
FARTHEST_SEAT_M = 6  # until the office has measured the hall


@never_cache
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the last calls; with script it keeps itself up to date, without it loads again."""
    device = device_of(request, KIND)
    shown = {
        **_state(request),
        "device": device,
        "seat_class": seat_class(device.farthest_seat_m, float(device.inches))
        if device
        else seat_class(FARTHEST_SEAT_M),
        "now_ms": int(now().timestamp() * 1000),
    }
    return render(request, "board/board.html", shown)


def _state(request: HttpRequest) -> dict[str, object]:
    centre_id = centre_of(request).id
    seen = queue.board(centre_id)
    linking = speech.hall(centre_id).linking
    return {"rows": rows_of(seen, linking), "waiting": seen.waiting, "paused": seen.paused}


def _version(request: HttpRequest) -> str:
    """Return the ETag: the hall's revision today and the notices that stand; no query more."""
    here = centre_of(request)
    notices = "".join(f"-{notice.id}" for notice in here.notices)
    return f'"{today():%d%m}-{here.revision}{notices}"'


@require_GET
@condition(etag_func=_version)
def state(request: HttpRequest) -> HttpResponse:
    """Return the rows as a fragment, or 304 while nothing has changed."""
    response = render(request, "board/state.html", _state(request))
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
    """Return the voice of a call, for an enrolled board. 404 when no voice is at hand, or may be.

    `times` only tells one call of a number from the next, so that no browser plays an old one.
    """
    centre_id = centre_of(request).id
    if device_of(request, KIND) is None or speech.is_quiet_now(centre_id):
        raise Http404(request.path)
    try:
        called = queue.call(centre_id, call_id)
    except queue.CallEnded as fault:
        raise Http404(request.path) from fault
    clip = called.spoken and speech.call_audio(
        called.ticket.label,
        called.counter_number,
        centre_id=centre_id,
        twice="once" not in request.GET,
    )
    if not clip:
        raise Http404(request.path)
    return sound_of(request, clip)


@require_GET
def chime(request: HttpRequest) -> HttpResponseBase:
    """Return the sound that goes before a call, for an enrolled board."""
    if device_of(request, KIND) is None:
        raise Http404(request.path)
    return sound_of(request, speech.chime())


@never_cache
@require_POST
def speaker(request: HttpRequest) -> HttpResponse:
    """Let this board hold the hall's loudspeaker for some seconds, if no other one does."""
    device = device_of(request, KIND)
    if device is None:
        raise Http404(request.path)
    told = speech.ask_to_speak(device.centre_id, device.id)
    may = {"held": told.held, "quiet": told.quiet, "volume_max": told.volume_max}
    return JsonResponse({"schema": 1, **may})
