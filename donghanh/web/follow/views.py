"""The follow page: number, people before, promise; when called, where to go."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import condition, require_GET

from donghanh.base.clock import today
from donghanh.queue import service as queue

from ..access import centre_of
from .tokens import ticket_of


@never_cache
@require_GET
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Show one's place; with script it keeps itself up to date, without it loads again."""
    return _shown(request, token, "follow/follow.html")


def _version(request: HttpRequest, token: str) -> str:
    """Return the ETag: the hall's revision today, which came with the centre."""
    return f'"{today():%d%m}-{centre_of(request).revision}"'


@require_GET
@condition(etag_func=_version)
def state(request: HttpRequest, token: str) -> HttpResponse:
    """Return the changing part, or 304 while the line stands still."""
    response = _shown(request, token, "follow/state.html")
    response["Cache-Control"] = "no-cache"
    return response


def _shown(request: HttpRequest, token: str, template: str) -> HttpResponse:
    centre = centre_of(request)
    ticket_id = ticket_of(centre.id, token)
    if ticket_id is None:
        raise Http404("follow")
    try:
        place = queue.following(centre.id, ticket_id)
    except queue.NoSuchTicket as fault:
        raise Http404("follow") from fault
    if place.day != today():
        return render(request, "follow/over.html", status=410)
    shown = {"place": place, "token": token, "slip_code": ""}
    if not (place.waits or place.aside or place.counter_number):
        shown["slip_code"] = queue.ticket(centre.id, ticket_id).slip_code
    return render(request, template, shown)
