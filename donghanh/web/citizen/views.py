"""Pages for a citizen at home: look up, see what to bring."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre

from ..access import centre_of
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
