"""The hall as the office sets it: the loudspeaker, each device in its place, printers, numbers."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.centre import service as centres
from donghanh.queue import service as queue
from donghanh.speech import service as speech

from ..access import centre_of, key_of, screen, staff_of
from ..components.enrolment import keeps_page
from ..paper import printing
from ..posting import press
from .hall_inputs import VOLUMES, read_fitting, read_hall
from .inputs import DEVICE_KINDS, SEATS_M


@screen(Right.RUN_CENTRE)
@never_cache
def hall(request: HttpRequest) -> HttpResponse:
    """Show how the hall is spoken to; a POST sets it."""
    centre = centre_of(request)
    errors: dict[str, str] = {}
    if request.method == "POST":
        typed = read_hall(request.POST)
        errors = typed.errors
        if not errors:
            speech.set_hall(
                centre.id, typed.volume_max, typed.quiet, typed.linking,
                by=staff_of(request), key=key_of(request),
            )  # fmt: skip
            return redirect(f"/{centre.slug}/office/hall/")
    return _show_hall(request, errors)


def _show_hall(request: HttpRequest, errors: dict[str, str]) -> HttpResponse:
    centre = centre_of(request)
    told = speech.hall(centre.id)
    shown = {
        "told": told,
        "typed": request.POST,
        "errors": errors,
        "volumes": VOLUMES,
        "linkings": speech.LINKING,
        "voices": speech.voices(),
        "languages": [
            (one, len(speech.clips(centre.id, one.id)), len(one.prompts))
            for one in speech.languages()
        ],
        "public_url": settings.PUBLIC_URL,
        "keeps_page": keeps_page(request),
        "clashes": queue.clashes(centre.id, today()),
    }
    return render(request, "office/hall.html", shown, status=422 if errors else 200)


@screen(Right.RUN_CENTRE)
@never_cache
def device(request: HttpRequest, device_id: int) -> HttpResponse:
    """Show one device; a POST notes how it stands in the hall."""
    centre = centre_of(request)
    found, error = centres.device(centre.id, device_id), None
    if request.method == "POST":
        try:
            fitting = read_fitting(request.POST, found)
            centres.fit_out(
                centre.id, device_id, fitting, by=staff_of(request), key=key_of(request)
            )
            return redirect(f"/{centre.slug}/office/devices/")
        except centres.PrinterRefused as fault:
            error = fault
    return _show_device(request, found, error)


def _show_device(
    request: HttpRequest, found: centres.DeviceRecord, error: Fact | None
) -> HttpResponse:
    shown = {
        "device": found,
        "kind_words": DEVICE_KINDS.get(found.kind, found.kind),
        "seats": SEATS_M,
        "inches": centres.INCHES,
        "typed": request.POST,
        "error": f"{error.message} {error.remedy}" if error else "",
    }
    return render(request, "office/device.html", shown, status=422 if error else 200)


@screen(Right.RUN_CENTRE)
@press("office/devices/{device_id}/")
def printer(request: HttpRequest, device_id: int) -> HttpResponse:
    """Ask a device's printer how it is."""
    centre = centre_of(request)
    found = centres.device(centre.id, device_id)
    if found.printer:
        printing.look_at(centre, found, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/office/devices/{device_id}/")
