"""Who has booked: found by the code, or by the hour where it was forgotten. Nobody's name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import local, today
from donghanh.base.faults import Fact
from donghanh.base.text import day_words
from donghanh.booking import service as booking
from donghanh.catalogue import service as catalogue

from ..access import centre_of, screen, staff_of
from ..dates import read_day
from .inputs import VisitInput


@never_cache
@require_safe
@screen(Right.RECEIVE)
def appointments(request: HttpRequest) -> HttpResponse:
    """Show the booked times of today or another day; a code leads to the page with the number."""
    here, typed = centre_of(request), code_in(request.GET.get("code", ""))
    fault: Fact | None = None
    if typed:
        try:
            found = expected(booking.appointment(here.id, typed))
            return redirect(f"/{here.slug}/reception/visit/?appointment={found.code}")
        except (booking.NoSuchAppointment, booking.NotThisDay) as told:
            fault = told
    missing = isinstance(fault, booking.NoSuchAppointment)
    shown = {
        **_of_day(request, here.id),
        "typed": typed,
        "fault": fault,
        "opens": fault is not None and not missing,
    }
    status = 404 if missing else 409 if fault else 200
    return render(request, "reception/appointments.html", shown, status=status)


def _of_day(request: HttpRequest, centre_id: int) -> dict[str, object]:
    """Return who is expected on the day asked for, and on which other days somebody is."""
    on, titles = read_day(request.GET.get("day", "")) or today(), _titles()
    rows = [
        (one, booking.hour_words(local(one.starts_at)), titles.get(one.procedure_code, ""))
        for one in booking.appointments_on(centre_id, on)
    ]
    by = staff_of(request)
    booked = booking.days_booked(centre_id, today())
    return {
        "day": on,
        "is_today": on == today(),
        "rows": rows,
        "others": [one for one in booked if one != on],
        "ready": booking.to_ready(centre_id, today(), by=by) if by.may(Right.SERVE) else (),
    }


def _titles() -> dict[str, str]:
    return {one.code: one.plain_title for one in catalogue.procedures()}


def code_in(typed: str) -> str:
    """Return the code in what was typed or scanned: the square code holds the page's address."""
    parts = [part for part in typed.strip().split("/") if part]
    return parts[-1] if parts else ""


def expected(found: booking.Appointment) -> booking.Appointment:
    """Return an appointment of today that still stands. Raise NotThisDay, saying which day."""
    if found.stands and found.starts_at.date() == today():
        return found
    when = f"{booking.hour_words(found.starts_at)} {day_words(found.starts_at.date())}"
    if found.came_at:
        number = booking.number_of(found)
        had = f", lấy số {number}" if number else ""
        raise booking.AlreadyCame(message=f"Đã đến theo lịch hẹn {when}{had}.")
    ended = ", Trung tâm đã phải bỏ" if found.called_off_at else ", đã trả lại"
    raise booking.NotThisDay(
        message=f"Lịch hẹn này là {when}{ended if found.cancelled_at else ''}."
    )


def booked_visit(request: HttpRequest) -> VisitInput | None:
    """Return the gate's page filled in from an appointment, None where the address names none."""
    code = request.GET.get("appointment", "")
    if not code:
        return None
    here = centre_of(request).id
    found = expected(booking.appointment(here, code))
    helped = booking.help_wanted(here, found.id, by=staff_of(request))
    return VisitInput(
        needs=booking.offers_of(helped),
        code=found.procedure_code,
        errand=found.errand,
        dossiers=str(found.dossiers) if found.dossiers > 1 else "",
        booked=f"{local(found.starts_at):%H:%M}",
        appointment=found.code,
    )
