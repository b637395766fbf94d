"""Presses on the life of a dossier: asked, brought, passed on, refused, sorry, stopped, ready."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.dossier import service as dossier

from ..access import counter_of, screen
from ..posting import press
from .dossier_inputs import lines_of, read_new_date, read_slip_day, words_of
from .dossier_page import on_dossier, show_dossier

BACK = "desk/{number}/dossiers/{dossier_id}/"


@screen(Right.SERVE)
@press(BACK)
def supplement(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Note what the deciding body asks for, once."""
    lines, why = lines_of(request.POST, "lines"), words_of(request.POST, "reason")
    typed = read_slip_day(request.POST, "asked_day", now())
    if typed.errors:
        return show_dossier(request, counter_of(request, number), dossier_id, typed=typed)
    ask = partial(dossier.ask_supplement, at=typed.at)
    return on_dossier(request, number, dossier_id, ask, lines, why)


@screen(Right.SERVE)
@press(BACK)
def answer(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """All that was asked for is here."""
    return on_dossier(request, number, dossier_id, dossier.answer_supplement)


@screen(Right.SERVE)
@press(BACK)
def closing(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Close what was not answered in fifteen days."""
    return on_dossier(request, number, dossier_id, dossier.close_unanswered)


@screen(Right.SERVE)
@press(BACK)
def bodies(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Say who receives and who decides."""
    named = dossier.Bodies("", *(words_of(request.POST, one) for one in ("receives", "decides")))
    return on_dossier(request, number, dossier_id, dossier.name_bodies, named)


@screen(Right.SERVE)
@press(BACK)
def news(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Say that what the province's register says is so here, or is not."""
    so = "so" in request.POST
    verb = dossier.take_news if so else dossier.pass_over_news
    return on_dossier(request, number, dossier_id, verb)


@screen(Right.SERVE)
@press(BACK)
def passage(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The papers went from one body to another."""
    ends = (words_of(request.POST, "from_body"), words_of(request.POST, "to_body"))
    return on_dossier(request, number, dossier_id, dossier.pass_on, *ends)


@screen(Right.SERVE)
@press(BACK)
def refusal(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Refuse with a reason."""
    why = words_of(request.POST, "refusal_reason")
    typed = read_slip_day(request.POST, "refused_day", now())
    if typed.errors:
        return show_dossier(request, counter_of(request, number), dossier_id, typed=typed)
    refuse = partial(dossier.refuse, at=typed.at)
    return on_dossier(request, number, dossier_id, refuse, why)


@screen(Right.SERVE)
@press(BACK)
def apology(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Say sorry and give the one new date."""
    typed = read_new_date(request.POST)
    if typed.errors:
        return show_dossier(request, counter_of(request, number), dossier_id, typed=typed)
    words = (typed.due_at, typed.reason)
    return on_dossier(request, number, dossier_id, dossier.apologise, *words)


@screen(Right.SERVE)
@press(BACK)
def stop(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Stop it because the person asked."""
    return on_dossier(request, number, dossier_id, dossier.stop)


@screen(Right.SERVE)
@press(BACK)
def ready(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The result is here."""
    return on_dossier(request, number, dossier_id, dossier.note_ready)


@screen(Right.SERVE)
@press(BACK)
def error(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Note our own error in the result."""
    what = words_of(request.POST, "error_what")
    return on_dossier(request, number, dossier_id, dossier.find_error, what)


@screen(Right.SERVE)
@press(BACK)
def correction(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Our error was put right."""
    return on_dossier(request, number, dossier_id, dossier.correct_error)
