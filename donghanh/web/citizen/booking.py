"""Booking a time: for what, day, hour, then a code. From home, or for who telephones when staff
is signed in; also another time for an appointment (`moving` in the address is its code).

Nobody's name is asked. Who wants a reminder leaves a number, for that alone.
"""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import at_local, local, today
from donghanh.base.ids import derived_key
from donghanh.booking import service as booking
from donghanh.catalogue import service as catalogue
from donghanh.messaging import service as messaging

from ..access import actor_of, centre_of, key_of, person_of
from ..components.reach import channels_shown
from ..components.wants import errand_of, procedure_of, series_of, want_of
from ..dates import read_day, read_hour
from .booking_inputs import BookingInput, read_booking
from .pages import commonest

CROWDS = {
    booking.Crowd.BUSY: "thường rất đông",
    booking.Crowd.MAYBE_BUSY: "có thể đông, vì sát ngày nghỉ",
    booking.Crowd.USUAL: "",
    booking.Crowd.QUIET: "thường vắng",
    booking.Crowd.UNKNOWN: "",
}
TILES = 8


@never_cache
@require_safe
def wants(request: HttpRequest) -> HttpResponse:
    """Ask what for: times may be laid down for some matters only."""
    found = [want_of(one) for one in commonest(TILES, province=centre_of(request).province)]
    shown = {"wants": found, "by_staff": by_staff(request)}
    return render(request, "citizen/booking_wants.html", shown)


@never_cache
@require_safe
def days(request: HttpRequest) -> HttpResponse:
    """Show the days to come, how many places each has, and which will be busy."""
    old = moving_of(request)
    wish = wish_of(request, old)
    found = booking.days(wish, from_home=not by_staff(request))
    shown = {
        **_wanted(request, wish, old),
        "days": [(one, CROWDS[one.crowd]) for one in found],
        "any_free": any(one.free for one in found),
    }
    return render(request, "citizen/booking_days.html", shown)


@never_cache
@require_safe
def times(request: HttpRequest, day: str) -> HttpResponse:
    """Show the free times of a day."""
    old = moving_of(request)
    return _times(request, wish_of(request, old), old, _day_of(day))


def _times(
    request: HttpRequest,
    wish: booking.Wish,
    old: booking.Appointment | None,
    on: date,
    gone: booking.SlotGone | None = None,
) -> HttpResponse:
    found = booking.slots(wish, on, from_home=not by_staff(request))
    hours = [(local(one.starts_at), booking.hour_words(local(one.starts_at))) for one in found]
    shown = {**_wanted(request, wish, old), "day": on, "hours": hours, "fault": gone}
    return render(request, "citizen/booking_times.html", shown, status=409 if gone else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, day: str, hour: str) -> HttpResponse:
    """Show what is about to be booked; a POST books it and shows its code."""
    old, starts_at = moving_of(request), _instant_of(day, hour)
    wish = wish_of(request, old)
    if request.method != "POST":
        return _confirm(request, wish, old, starts_at)
    typed = read_booking(request.POST)
    if typed.errors:
        return _confirm(request, wish, old, starts_at, typed)
    try:
        found = _taken(request, wish, old, starts_at, typed)
    except booking.SlotGone as gone:
        return _times(request, wish, old, local(starts_at).date(), gone)
    return redirect(f"/{centre_of(request).slug}/appointments/{found.code}/")


def _taken(
    request: HttpRequest,
    wish: booking.Wish,
    old: booking.Appointment | None,
    starts_at: datetime,
    typed: BookingInput,
) -> booking.Appointment:
    """Book the time, or move an appointment there. Raise SlotGone."""
    by, key, from_home = actor_of(request), key_of(request), not by_staff(request)
    if old:
        return booking.move(wish, old.code, starts_at, by=by, key=key, from_home=from_home)
    found = booking.book(wish, starts_at, by=by, key=key, from_home=from_home, helped=typed.helped)
    if typed.reach:
        kept = (booking.keep_until(found.starts_at) - today()).days
        subject, mine = booking.subject_of(found), derived_key(key, "reach")
        messaging.agree(wish.centre_id, subject, typed.reach.reach, by=by, key=mine, keep_days=kept)
    return found


def _confirm(
    request: HttpRequest,
    wish: booking.Wish,
    old: booking.Appointment | None,
    starts_at: datetime,
    typed: BookingInput | None = None,
) -> HttpResponse:
    wall = local(starts_at)
    shown = {
        **_wanted(request, wish, old),
        "day": wall.date(),
        "hour": booking.hour_words(wall),
        "channels": channels_shown(at_home=not by_staff(request)),
        "head": centre_of(request).hamlet_head_word if by_staff(request) else "",
        "typed": typed.reach if typed else None,
        "helped": typed.helped if typed else booking.HelpWanted(),
        "preparations": booking.preparations(),
        "errors": typed.errors if typed else {},
        "known_address": "",
        "known_hamlet": "",
        "agreeing": "Tôi đồng ý để Trung tâm giữ số này và nhắc về lịch hẹn này.",
    }
    return render(request, "citizen/booking_confirm.html", shown, status=422 if typed else 200)


def by_staff(request: HttpRequest) -> bool:
    """Return whether somebody of the staff books, for who telephones or stands there."""
    person = person_of(request)
    return person is not None and person.may(Right.RECEIVE)


def moving_of(request: HttpRequest) -> booking.Appointment | None:
    """Return the appointment that gets another time, None for a new one. Raise NotMovable."""
    code = request.GET.get("moving", "")
    if not code:
        return None
    found = booking.appointment(centre_of(request).id, code)
    if not found.movable:
        raise booking.NotMovable(code)
    return found


def wish_of(request: HttpRequest, old: booking.Appointment | None) -> booking.Wish:
    """Return what an address says is wanted; what it says wrong counts as left out.

    Another time for an appointment (`old`) is for the same matter.
    """
    asked, here = request.GET, centre_of(request)
    code = old.procedure_code if old else asked.get("code", "")
    procedure = find_procedure(request, code)
    many = asked.get("dossiers", "")
    typed = int(many) if many.isascii() and many.isdigit() and len(many) < 4 else 1
    return booking.Wish(
        here.id,
        series_of(procedure, here.id),
        field=procedure.field if procedure else "",
        procedure_code=procedure.code if procedure else "",
        errand=errand_of(old.errand if old else asked.get("errand", "")),
        dossiers=old.dossiers if old else min(max(typed, 1), booking.DOSSIERS_MAX),
    )


def find_procedure(request: HttpRequest, code: str) -> catalogue.Procedure | None:
    """Return a procedure by its code, None for none."""
    try:
        return procedure_of(code, centre_of(request).province)
    except catalogue.NoSuchProcedure:
        return None


def _wanted(
    request: HttpRequest, wish: booking.Wish, old: booking.Appointment | None
) -> dict[str, object]:
    asked = request.GET.copy()
    return {
        "wish": wish,
        "procedure": find_procedure(request, wish.procedure_code),
        "asked": f"?{asked.urlencode()}" if asked else "",
        "by_staff": by_staff(request),
        "dossiers_max": booking.DOSSIERS_MAX,
        "moving": old,
        "old_hour": booking.hour_words(local(old.starts_at)) if old else "",
    }


def _day_of(typed: str) -> date:
    on = read_day(typed)
    if on is None:
        raise Http404(typed)
    return on


def _instant_of(day: str, hour: str) -> datetime:
    at = read_hour(hour.replace("-", ":"))
    if at is None:
        raise Http404(hour)
    return at_local(_day_of(day), *at)
