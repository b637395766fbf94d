"""Booking a time: day, hour, then a code. From home, or for who telephones when staff is signed in.

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
from ..components.reach import ReachInput, channels_shown, read_reach
from ..components.wants import bring_lines, errand_of, procedure_of, series_of
from ..dates import read_day, read_hour

CROWDS = {
    booking.Crowd.BUSY: "thường rất đông",
    booking.Crowd.USUAL: "",
    booking.Crowd.QUIET: "thường vắng",
    booking.Crowd.UNKNOWN: "",
}
REMINDER = ("channel", "address", "person", "consent")  # whoever fills in one wants to be reminded
KEEP_DAYS_AFTER = 3  # to say a kind word about a missed time, then the number goes


@never_cache
@require_safe
def days(request: HttpRequest) -> HttpResponse:
    """Show the days to come, how many places each has, and which will be busy."""
    wish = wish_of(request)
    found = booking.days(wish, from_home=not by_staff(request))
    shown = {
        **_wanted(request, wish),
        "days": [(one, CROWDS[one.crowd]) for one in found],
        "any_free": any(one.free for one in found),
    }
    return render(request, "citizen/booking_days.html", shown)


@never_cache
@require_safe
def times(request: HttpRequest, day: str) -> HttpResponse:
    """Show the free times of a day."""
    wish, on = wish_of(request), _day_of(day)
    found = booking.slots(wish, on, from_home=not by_staff(request))
    hours = [(local(one.starts_at), booking.hour_words(local(one.starts_at))) for one in found]
    shown = {**_wanted(request, wish), "day": on, "hours": hours}
    return render(request, "citizen/booking_times.html", shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, day: str, hour: str) -> HttpResponse:
    """Show what is about to be booked; a POST books it and shows its code."""
    wish, starts_at = wish_of(request), _instant_of(day, hour)
    if request.method != "POST":
        return _confirm(request, wish, starts_at)
    wants = any(request.POST.get(field, "").strip() for field in REMINDER)
    typed = read_reach(request.POST) if wants else None
    if typed and typed.errors:
        return _confirm(request, wish, starts_at, typed)
    by, key = actor_of(request), key_of(request)
    found = booking.book(wish, starts_at, by=by, key=key, from_home=not by_staff(request))
    if typed:
        messaging.agree(
            wish.centre_id, booking.subject_of(found), typed.reach, by=by,
            key=derived_key(key, "reach"), keep_days=(found.starts_at.date() - today()).days
            + KEEP_DAYS_AFTER,
        )  # fmt: skip
    return redirect(f"/{centre_of(request).slug}/appointments/{found.code}/")


def _confirm(
    request: HttpRequest, wish: booking.Wish, starts_at: datetime, typed: ReachInput | None = None
) -> HttpResponse:
    wall = local(starts_at)
    shown = {
        **_wanted(request, wish),
        "day": wall.date(),
        "hour": booking.hour_words(wall),
        "channels": channels_shown(at_home=not by_staff(request)),
        "head": centre_of(request).hamlet_head_word if by_staff(request) else "",
        "typed": typed,
        "errors": typed.errors if typed else {},
        "known_address": "",
        "known_hamlet": "",
        "agreeing": "Tôi đồng ý để Trung tâm giữ số này và nhắc về lịch hẹn này.",
    }
    return render(request, "citizen/booking_confirm.html", shown, status=422 if typed else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def appointment(request: HttpRequest, code: str) -> HttpResponse:
    """Show a booked time by its code; a POST gives it back."""
    here = centre_of(request)
    found = booking.appointment(here.id, code)
    if request.method == "POST":
        booking.cancel(here.id, code, by=actor_of(request), key=key_of(request))
        return redirect(f"/{here.slug}/appointments/{found.code}/")
    procedure = _procedure_of(request, found.procedure_code)
    shown = {
        "found": found,
        "hour": booking.hour_words(local(found.starts_at)),
        "procedure": procedure,
        "bring": bring_lines(procedure) if procedure else (),
        "reminded": messaging.consent(here.id, booking.subject_of(found)),
        "by_staff": by_staff(request),
    }
    return render(request, "citizen/appointment.html", shown)


def by_staff(request: HttpRequest) -> bool:
    """Return whether somebody of the staff books, for who telephones or stands there."""
    person = person_of(request)
    return person is not None and person.may(Right.RECEIVE)


def wish_of(request: HttpRequest) -> booking.Wish:
    """Return what an address says is wanted; what it says wrong counts as left out."""
    asked, here = request.GET, centre_of(request)
    procedure = _procedure_of(request, asked.get("code", ""))
    many = asked.get("dossiers", "")
    dossiers = int(many) if many.isascii() and many.isdigit() and len(many) < 4 else 1
    return booking.Wish(
        here.id,
        series_of(procedure, here.id),
        field=procedure.field if procedure else "",
        procedure_code=procedure.code if procedure else "",
        errand=errand_of(asked.get("errand", "")),
        dossiers=min(max(dossiers, 1), booking.DOSSIERS_MAX),
    )


def _procedure_of(request: HttpRequest, code: str) -> catalogue.Procedure | None:
    try:
        return procedure_of(code, centre_of(request).province)
    except catalogue.NoSuchProcedure:
        return None


def _wanted(request: HttpRequest, wish: booking.Wish) -> dict[str, object]:
    asked = request.GET.copy()
    return {
        "wish": wish,
        "procedure": _procedure_of(request, wish.procedure_code),
        "asked": f"?{asked.urlencode()}" if asked else "",
        "by_staff": by_staff(request),
        "dossiers_max": booking.DOSSIERS_MAX,
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
