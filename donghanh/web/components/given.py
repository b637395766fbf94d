"""A number just given: the browser that took it sees it, for some minutes, and no other does.

A signed cookie holds it, not the session: a press that gives a number writes nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from donghanh.base.clock import now
from donghanh.queue import service as queue

from ..access import centre_of


@dataclass(frozen=True, slots=True)
class Given:
    """Where a number is shown (`room`, below the centre) and for how long.

    `holder`: whose it is, in each call: the cookie is worth nothing to another machine or session.
    """

    room: str
    shown_for: timedelta

    def hold(
        self, request: HttpRequest, response: HttpResponse, ticket_id: int, holder: object
    ) -> None:
        """Let this browser see a number, for now."""
        response.set_signed_cookie(
            self._name,
            str(ticket_id),
            salt=self._salt(holder),
            max_age=self.shown_for,
            path=self._path(request),
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )

    def let_go(self, request: HttpRequest, response: HttpResponse) -> None:
        """Forget the number that was shown here."""
        if self._name in request.COOKIES:
            response.delete_cookie(self._name, path=self._path(request), samesite="Lax")

    def ticket(self, request: HttpRequest, holder: object) -> queue.WaitingTicket | None:
        """Return the number that this holder took not long ago, None for none."""
        kept = request.get_signed_cookie(self._name, default="0", salt=self._salt(holder))
        try:
            held = queue.ticket(centre_of(request).id, int(kept or 0))
        except queue.NoSuchTicket:
            return None
        return held if now() - held.joined_at <= self.shown_for else None

    @property
    def _name(self) -> str:
        return f"{self.room}_ticket"

    def _salt(self, holder: object) -> str:
        return f"{self._name}.{holder}"

    def _path(self, request: HttpRequest) -> str:
        return f"/{centre_of(request).slug}/{self.room}/"
