"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from donghanh import __version__
from donghanh.base.clock import local, now

from .access import person_of
from .screens.menu import Menu, here, menu


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the request, the centre, the version, the local time and the menu of a page."""
    found = _menu(request)
    return {
        "request": request,
        "centre": getattr(request, "centre", None),
        "version": __version__,
        "speech_input": settings.SPEECH_INPUT,
        "shown_at": local(now()),
        "menu": found,
        "menu_here": here(found, _below_centre(request)) if found else None,
        "publishing": getattr(request, "publishing", False),
    }


def _menu(request: HttpRequest) -> Menu | None:
    """Return the menu of the person signed in, None for nobody."""
    if not hasattr(request, "centre") or not hasattr(request, "session"):
        return None
    person = person_of(request)
    return menu(person.may) if person is not None else None


def _below_centre(request: HttpRequest) -> str:
    return request.path.strip("/").partition("/")[2]
