"""The strip on every officer's and volunteer's screen, and the list behind it."""

from __future__ import annotations

from typing import TypedDict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right
from donghanh.reception import service as reception

from ..access import centre_of, screen, staff_of
from ..pieces import piece
from .calls import CallRow, OwnAlarm, own_alarm_of, rows_of


class Waiting(TypedDict):
    """What the strip shows; `ring`: which calls a screen sounds for. An alarm is silent."""

    rows: tuple[CallRow, ...]
    alarms: tuple[reception.Alarm, ...]
    own_alarm: OwnAlarm | None
    ring: str


def waiting(request: HttpRequest) -> Waiting:
    """Return who waits for a person; alarms only for those who may serve."""
    serves, rows = staff_of(request).may(Right.SERVE), rows_of(request)
    return {
        "rows": rows,
        "alarms": reception.waiting_alarms(centre_of(request).id) if serves else (),
        "own_alarm": own_alarm_of(request),
        "ring": "-".join(str(row.call.id) for row in rows if row.to_take),
    }


@screen(Right.RECEIVE)
@never_cache
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show who waits for a person."""
    serves = staff_of(request).may(Right.SERVE)
    callbacks = len(reception.callbacks_waiting(centre_of(request).id)) if serves else 0
    shown = {**waiting(request), "serves": serves, "callbacks": callbacks}
    return render(request, "help/help.html", shown)


@screen(Right.RECEIVE, poll=True)
@never_cache
@require_GET
def strip(request: HttpRequest) -> HttpResponse:
    """Answer the poll: a piece of page, empty while nobody waits."""
    shown = waiting(request)
    news = (*shown["rows"], *shown["alarms"], shown["own_alarm"])
    return piece(request, "help/strip_rows.html", shown, *news)
