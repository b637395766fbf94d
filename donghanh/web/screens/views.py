"""The page "Thêm": the screens that are not needed all day, by group."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right

from ..access import screen


@screen(Right.CHANGE_FACTS)
@never_cache
@require_GET
def screens(request: HttpRequest) -> HttpResponse:
    """Show the rest of the menu; every role whose menu has a rest holds this right."""
    return render(request, "screens/screens.html")
