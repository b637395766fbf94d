"""The page "Thêm": the screens that are not needed all day, by group."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from ..access import screen, staff_of
from ..components.pressing import pressing_of
from .menu import menu


@screen(None)
@never_cache
@require_GET
def screens(request: HttpRequest) -> HttpResponse:
    """Show the rest of the menu, which is each person's own; who has none finds no page."""
    if not menu(staff_of(request).may).rest:
        raise Http404(request.path)
    return render(request, "screens/screens.html", {"pressing": pressing_of(request)})
