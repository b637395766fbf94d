"""One booked time, by its code: seen, given back, no longer reminded of, and on paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.base.clock import local, now
from donghanh.booking import service as booking
from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.messaging import service as messaging

from ..access import actor_of, centre_of, key_of
from ..components.wants import bring_lines
from ..posting import press
from .booking import by_staff, find_procedure


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def appointment(request: HttpRequest, code: str) -> HttpResponse:
    """Show a booked time by its code; a POST gives it back."""
    here = centre_of(request)
    found = booking.appointment(here.id, code)
    if request.method == "POST":
        booking.cancel(here.id, code, by=actor_of(request), key=key_of(request))
        return redirect(f"/{here.slug}/appointments/{found.code}/")
    procedure = find_procedure(request, found.procedure_code)
    shown = {
        "found": found,
        "hour": booking.hour_words(local(found.starts_at)),
        "procedure": procedure,
        "bring": bring_lines(procedure) if procedure else (),
        "reminded": messaging.consent(here.id, booking.subject_of(found)),
        "qr": mark_safe(documents.qr_svg(_address(request, found), title="Mã hẹn")),  # noqa: S308
        "by_staff": by_staff(request),
    }
    return render(request, "citizen/appointment.html", shown)


@press("appointments/{code}/")
def reminder_end(request: HttpRequest, code: str) -> HttpResponse:
    """The person wants no reminder any more: the number is blanked, the time stays."""
    here = centre_of(request)
    subject = booking.subject_of(booking.appointment(here.id, code))
    messaging.withdraw(here.id, subject, by=actor_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/appointments/{code}/")


@never_cache
@require_safe
def slip(request: HttpRequest, code: str) -> HttpResponse:
    """Print a booked time: weekday, both calendars, half of the day, code, what to bring."""
    here = centre_of(request)
    found = booking.appointment(here.id, code)
    if not found.stands:
        return redirect(f"/{here.slug}/appointments/{found.code}/")
    procedure = find_procedure(request, found.procedure_code)
    kind = centres.plan(here.slug).province_kind
    paper = documents.AppointmentSlip(
        here.name,
        f"{centres.commune_words(here)}, {kind} {here.province}",
        found.code,
        procedure.plain_title if procedure else "",
        found.starts_at,
        booking.hour_words(local(found.starts_at)),
        bring_lines(procedure) if procedure else (),
        _address(request, found),
        now(),
    )
    made = HttpResponse(documents.appointment_slip(paper), content_type="application/pdf")
    made["Content-Disposition"] = f'inline; filename="hen-{found.code}.pdf"'
    return made


def _address(request: HttpRequest, found: booking.Appointment) -> str:
    """Return what the code holds: a telephone opens the page, a kiosk reads the end of it."""
    return request.build_absolute_uri(f"/{centre_of(request).slug}/appointments/{found.code}/")
