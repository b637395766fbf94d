"""Work on the visitor's papers: which procedure, which papers are here, taking the dossier in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.ids import derived_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CounterRecord
from donghanh.dossier import service as dossier
from donghanh.enquiry import service as enquiry
from donghanh.guidance import service as guidance
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press
from .calls import call_of
from .dossier_inputs import edited, lines_of, read_taken, words_of
from .dossier_page import address
from .inputs import kept_answers, read_applicant
from .views import back_to_desk, show_desk

# Any code may be chosen: people also come for what has no plain words here yet.
PROCEDURE_CODE = re.compile(r"\d\.\d{6}")


class Served(NamedTuple):
    """The visitor that a form of this counter is about."""

    counter: CounterRecord
    visit_id: int
    code: str


@screen(Right.SERVE)
@press("desk/{number}/")
def papers(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Keep which papers are here and the answers to the case questions, in one press."""
    return _for_visitor(request, number, call_id, _keep)


def _keep(request: HttpRequest, at: Served) -> HttpResponse:
    _tick(request, at, key_of(request))
    typed = read_applicant(request.POST)
    if typed.begun or edited(request.POST):
        return show_desk(request, at.counter, typed=typed)  # what is not kept yet stays typed
    return back_to_desk(request, at.counter.number, at.code)


def _tick(request: HttpRequest, at: Served, key: UUID) -> None:
    here = centre_of(request).province
    procedure = guidance.checklist_for(at.code, {}, province=here).procedure
    answers = kept_answers(procedure.cases, request.POST)
    held = set(request.POST.getlist("held"))
    if "all" in request.POST:
        needed = guidance.checklist_for(at.code, answers, province=here).papers
        held |= {item.paper.id for item in needed if item.required.how != "looked_up"}
    dossier.tick_papers(
        at.counter.centre_id, at.visit_id, at.code, held, answers,
        by=staff_of(request), key=key,
    )  # fmt: skip


@screen(Right.SERVE)
@press("desk/{number}/")
def dossiers(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Keep the ticks of the same form, take the papers in and promise a date."""
    return _for_visitor(request, number, call_id, _accept)


def _accept(request: HttpRequest, at: Served) -> HttpResponse:
    def take() -> HttpResponse:
        dossier.accept(
            at.counter.centre_id, at.visit_id, at.code,
            taken=read_taken(request.POST), by=staff_of(request), key=key_of(request),
        )  # fmt: skip
        return back_to_desk(request, at.counter.number, at.code)

    return _taken_in(request, at, take)


def _taken_in(request: HttpRequest, at: Served, take: Callable[[], HttpResponse]) -> HttpResponse:
    """Keep the ticks, and take papers in as far as nothing that was typed stands in the way."""
    _tick(request, at, derived_key(key_of(request), "papers"))
    typed = read_applicant(request.POST)
    if typed.errors:
        return show_desk(request, at.counter, typed=typed)
    try:
        return take()
    except (dossier.NotLikeThis, dossier.NothingAsked, dossier.OutOfOrder) as fault:
        return show_desk(request, at.counter, typed=typed, fault=fault)


@screen(Right.SERVE)
@press("desk/{number}/")
def at_once(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Take the papers in and give the result on the spot."""
    return _for_visitor(request, number, call_id, _settle)


def _settle(request: HttpRequest, at: Served) -> HttpResponse:
    def take() -> HttpResponse:
        dossier.settle_at_once(
            at.counter.centre_id, at.visit_id, at.code,
            taken=read_taken(request.POST), by=staff_of(request), key=key_of(request),
        )  # fmt: skip
        return back_to_desk(request, at.counter.number, at.code)

    return _taken_in(request, at, take)


@screen(Right.SERVE)
@press("desk/{number}/")
def supplement(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Send the visitor for all that is missing, once."""
    return _for_visitor(request, number, call_id, _ask)


def _ask(request: HttpRequest, at: Served) -> HttpResponse:
    def take() -> HttpResponse:
        asked = dossier.ask_at_reception(
            at.counter.centre_id, at.visit_id, at.code,
            lines_of(request.POST, "lines"), words_of(request.POST, "reason"),
            taken=read_taken(request.POST), by=staff_of(request), key=key_of(request),
        )  # fmt: skip
        return redirect(address(request, at.counter.number, asked.id))

    return _taken_in(request, at, take)


@screen(Right.SERVE)
@press("desk/{number}/")
def refusal(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Refuse to take the papers in, with a reason."""
    return _for_visitor(request, number, call_id, _refuse)


def _refuse(request: HttpRequest, at: Served) -> HttpResponse:
    def take() -> HttpResponse:
        refused = dossier.refuse_at_reception(
            at.counter.centre_id, at.visit_id, at.code, words_of(request.POST, "refusal_reason"),
            taken=read_taken(request.POST), by=staff_of(request), key=key_of(request),
        )  # fmt: skip
        return redirect(address(request, at.counter.number, refused.id))

    return _taken_in(request, at, take)


@screen(Right.SERVE)
@never_cache
def procedures(request: HttpRequest, number: int, call_id: int) -> HttpResponse:
    """Search for what the visitor really came for; a POST chooses it."""
    counter = counter_of(request, number)
    try:
        called = call_of(counter, call_id)
    except queue.CallEnded as fault:
        return show_desk(request, counter, fault=fault)
    if request.method == "POST":
        return _choose(request, counter, called.ticket.visit_id)
    asked = request.GET.get("q", "").strip()
    answer = enquiry.ask(asked, centre_id=counter.centre_id) if asked else None
    if answer:
        enquiry.keep_unanswered(asked, answer, centre_id=counter.centre_id, place="desk")
    here = centre_of(request).province
    titles = {one.code: one.plain_title for one in catalogue.procedures(province=here)}
    shown = {
        "counter": counter,
        "call": called,
        "asked": asked,
        "answer": answer,
        "matches": [(one, titles.get(one.code)) for one in (answer.procedures if answer else ())],
        "instead_of": request.GET.get("instead_of", ""),
    }
    return render(request, "desk/procedures.html", shown)


def _choose(request: HttpRequest, counter: CounterRecord, visit_id: int) -> HttpResponse:
    chosen, instead_of = request.POST.get("code", ""), request.POST.get("instead_of", "")
    if not PROCEDURE_CODE.fullmatch(chosen):
        raise Http404(chosen)
    codes = reception.visit(counter.centre_id, visit_id).procedure_codes
    kept = [chosen if code == instead_of else code for code in codes]
    reception.choose_procedures(
        counter.centre_id, visit_id, (*kept, chosen), by=staff_of(request), key=key_of(request)
    )
    return back_to_desk(request, counter.number, chosen)


def _for_visitor(
    request: HttpRequest,
    number: int,
    call_id: int,
    work_on: Callable[[HttpRequest, Served], HttpResponse],
) -> HttpResponse:
    """Do the work of a form, unless its visitor has left the desk since it was shown."""
    counter = counter_of(request, number)
    called, current = call_of(counter, call_id), queue.desk(counter).current
    if current is None or current.call_id != call_id:
        return show_desk(request, counter, fault=queue.CallEnded(str(call_id)))
    code = request.POST.get("procedure", "")
    return work_on(request, Served(counter, called.ticket.visit_id, code))
