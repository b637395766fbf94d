"""What happens in a life: a page of pictures, and a short way for each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donghanh.catalogue import service as catalogue
from donghanh.guidance import service as guidance

from ..access import centre_of
from .pages import certainty_words
from .take_home import to_take_home


@require_safe
@catalogue.one_look()
def life_events(request: HttpRequest) -> HttpResponse:
    """Show every life event as a picture."""
    shown = {"events": list(catalogue.life_events().values())}
    return render(request, "citizen/life_events.html", shown)


@require_safe
@catalogue.one_look()
def life_event(request: HttpRequest, identifier: str) -> HttpResponse:
    """Show the way through one life event."""
    here, event = centre_of(request), catalogue.life_event(identifier)
    shown = {
        "path": guidance.life_path(event, province=here.province),
        "home": to_take_home(here, f"life_event:{event.id}"),
        "source": certainty_words(event.confidence, event.checked_on),
    }
    return render(request, "citizen/life_event.html", shown)
