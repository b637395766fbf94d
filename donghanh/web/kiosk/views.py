"""The kiosk: what for, the standing as an offer, the number. It ends by itself and keeps nothing.

Only an enrolled kiosk gives numbers. The number's page opens for the browser that took it, for a
minute, and not after the first screen was shown again.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.booking import service as booking
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import DeviceRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from donghanh.speech import service as speech

from ..access import centre_of, key_of
from ..components.closing import closed, closing
from ..components.enrolment import enrol_device, enrolled, keeps_page, show_enrolment
from ..components.wants import errand_of, procedure_of, series_of
from ..paper.printing import TROUBLES, put_out
from . import asking
from .held import GIVEN, own_ticket
from .offline import ahead_of
from .questions import forget
from .tiles import ERRAND_TILES, KEYS, KIND, early_groups, tiles


@never_cache
@require_GET
@enrolled(KIND, status=200)
def start(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Ask what for, in pictures and by search. Whoever was here before is forgotten."""
    forget(request)
    asking.left(request, device.centre_id)
    shown = {
        "tiles": tiles(),
        "errands": ERRAND_TILES,
        "closing": closing(device.centre_id),
        "books": booking.offers_times(device.centre_id),
        **KEYS,
        "ahead": ahead_of(device),
        "keeps_page": keeps_page(request),
    }
    response = render(request, "kiosk/start.html", shown)
    GIVEN.let_go(request, response)
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Let this browser in as a kiosk."""
    if request.method == "POST":
        return enrol_device(request, KIND)
    return show_enrolment(request, KIND)


@never_cache
@require_http_methods(["GET", "POST"])
@enrolled(KIND)
def standing(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Offer to be called early; any press, also "Không cần", gives the number."""
    asked = request.POST or request.GET
    procedure = procedure_of(asked.get("code", ""), centre_of(request).province)
    errand = errand_of(asked.get("errand", ""))
    if request.method != "POST":
        asking.went_on(request, device.centre_id, chosen=procedure is not None)
        return _offer(request, device, procedure, errand)
    intake = reception.Intake(
        centre_id=device.centre_id,
        procedure_codes=(procedure.code,) if procedure else (),
        groups=tuple(filter(None, request.POST.getlist("group"))),
        series=series_of(procedure, device.centre_id),
    )
    try:
        joined = queue.join(intake, errand=errand, by=device, key=key_of(request))
    except queue.NoMoreToday:
        shown = {"closing": closed(device.centre_id)}
        return render(request, "kiosk/closed.html", shown, status=409)
    response = redirect(f"/{centre_of(request).slug}/kiosk/ticket/")
    GIVEN.hold(request, response, joined.id, device.id)
    return response


def _offer(
    request: HttpRequest,
    device: DeviceRecord,
    procedure: catalogue.Procedure | None,
    errand: queue.Errand,
) -> HttpResponse:
    """Show the groups that are called early; after the last number, when to come instead."""
    ends = closing(device.centre_id, series_of(procedure, device.centre_id))
    if ends and ends.over:
        return render(request, "kiosk/closed.html", {"closing": ends}, status=409)
    shown = {"procedure": procedure, "errand": errand, "groups": early_groups()}
    return render(request, "kiosk/standing.html", shown)


@never_cache
@require_GET
@enrolled(KIND)
def ticket(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Show the number; after the first screen it shows nothing more."""
    held = own_ticket(request, device)
    if held is None:
        return redirect(f"/{centre_of(request).slug}/kiosk/")
    shown = {
        "ticket": held,
        "promise": queue.promise(held),
        "spoken": f"Số của ông bà là {speech.label_words(held.label)}",
        "printed": queue.times_printed(device.centre_id, held.id) if device.printer else 0,
        "trouble": TROUBLES.get(device.printer_state, "") if device.printer else "",
    }
    return render(request, "kiosk/ticket.html", shown)


@never_cache
@require_POST
@enrolled(KIND)
def printing(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Put the slip out on this machine's printer."""
    held = own_ticket(request, device)
    if held is None or not device.printer:
        return redirect(f"/{centre_of(request).slug}/kiosk/")
    put_out(request, device, held, by=device, key=key_of(request))
    return redirect(f"/{centre_of(request).slug}/kiosk/ticket/")
