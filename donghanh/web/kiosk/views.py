"""The kiosk: what for, the standing as an offer, the number. It ends by itself and keeps nothing.

Only an enrolled kiosk gives numbers. The number's page opens for the browser that took it, for a
minute, and not after the first screen was shown again.
"""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.base.clock import now
from donghanh.centre.service import DeviceRecord
from donghanh.enquiry import service as enquiry
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, key_of
from ..components.enrolment import enrol_device, enrolled, show_enrolment
from ..components.wants import procedure_of, series_of, wants_of
from .tiles import tiles

KIND = "kiosk"
TICKET = "kiosk_ticket"
TICKET_SHOWN_FOR = timedelta(seconds=60)
QUESTION_LENGTH_MAX = 300  # characters; a spoken question has under 200
FOUND_MAX = 3  # beside "Tôi chưa biết", in one row of the screen


@never_cache
@require_GET
@enrolled(KIND, status=200)
def start(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Ask what for, in pictures and by search. Whoever was here before is forgotten."""
    request.session.pop(TICKET, None)
    asked = request.GET.get("q", "").strip()
    shown: dict[str, object] = {"asked": asked, "tiles": tiles()}
    if asked:
        answer = enquiry.ask(asked[:QUESTION_LENGTH_MAX], centre_id=device.centre_id)
        found = [want for want in wants_of(answer) if want.known and not answer.urgent]
        shown |= {"answer": answer, "found": found[:FOUND_MAX]}
    return render(request, "kiosk/start.html", shown)


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
    asked = (request.POST or request.GET).get("code", "")
    procedure = procedure_of(asked, centre_of(request).province)
    if request.method != "POST":
        early = [g for g in reception.groups() if g.standing != reception.ORDINARY_LEVEL]
        shown = {"procedure": procedure, "groups": early}
        return render(request, "kiosk/standing.html", shown)
    intake = reception.Intake(
        centre_id=device.centre_id,
        procedure_codes=(procedure.code,) if procedure else (),
        groups=tuple(filter(None, request.POST.getlist("group"))),
        series=series_of(procedure, device.centre_id),
    )
    joined = queue.join(intake, by=device, key=key_of(request))
    request.session[TICKET] = joined.id
    return redirect(f"/{centre_of(request).slug}/kiosk/ticket/")


@never_cache
@require_GET
@enrolled(KIND)
def ticket(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Show the number; after the first screen it shows nothing more."""
    held = _own_ticket(request, device)
    if held is None:
        return redirect(f"/{centre_of(request).slug}/kiosk/")
    shown = {"ticket": held, "promise": queue.promise(device.centre_id, held.id)}
    return render(request, "kiosk/ticket.html", shown)


def _own_ticket(request: HttpRequest, device: DeviceRecord) -> queue.WaitingTicket | None:
    try:
        held = queue.ticket(device.centre_id, int(request.session.get(TICKET) or 0))
    except queue.NoSuchTicket:
        return None
    return held if now() - held.joined_at <= TICKET_SHOWN_FOR else None
