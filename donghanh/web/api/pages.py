"""The page that explains the API, and what answers where there is nothing."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .application import description
from .reference import operations


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """Show every address with its fields and a call to try, without anything from outside."""
    shown = {"operations": operations(description()), "per_minute": settings.API_PER_MINUTE}
    return render(request, "api/reference.html", shown)


def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """There is no such address; the gate says so in JSON."""
    raise Http404(rest)
