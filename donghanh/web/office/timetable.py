"""Times that people can book: which counter, when, for what; and days without any."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import local, today
from donghanh.base.faults import Fact
from donghanh.base.text import WEEKDAYS, nfc, squeeze
from donghanh.booking import service as booking
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres

from ..access import centre_of, key_of, screen, staff_of
from ..citizen.booking import CROWDS
from ..dates import read_day, read_hour
from ..posting import press

PAGE = "office/timetable/"
WORDS_MAX = 80


@dataclass(frozen=True, slots=True)
class TimesInput:
    """Hours to be offered, as typed; `times` None where they are no hours."""

    typed: Mapping[str, str]
    times: booking.Timetable | None
    errors: dict[str, str]


@screen(Right.RUN_CENTRE)
@never_cache
def timetable(request: HttpRequest) -> HttpResponse:
    """Show what is offered and who is expected; a POST offers more hours."""
    if request.method != "POST":
        return _show(request)
    typed, here = read_times(request.POST, centre_of(request).id), centre_of(request)
    if typed.times is None:
        return _show(request, typed)
    try:
        by, key = staff_of(request), key_of(request)
        booking.set_timetable(here.id, typed.times, by=by, key=key)
    except booking.TimetableRefused as fault:
        return _show(request, typed, fault)
    return redirect(f"/{here.slug}/{PAGE}")


def read_times(post: Mapping[str, str], centre_id: int) -> TimesInput:
    """Return the hours to be offered."""
    errors: dict[str, str] = {}
    hours = {field: read_hour(post.get(field, "")) for field in ("opens", "closes")}
    for field, found in hours.items():
        if found is None:
            errors[field] = "Ghi giờ như 8:00 hoặc 14:30."
    numbers = {field: post.get(field, "") for field in ("counter", "weekday", "minutes", "places")}
    for field, typed in numbers.items():
        if not (typed.isascii() and typed.isdigit() and len(typed) < 4):
            errors[field] = "Ghi một số."
    own = {str(one.number): one.id for one in centres.counters(centre_id)}
    if numbers["counter"] not in own or numbers["weekday"] not in "0123456":
        errors.setdefault("counter", "Chọn quầy và thứ trong danh sách.")
    if errors:
        return TimesInput(post, None, errors)
    opens, closes = (time(*(hours[field] or (0, 0))) for field in ("opens", "closes"))
    weekday, minutes, places = (int(numbers[f]) for f in ("weekday", "minutes", "places"))
    field = post.get("field", "") if post.get("field", "") in fields() else ""
    many = "for_many" in post
    times = booking.Timetable(
        0, own[numbers["counter"]], weekday, opens, closes, minutes, places, field, many
    )
    return TimesInput(post, times, {})


def fields() -> list[str]:
    """Return the fields of the procedures, in order."""
    return sorted({one.field for one in catalogue.procedures()})


@screen(Right.RUN_CENTRE)
@press(PAGE)
def timetable_end(request: HttpRequest, timetable_id: int) -> HttpResponse:
    """Offer these hours no more."""
    here = centre_of(request)
    booking.end_timetable(here.id, timetable_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/{PAGE}")


@screen(Right.RUN_CENTRE)
@press(PAGE)
def closures(request: HttpRequest) -> HttpResponse:
    """Offer no times on a day; who had booked is told."""
    here, day = centre_of(request), read_day(request.POST.get("day", ""))
    words = squeeze(nfc(request.POST.get("words", "")))[:WORDS_MAX]
    if day is None or not today() <= day <= today() + timedelta(days=366):
        return _show(request, TimesInput(request.POST, None, {"day": "Ghi ngày như 26/11/2026."}))
    booking.close_bookings(here.id, day, words, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/{PAGE}")


@screen(Right.RUN_CENTRE)
@press(PAGE)
def closure_end(request: HttpRequest, closure_id: int) -> HttpResponse:
    """Offer times on that day again."""
    here = centre_of(request)
    booking.reopen_bookings(here.id, closure_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/{PAGE}")


def _show(
    request: HttpRequest, typed: TimesInput | None = None, fault: Fact | None = None
) -> HttpResponse:
    here = centre_of(request).id
    counters = centres.counters(here)
    numbers = {one.id: one for one in counters}
    closed = booking.closures(here)
    shown = {
        "rows": [
            (one, WEEKDAYS[one.weekday], numbers[one.counter_id])
            for one in booking.timetables(here)
        ],
        "counters": counters,
        "weekdays": list(enumerate(WEEKDAYS[:6])),
        "fields": fields(),
        "closed": closed,
        "ahead": _ahead(here, {one.day for one in closed}),
        "ready": booking.to_ready(here, today(), by=staff_of(request)),
        "typed": typed.typed if typed else {},
        "errors": typed.errors if typed else {},
        "fault": fault,
    }
    status = 409 if fault else 422 if typed else 200
    return render(request, "office/timetable.html", shown, status=status)


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day to come: how busy, the hours that are booked, a day off by now, closed for booking."""

    day: date
    crowd: str
    hours: list[str]
    off: bool
    closed: bool


def _ahead(centre_id: int, closed: Collection[date]) -> list[DayAhead]:
    """Return the working days of the next week, and every day that somebody has booked.

    A day can become a day off after it was booked: it is shown, to be closed and told.
    """
    calendar = centres.calendar()
    span = [today() + timedelta(days=ahead) for ahead in range(8)]
    working = {day for day in span if calendar.is_working(day)}
    shown = sorted(working.union(booking.days_booked(centre_id, today())))
    busy = booking.crowds(centre_id, shown)
    return [
        DayAhead(
            day,
            CROWDS[busy[day]],
            [f"{local(o.starts_at):%H:%M}" for o in booking.appointments_on(centre_id, day)],
            off=not calendar.is_working(day),
            closed=day in closed,
        )
        for day in shown
    ]
