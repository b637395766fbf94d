"""The one number that a tablet's session just gave: it shows it, for ten minutes."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from donghanh.queue import service as queue

from ..components.given import Given

GIVEN = Given("reception", timedelta(minutes=10))


def hold(request: HttpRequest, response: HttpResponse, ticket_id: int) -> None:
    """Let this session see a number, for now."""
    GIVEN.hold(request, response, ticket_id, request.session.session_key)


def own_ticket(request: HttpRequest) -> queue.WaitingTicket | None:
    """Return the ticket this session made in the last ten minutes."""
    return GIVEN.ticket(request, request.session.session_key)
