"""The volunteer's tablet: one page to listen, one to note what helps, one with the number.

A volunteer sees no list and no past visit. The page with the number opens only for the session that
made it, for ten minutes; "Xong" ends it at once.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from donghanh.accounts.service import Right
from donghanh.booking import service as booking
from donghanh.enquiry import service as enquiry
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..citizen.pages import commonest
from ..components.closing import closing
from ..components.wants import bring_lines, errand_of, procedure_of, series_of, want_of, wants_of
from ..help.calls import ask_officer
from .appointments import booked_visit
from .held import GIVEN, hold, own_ticket
from .inputs import QUESTION_LENGTH_MAX, VisitInput, asked_visit, visit_input
from .number import show_ticket

TILES = 8  # pictures a page; more are found by search
# (errand, words, picture); who chooses none wants something done.
ERRANDS = (
    (queue.Errand.FULL, "Làm thủ tục", "to_khai"),
    (queue.Errand.RESULT, "Nhận kết quả", "ket_qua"),
    (queue.Errand.QUESTION, "Chỉ hỏi", "chi_hoi"),
)


@never_cache
@require_GET
@screen(Right.RECEIVE)
def greeting(request: HttpRequest) -> HttpResponse:
    """Greet, listen, find. An empty search says what to type."""
    asked = request.GET.get("q")
    shown: dict[str, object] = {
        "greeting": reception.greeting(),
        "closing": closing(centre_of(request).id),
        "asked": asked or "",
        "tiles": [want_of(one) for one in commonest(TILES, province=centre_of(request).province)],
    }
    if asked is None:
        return render(request, "reception/greeting.html", shown)
    answer = enquiry.ask(asked[:QUESTION_LENGTH_MAX], centre_id=centre_of(request).id)
    here = centre_of(request).id
    enquiry.keep_unanswered(asked[:QUESTION_LENGTH_MAX], answer, centre_id=here, place="reception")
    empty = not asked.strip()
    sure = answer.behaviour in (enquiry.ANSWER, enquiry.CLARIFY)
    shown |= {"answer": answer, "found": wants_of(answer), "sure": sure, "empty": empty}
    shown["danger"] = reception.danger(answer.urgent.danger) if answer.urgent else None
    return render(request, "reception/greeting.html", shown, status=422 if empty else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@screen(Right.RECEIVE)
def visit(request: HttpRequest) -> HttpResponse:
    """Note what helps and give the number: one page, one press, nothing mandatory."""
    if request.method != "POST":
        return _visit_page(request, booked_visit(request) or asked_visit(request.GET), {})
    typed = visit_input(request.POST)
    if "officer" in request.POST:
        ask_officer(request)
        return _visit_page(request, typed, {}, asked_officer=True)
    errors = typed.errors(centre_of(request).hamlet_word)
    if errors:
        return _visit_page(request, typed, errors)
    intake = typed.intake(centre_of(request), procedure_of(typed.code, centre_of(request).province))
    joined = _joined(request, typed, intake)
    response = redirect(f"/{centre_of(request).slug}/reception/ticket/")
    hold(request, response, joined.id)
    return response


def _joined(
    request: HttpRequest, typed: VisitInput, intake: reception.Intake
) -> queue.WaitingTicket:
    """Give the number: who had booked gets the place of the booked time."""
    by, key = staff_of(request), key_of(request)
    if typed.appointment:
        return booking.arrive(typed.appointment, intake, by=by, key=key)
    return queue.join(
        intake,
        by=by,
        key=key,
        errand=errand_of(typed.errand),
        booked_at=typed.booked_at,
        dossiers=typed.dossier_count,
    )


def _visit_page(
    request: HttpRequest,
    typed: VisitInput,
    errors: dict[str, str],
    *,
    asked_officer: bool = False,
) -> HttpResponse:
    procedure = procedure_of(typed.code, centre_of(request).province)
    shown = {
        "typed": typed,
        "errors": errors,
        "want": want_of(procedure) if procedure else None,
        "bring": bring_lines(procedure) if procedure else (),
        "called_as": reception.called_as(),
        "groups": reception.groups(),
        "offers": reception.offers(),
        "seats": reception.seats(),
        "asked_officer": asked_officer,
        "errands": ERRANDS,
        "closing": closing(centre_of(request).id, series_of(procedure, centre_of(request).id)),
    }
    return render(request, "reception/visit.html", shown, status=422 if errors else 200)


@never_cache
@require_GET
@screen(Right.RECEIVE)
def ticket(request: HttpRequest) -> HttpResponse:
    """Show the number just given, what to do now, and the standing with its reason."""
    centre = centre_of(request)
    held = own_ticket(request)
    if held is None:
        return redirect(f"/{centre.slug}/reception/")
    return show_ticket(request, held)


@never_cache
@require_POST
@screen(Right.RECEIVE)
def end(request: HttpRequest) -> HttpResponse:
    """Forget the visitor on this tablet; the next one is greeted."""
    response = redirect(f"/{centre_of(request).slug}/reception/")
    GIVEN.let_go(request, response)
    return response
