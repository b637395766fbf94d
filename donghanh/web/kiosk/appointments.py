"""Coming at a booked time, at the kiosk: the code typed or its square code shown, then the number.

What was asked to be ready goes with the visit; nobody at the kiosk is shown it. A code that does
not hold today is told why, and a number is given all the same.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.base.faults import Fact
from donghanh.base.ids import CODE_ALPHABET, CODE_LENGTH
from donghanh.booking import service as booking
from donghanh.centre.service import DeviceRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, key_of
from ..components.enrolment import enrolled
from ..components.wants import procedure_of, series_of
from ..reception.appointments import code_in, expected
from .held import GIVEN
from .tiles import KIND, early_groups

TYPED_MAX = 200  # characters: the square code holds an address


@never_cache
@require_http_methods(["GET", "POST"])
@enrolled(KIND)
def code(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Ask for the code; a POST finds the booked time and offers to be called early."""
    if request.method != "POST":
        return _ask(request)
    typed = code_in(request.POST.get("code", "")[:TYPED_MAX])
    try:
        found = expected(booking.appointment(device.centre_id, typed))
    except (booking.NoSuchAppointment, booking.NotThisDay) as fault:
        return _ask(request, typed, fault)
    shown = {
        "found": found,
        "hour": booking.hour_words(found.starts_at),
        "groups": early_groups(),
    }
    return render(request, "kiosk/booked.html", shown)


@never_cache
@require_http_methods(["POST"])
@enrolled(KIND)
def number(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Give the number with its place in the line."""
    here, typed = centre_of(request), request.POST.get("code", "")[:TYPED_MAX]
    try:
        found = booking.appointment(device.centre_id, typed)
        procedure = procedure_of(found.procedure_code, here.province)
        intake = reception.Intake(
            centre_id=device.centre_id,
            procedure_codes=(procedure.code,) if procedure else (),
            groups=tuple(filter(None, request.POST.getlist("group"))),
            series=series_of(procedure, device.centre_id),
        )
        joined = booking.arrive(typed, intake, by=device, key=key_of(request), as_booked=True)
    except (booking.NoSuchAppointment, booking.NotThisDay) as fault:
        return _ask(request, typed, fault)
    return _given(request, device, joined)


def _given(request: HttpRequest, device: DeviceRecord, joined: queue.WaitingTicket) -> HttpResponse:
    response = redirect(f"/{centre_of(request).slug}/kiosk/ticket/")
    GIVEN.hold(request, response, joined.id, device.id)
    return response


def _ask(request: HttpRequest, typed: str = "", fault: Fact | None = None) -> HttpResponse:
    came = isinstance(fault, booking.AlreadyCame)
    shown = {
        "typed": typed,
        "fault": fault,
        "came": came,
        "letters": CODE_ALPHABET,
        "length": CODE_LENGTH,
    }
    missing = isinstance(fault, booking.NoSuchAppointment)
    return render(
        request, "kiosk/code.html", shown, status=404 if missing else 409 if fault else 200
    )
