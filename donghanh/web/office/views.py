"""The day's figures, and closing a day. Numbers only: nobody's name, need or number."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import local, now, today
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.feedback import service as feedback
from donghanh.reports import service as reports

from ..access import centre_of, key_of, screen, staff_of
from ..dates import read_day
from ..posting import press
from .inputs import read_asked_day

OVER_FROM_HOUR = 17  # the working day ends; what is entered later belongs to catch-up


class DayStillRuns(Fact):
    """The day is not over, or is yet to come."""

    message = "Ngày này chưa xong nên chưa đóng được."
    remedy = f"Đóng sau {OVER_FROM_HOUR} giờ, khi không còn ai chờ, hoặc vào hôm sau."


class NoSuchDay(Fact):
    """What was typed is no day, or one that has not come."""

    message = "Chưa đọc được ngày này, hoặc ngày này chưa đến."
    remedy = "Ghi ngày như 23/11/2026, không sau hôm nay."


@screen(Right.SEE_FIGURES)
@never_cache
def office(request: HttpRequest) -> HttpResponse:
    """Show the figures of a day, today's at first."""
    typed = request.GET.get("day", "")
    day = read_asked_day(typed)
    return show_day(request, day or today(), typed, fault=None if day else NoSuchDay(typed))


def show_day(
    request: HttpRequest, day: date, typed: str = "", *, fault: Fact | None = None
) -> HttpResponse:
    """Show a day, with what stopped the last press said in place."""
    figures = reports.day(centre_of(request).id, day)
    titles = {one.code: one.plain_title for one in catalogue.procedures(on=day)}
    shown = {
        "figures": figures,
        "procedures": [
            (titles.get(code, code), count) for code, count in _largest_first(figures.by_procedure)
        ],
        "needs": _largest_first(figures.by_need),
        "faces": [(*words, figures.faces[face]) for face, words in feedback.FACES.items()],
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1) if day < today() else None,
        "typed": typed,
        "fault": fault,
        "closable": not figures.closed and is_over(figures),
        "runs_centre": staff_of(request).may(Right.RUN_CENTRE),
    }
    wrong_day = isinstance(fault, NoSuchDay)
    return render(
        request, "office/office.html", shown, status=422 if wrong_day else 409 if fault else 200
    )


def _largest_first(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: -one[1])


def is_over(figures: reports.DayFigures) -> bool:
    """Return whether a day may be closed: it is past, or the evening came and nobody waits."""
    if figures.on < today():
        return True
    return figures.on == today() and not figures.waiting and local(now()).hour >= OVER_FROM_HOUR


@screen(Right.RUN_CENTRE)
@press("office/")
def closing(request: HttpRequest, day: str) -> HttpResponse:
    """Close a day: keep its figures, blank what its visits said of people."""
    on, centre = read_day(day), centre_of(request)
    if on is None or on > today():
        raise Http404(day)
    if not is_over(reports.day(centre.id, on)):
        return show_day(request, on, fault=DayStillRuns(day))
    reports.close_day(centre.id, on, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/office/?day={on.isoformat()}")
