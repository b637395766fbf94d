"""The volunteer's tablet: one page to listen, one to note what helps, one with the number.

A volunteer sees no list and no past visit. The page with the number opens only for the session that
made it, for ten minutes; "Xong" ends it at once.
"""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.enquiry import service as enquiry
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..citizen.pages import commonest
from ..components.wants import bring_lines, procedure_of, want_of, wants_of
from .inputs import QUESTION_LENGTH_MAX, VisitInput, visit_input

TICKET_SHOWN_FOR = timedelta(minutes=10)
TICKET = "reception_ticket"  # the session's one ticket
TILES = 8  # pictures a page; more are found by search


@never_cache
@require_GET
@screen(Right.RECEIVE)
def greeting(request: HttpRequest) -> HttpResponse:
    """Greet, listen, find. An empty search says what to type."""
    asked = request.GET.get("q")
    shown: dict[str, object] = {
        "greeting": reception.greeting(),
        "asked": asked or "",
        "tiles": [want_of(procedure) for procedure in commonest(TILES)],
    }
    if asked is None:
        return render(request, "reception/greeting.html", shown)
    answer = enquiry.ask(asked[:QUESTION_LENGTH_MAX], centre_id=centre_of(request).id)
    empty = not asked.strip()
    sure = answer.behaviour in (enquiry.ANSWER, enquiry.CLARIFY)
    shown |= {"answer": answer, "found": wants_of(answer), "sure": sure, "empty": empty}
    return render(request, "reception/greeting.html", shown, status=422 if empty else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@screen(Right.RECEIVE)
def visit(request: HttpRequest) -> HttpResponse:
    """Note what helps and give the number: one page, one press, nothing mandatory."""
    if request.method != "POST":
        return _visit_page(request, VisitInput(code=request.GET.get("code", "")), {})
    typed = visit_input(request.POST)
    errors = typed.errors(centre_of(request).hamlet_word)
    if errors:
        return _visit_page(request, typed, errors)
    intake = typed.intake(centre_of(request), procedure_of(typed.code, centre_of(request).province))
    joined = queue.join(intake, by=staff_of(request), key=key_of(request))
    request.session[TICKET] = joined.id
    return redirect(f"/{centre_of(request).slug}/reception/ticket/")


def _visit_page(request: HttpRequest, typed: VisitInput, errors: dict[str, str]) -> HttpResponse:
    procedure = procedure_of(typed.code, centre_of(request).province)
    shown = {
        "typed": typed,
        "errors": errors,
        "want": want_of(procedure) if procedure else None,
        "bring": bring_lines(procedure) if procedure else (),
        "called_as": reception.called_as(),
        "groups": reception.groups(),
        "offers": reception.offers(),
    }
    return render(request, "reception/visit.html", shown, status=422 if errors else 200)


@never_cache
@require_GET
@screen(Right.RECEIVE)
def ticket(request: HttpRequest) -> HttpResponse:
    """Show the number just given, what to do now, and the standing with its reason."""
    centre = centre_of(request)
    held = _own_ticket(request)
    if held is None:
        return redirect(f"/{centre.slug}/reception/")
    shown = {
        "ticket": held,
        "support": reception.support(centre.id, held.visit_id, by=staff_of(request)),
        "promise": queue.promise(centre.id, held.id),
        "ordinary": held.standing_level == reception.ORDINARY_LEVEL,
    }
    return render(request, "reception/ticket.html", shown)


def _own_ticket(request: HttpRequest) -> queue.WaitingTicket | None:
    """Return the ticket this session made in the last ten minutes."""
    try:
        held = queue.ticket(centre_of(request).id, int(request.session.get(TICKET) or 0))
    except queue.NoSuchTicket:
        return None
    return held if now() - held.joined_at <= TICKET_SHOWN_FOR else None


@never_cache
@require_POST
@screen(Right.RECEIVE)
def end(request: HttpRequest) -> HttpResponse:
    """Forget the visitor on this tablet; the next one is greeted."""
    request.session.pop(TICKET, None)
    return redirect(f"/{centre_of(request).slug}/reception/")
