"""The number that a kiosk has just given: the browser that took it sees it, for a minute.

A signed cookie holds it, not the session: a press that gives a number writes nothing else.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from donghanh.base.clock import now
from donghanh.centre.service import DeviceRecord
from donghanh.queue import service as queue

from ..access import centre_of

TICKET = "kiosk_ticket"
SHOWN_FOR = timedelta(seconds=60)


def hold(
    request: HttpRequest, response: HttpResponse, ticket_id: int, device: DeviceRecord
) -> None:
    """Let this browser see a number, for now."""
    response.set_signed_cookie(
        TICKET,
        str(ticket_id),
        salt=_salt(device),
        max_age=SHOWN_FOR,
        path=_path(request),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def let_go(request: HttpRequest, response: HttpResponse) -> None:
    """Forget the number that was shown here."""
    if TICKET in request.COOKIES:
        response.delete_cookie(TICKET, path=_path(request), samesite="Lax")


def own_ticket(request: HttpRequest, device: DeviceRecord) -> queue.WaitingTicket | None:
    """Return the number that this browser took in the last minute, None for none."""
    kept = request.get_signed_cookie(TICKET, default="0", salt=_salt(device))
    try:
        held = queue.ticket(device.centre_id, int(kept or 0))
    except queue.NoSuchTicket:
        return None
    return held if now() - held.joined_at <= SHOWN_FOR else None


def _salt(device: DeviceRecord) -> str:
    return f"{TICKET}.{device.id}"


def _path(request: HttpRequest) -> str:
    return f"/{centre_of(request).slug}/kiosk/"
