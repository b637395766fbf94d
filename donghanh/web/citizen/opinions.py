"""What should change: one question parts what we take down from what has its own way in law."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.base.ids import tidy_code
from donghanh.base.people import CitizenActor
from donghanh.base.text import day_words
from donghanh.feedback import service as feedback

from ..access import actor_of, centre_of, key_of
from ..components.guesses import TooManyGuesses, guarded
from ..components.opinion_form import OpinionInput, form_shown, read_opinion, take


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Ask the one question; with a code, go to its answer."""
    code = tidy_code(request.GET.get("code", ""))
    if not code:
        return render(request, "citizen/opinions.html", {"petitions": _petitions()})
    here = centre_of(request)
    try:
        _answer_of(request, code)
    except (feedback.NoSuchComplaint, TooManyGuesses) as fault:
        shown = {
            "petitions": _petitions(),
            "code": code,
            "errors": {"code": f"{fault.message} {fault.remedy}"},
        }
        return render(request, "citizen/opinions.html", shown, status=422)
    return redirect("opinion", slug=here.slug, code=code)


@require_safe
def petition(request: HttpRequest, kind: str) -> HttpResponse:
    """Say where khiếu nại or tố cáo goes. Nothing is asked here and nothing is kept."""
    found = next((one for one in _petitions() if one.kind == kind), None)
    if found is None:
        raise Http404(kind)
    return render(request, "citizen/petition.html", {"way": found})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest) -> HttpResponse:
    """Take down what should change, with how to be told where they agree."""
    if request.method != "POST":
        return _show(request, None)
    typed = read_opinion(request.POST, channel="phone")
    if typed.is_asked_again:
        return _show(request, typed)
    here = centre_of(request)
    made = take(typed, here.id, by=CitizenActor(here.id), key=key_of(request))
    return redirect("opinion", slug=here.slug, code=made.code)


def _show(request: HttpRequest, typed: OpinionInput | None) -> HttpResponse:
    shown = form_shown(typed, at_home=True)
    return render(request, "citizen/opinion_tell.html", shown, status=422 if typed else 200)


@never_cache
@require_safe
def kept(request: HttpRequest, code: str) -> HttpResponse:
    """Show number, day and answer to who has the code; never the words themselves."""
    found = _answer_of(request, code)
    one = found.complaint
    said = "Trả lời" if one.told_at else "Báo lại"
    shown = {"opened": found, "due_words": f"{said} chậm nhất {day_words(one.due_on)}."}
    return render(request, "citizen/opinion_kept.html", shown)


def _answer_of(request: HttpRequest, code: str) -> feedback.OpenedComplaint:
    here, by = centre_of(request).id, actor_of(request)
    look = partial(feedback.complaint_by_code, here, code, by=by)
    return guarded(request, look, feedback.NoSuchComplaint)


def _petitions() -> tuple[feedback.PetitionWay, ...]:
    return tuple(feedback.petitions().values())
