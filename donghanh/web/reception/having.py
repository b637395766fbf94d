"""Who holds a number already: back after fetching a paper, or unwell and to be called at once.

Found by the number or the code on the slip, never by name; no list is shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.base.ids import derived_key
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press

LINE_FACTS = (queue.NoSuchTicket, queue.NotAside, queue.NotWaiting, reception.NoSuchVisit)


@never_cache
@require_safe
@screen(Right.RECEIVE)
def held(request: HttpRequest) -> HttpResponse:
    """Ask for the number."""
    return render(request, "reception/held.html", {"typed": ""})


@never_cache
@screen(Right.RECEIVE)
@press("reception/held/")
def back(request: HttpRequest) -> HttpResponse:
    """Let who was set aside stand in the line again; who waits already is told the same."""
    centre_id, by = centre_of(request).id, staff_of(request)
    try:
        found = ticket_of(centre_id, request.POST.get("number", ""))
        if found.waiting_since is None:
            if found.kept_since is None:
                raise queue.NotWaiting(found.label)
            found = queue.come_back(centre_id, found.id, by=by, key=key_of(request))
    except LINE_FACTS as fault:
        return _fault(request, fault)
    return _done(request, {"back": found, "promise": queue.promise(found)})


@never_cache
@screen(Right.RECEIVE)
@press("reception/held/")
def urgent(request: HttpRequest) -> HttpResponse:
    """Ask the desks to call a number at once, and an officer to come and see."""
    centre_id, by, key = centre_of(request).id, staff_of(request), key_of(request)
    try:
        with transaction.atomic():
            found = ticket_of(centre_id, request.POST.get("number", ""))
            asked = queue.ask_urgent(centre_id, found.id, by=by, key=key)
            place = f"Số {asked.label} cần làm gấp:"
            ring = derived_key(key, "officer")
            reception.call_help(centre_id, place, wants_officer=True, by=by, key=ring)
    except LINE_FACTS as fault:
        return _fault(request, fault)
    return _done(request, {"urgent": asked})


def ticket_of(centre_id: int, typed: str) -> queue.WaitingTicket:
    """Return today's ticket of a number or a slip's code. Raise NoSuchTicket or NoSuchVisit."""
    try:
        return queue.ticket_of_label(centre_id, "".join(typed.upper().split()))
    except queue.NoSuchTicket:
        visit = reception.visit_by_slip(centre_id, typed)
        if visit.day != today():
            raise
        return queue.ticket_of_visit(centre_id, visit.id)


def _done(request: HttpRequest, told: Mapping[str, object]) -> HttpResponse:
    return render(request, "reception/held.html", {"typed": "", **told})


def _fault(request: HttpRequest, fault: Fact) -> HttpResponse:
    shown = {"typed": request.POST.get("number", ""), "fault": fault}
    return render(request, "reception/held.html", shown, status=409)
