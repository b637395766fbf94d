"""What should change: one question parts what we take down from what has its own way in law."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.base.ids import derived_key, tidy_code
from donghanh.base.people import CitizenActor
from donghanh.feedback import service as feedback
from donghanh.messaging import service as messaging

from ..access import actor_of, centre_of, key_of
from ..components.opinion_form import OpinionInput, form_shown, read_opinion


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Ask the one question; with a code, go to its answer."""
    code = tidy_code(request.GET.get("code", ""))
    if not code:
        return render(request, "citizen/opinions.html", {"petitions": _petitions()})
    here = centre_of(request)
    try:
        feedback.complaint_by_code(here.id, code, by=actor_of(request))
    except feedback.NoSuchComplaint as fault:
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
    if typed.errors or typed.like:
        return _show(request, typed)
    here = centre_of(request)
    by, key = CitizenActor(here.id), key_of(request)
    made = feedback.take_complaint(here.id, typed.opinion, by=by, key=key)
    if typed.reach:
        subject = feedback.subject_of_complaint(made.id)
        messaging.agree(here.id, subject, typed.reach.reach, by=by, key=derived_key(key, "reach"))
    return redirect("opinion", slug=here.slug, code=made.code)


def _show(request: HttpRequest, typed: OpinionInput | None) -> HttpResponse:
    shown = form_shown(typed, at_home=True)
    return render(request, "citizen/opinion_tell.html", shown, status=422 if typed else 200)


@never_cache
@require_safe
def kept(request: HttpRequest, code: str) -> HttpResponse:
    """Show number, day and answer to who has the code; never the words themselves."""
    opened = feedback.complaint_by_code(centre_of(request).id, code, by=actor_of(request))
    return render(request, "citizen/opinion_kept.html", {"opened": opened})


def _petitions() -> tuple[feedback.PetitionWay, ...]:
    return tuple(feedback.petitions().values())
