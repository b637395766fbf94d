"""Pages for a citizen at home: look up, see what to bring, say how it went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.base.ids import new_key, tidy_code
from donghanh.base.people import CitizenActor
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre
from donghanh.feedback import service as feedback
from donghanh.reception import service as reception

from ..access import centre_of, key_of
from ..components.closing import closing
from ..components.not_meant import keep_not_meant
from .pages import commonest


@require_safe
def centres(request: HttpRequest) -> HttpResponse:
    """List the centres of this installation."""
    return render(request, "citizen/centres.html", {"centres": centre.all_centres()})


@require_safe
@catalogue.one_look()
def home(request: HttpRequest) -> HttpResponse:
    """Show the search and the commonest procedures as pictures."""
    here = centre_of(request)
    ends = None if getattr(request, "publishing", False) else closing(here.id)
    shown = {"commonest": commonest(province=here.province), "closing": ends}
    return render(request, "citizen/home.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def not_meant(request: HttpRequest) -> HttpResponse:
    """Take "Không phải việc này", and say who helps."""
    if request.method == "POST":
        keep_not_meant(request, "citizen")
        return redirect("not-meant", slug=centre_of(request).slug)
    return render(request, "citizen/not_meant.html")


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


def rating(request: HttpRequest, slip_code: str) -> HttpResponse:
    """Ask how it went by three faces; thank for the answer."""
    here = centre_of(request)
    visit = reception.visit_by_slip(here.id, slip_code)
    if request.method == "POST":
        said = request.POST.get("face", "")
        face = int(said) if said.isdecimal() else 0
        feedback.rate(here.id, slip_code, face, by=CitizenActor(here.id), key=key_of(request))
        return redirect("rating", slug=here.slug, slip_code=slip_code)
    given = feedback.rating_of(here.id, visit.id)
    shown = {"faces": feedback.FACES, "given": given, "key": new_key(), "slip_code": slip_code}
    return render(request, "citizen/rating.html", shown)
