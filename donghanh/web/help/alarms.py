"""Alarms: a named officer comes, what was done is noted, the head sees the law's clock."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.opening import hours_and_minutes
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .calls import RAISED, RECEPTION_DESK


def left_words(left: timedelta | None) -> str:
    """Return what is left of a term in words, "" where there is none."""
    if left is None:
        return ""
    if left < timedelta():
        return f"quá {hours_and_minutes(-left)}"
    return f"còn {hours_and_minutes(left)}"


@screen(Right.RECEIVE)
@press("help/")
def raising(request: HttpRequest) -> HttpResponse:
    """A volunteer brings an officer silently; the strip then says who comes, to nobody else."""
    centre = centre_of(request)
    kind, by = request.POST.get("danger", ""), staff_of(request)
    alarm = reception.raise_alarm(centre.id, kind, RECEPTION_DESK, by=by, key=key_of(request))
    request.session[RAISED] = alarm.id
    return redirect(f"/{centre.slug}/help/")


@screen(Right.SERVE)
@press("help/")
def taking(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """ "Tôi tới": the officer's name goes to the screen of who waits."""
    centre = centre_of(request)
    reception.take_alarm(centre.id, alarm_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/help/alarms/{alarm_id}/")


@screen(Right.SERVE)
@never_cache
@require_GET
def alarm(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """Show what to do about one alarm, to the officer who opens it; that is an event."""
    return _show(request, alarm_id)


def _show(
    request: HttpRequest, alarm_id: int, fault: reception.NothingDone | None = None
) -> HttpResponse:
    centre_id = centre_of(request).id
    reception.alarm(centre_id, alarm_id)
    opened = reception.open_alarm(centre_id, alarm_id, by=staff_of(request))
    taken_by = opened.alarm.taken_by_id
    shown = {
        "opened": opened,
        "left": left_words(opened.left),
        "taken_by": accounts.name_of(centre_id, taken_by) if taken_by is not None else "",
        "choices": reception.done_words(),
        "fault": fault,
    }
    return render(request, "help/alarm.html", shown, status=422 if fault else 200)


@screen(Right.SERVE)
@press("help/alarms/{alarm_id}/")
def closing(request: HttpRequest, alarm_id: int) -> HttpResponse:
    """Note what was done and close the alarm."""
    centre, done = centre_of(request), request.POST.getlist("done")
    try:
        reception.close_alarm(centre.id, alarm_id, done, by=staff_of(request), key=key_of(request))
    except reception.NothingDone as fault:
        return _show(request, alarm_id, fault)
    return redirect(f"/{centre.slug}/help/alarms/{alarm_id}/")


@screen(Right.SERVE)
@never_cache
@require_GET
def clock(request: HttpRequest) -> HttpResponse:
    """Show the open alarms with what is left of the law's term, and those that were closed."""
    centre_id = centre_of(request).id
    opened = reception.open_alarms(centre_id, by=staff_of(request))
    closed = [one for one in reception.alarms(centre_id) if one.closed_at is not None]
    names = {
        one.alarm.taken_by_id: accounts.name_of(centre_id, one.alarm.taken_by_id)
        for one in opened
        if one.alarm.taken_by_id is not None
    }
    rows = [
        (one, left_words(one.left), names.get(one.alarm.taken_by_id or 0, "")) for one in opened
    ]
    return render(request, "help/clock.html", {"rows": rows, "closed": closed})
