"""The desk: who is served, who waits, what to bring. Presses are in calls.py and acceptance.py."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right, Role
from donghanh.base.clock import local, now
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, counter_of, screen, staff_of
from ..reception.helping import situations_shown
from .inputs import ApplicantInput, read_counts
from .serving import Serving, line_shown, serving, visits_seen

POLICE_SERIES = "police"


@screen(Right.SERVE)
@never_cache
def counters(request: HttpRequest) -> HttpResponse:
    """Let the officer choose a counter; the police officer's own stand first."""
    own = POLICE_SERIES if staff_of(request).role == Role.POLICE else ""
    rows = centres.counters(centre_of(request).id)
    rows.sort(key=lambda row: (bool(own) and row.series != own, row.number))
    return render(request, "desk/counters.html", {"counters": rows})


@screen(Right.SERVE)
@never_cache
def desk(request: HttpRequest, number: int) -> HttpResponse:
    """Show one counter."""
    return show_desk(request, counter_of(request, number))


def show_desk(
    request: HttpRequest,
    counter: centres.CounterRecord,
    *,
    fault: Fact | None = None,
    typed: ApplicantInput | None = None,
) -> HttpResponse:
    """Show a counter with what stopped the last press said in place (409, or 422 for typing)."""
    wanted = request.POST.get("procedure") or request.GET.get("procedure", "")
    with catalogue.one_look():
        seen = queue.desk(counter)
        visits = visits_seen(seen, counter.centre_id)
        counts, by = read_counts(request.GET), staff_of(request)
        shown: dict[str, Any] = {
            "counter": counter,
            "desk": seen,
            "serving": serving(seen, visits, wanted, counts, by=by),
            **line_shown(seen, visits),
            "fault": fault,
            "typed": typed,
            **_to_choose(centre_of(request).slug, counter),
        }
        shown |= _of_visitor(centre_of(request).slug, shown["serving"])
        status = 409 if fault else 422 if typed and typed.errors else 200
        return render(request, "desk/desk.html", shown, status=status)


def _of_visitor(slug: str, served: Serving | None) -> dict[str, Any]:
    """Return what the plan foresees for the visitor at the desk, and how many scans lie there."""
    fitting = reception.situations_for(served.support) if served else None
    visit = served.visit if served else None
    return {
        "situations": list(situations_shown(slug, fitting)) if fitting else [],
        "scan_count": dossier.money.scan_count(visit.centre_id, visit.id) if visit else 0,
    }


def _to_choose(slug: str, counter: centres.CounterRecord) -> dict[str, Any]:
    """Return what an officer picks from: languages, reasons for a call, the other counters."""
    return {
        "languages": reception.languages_at(slug),
        "reasons": queue.REASONS,
        "others": [c for c in centres.counters(counter.centre_id) if c.id != counter.id],
    }


@screen(Right.SERVE, poll=True)
@never_cache
def line(request: HttpRequest, number: int) -> HttpResponse:
    """Answer the poll: who waits, as a piece of the page; 304 while nothing changed this minute."""
    mark = f'"{number}-{centre_of(request).revision}-{local(now()):%H%M}"'
    if request.headers.get("If-None-Match") == mark:
        return HttpResponse(status=304)
    counter = counter_of(request, number)
    with catalogue.one_look():
        seen = queue.desk(counter)
        visits = visits_seen(seen, counter.centre_id)
        shown = {"counter": counter, "desk": seen, **line_shown(seen, visits)}
        response = render(request, "desk/line.html", shown)
    response["ETag"] = mark
    return response


def back_to_desk(request: HttpRequest, number: int, procedure: str = "") -> HttpResponse:
    """Go back to the counter after a press, to the procedure that was open."""
    query = f"?procedure={procedure}" if procedure else ""
    return redirect(f"/{centre_of(request).slug}/desk/{number}/{query}")
