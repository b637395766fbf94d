"""How it went, on the visitor's own phone: three faces, then eight matters for who has time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.base.ids import new_key, tidy_code
from donghanh.base.refusal import SECRET_REFUSED, tells_secret
from donghanh.feedback import service as feedback
from donghanh.reception import service as reception

from ..access import actor_of, centre_of, key_of, person_of
from ..components.rating_steps import Step, keep_step, read_face, step_of, token_of


@require_safe
def find_rating(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the slip, or go on to its rating."""
    code = tidy_code(request.GET.get("code", ""))
    if not code:
        return render(request, "citizen/find_rating.html")
    try:
        reception.visit_by_slip(centre_of(request).id, code)
    except reception.NoSuchVisit as fault:
        shown = {"error": f"{fault.message} {fault.remedy}", "code": code}
        return render(request, "citizen/find_rating.html", shown, status=422)
    return redirect("rating", slug=centre_of(request).slug, slip_code=code)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rating(request: HttpRequest, slip_code: str) -> HttpResponse:
    """Ask how it went by three faces; thank for the answer, and offer to say more."""
    here = centre_of(request)
    visit = reception.visit_by_slip(here.id, slip_code)
    if request.method == "POST":
        face = read_face(request)
        feedback.rate(here.id, slip_code, face, by=actor_of(request), key=key_of(request))
        return redirect("rating", slug=here.slug, slip_code=slip_code)
    given = feedback.rating_of(here.id, visit.id)
    shown = {
        "faces": feedback.FACES,
        "given": given,
        "token": token_of(given) if given else "",
        "key": new_key(),
        "slip_code": slip_code,
        "held_by_helper": person_of(request) is not None,
    }
    return render(request, "citizen/rating.html", shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def more(request: HttpRequest, token: str) -> HttpResponse:
    """Ask one matter a page, then for words; any of it may be left out."""
    step = step_of(request, token)
    if request.method != "POST":
        return _show(request, token, step)
    if step.matter is not None:
        keep_step(request, step, by=actor_of(request))
        return _go(request, token, step.next_number)
    words = request.POST.get("words", "").strip()
    if tells_secret(words):
        return _show(request, token, step, {"words": SECRET_REFUSED})
    if words:
        feedback.leave_remark(
            centre_of(request).id, step.rating_id, words, by=actor_of(request), key=key_of(request)
        )
    return _go(request, token, step.count + 2)


def _go(request: HttpRequest, token: str, number: int) -> HttpResponse:
    return redirect(f"/{centre_of(request).slug}/rating/more/{token}/?step={number}")


def _show(
    request: HttpRequest, token: str, step: Step, errors: dict[str, str] | None = None
) -> HttpResponse:
    shown = {
        "step": step,
        "unknown": feedback.unknown_words(),
        "finished": step.number > step.count + 1,
        "typed": request.POST.get("words", ""),
        "errors": errors or {},
    }
    return render(request, "citizen/rating_more.html", shown, status=422 if errors else 200)
