"""How a browser becomes a kiosk or a board: a one-time code from the office, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from donghanh.centre import service as centres

from ..access import (
    DEVICE_COOKIE_SECONDS,
    View,
    actor_of,
    centre_of,
    device_cookie,
    device_of,
    key_of,
)

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
KIND_WORDS = {"kiosk": "máy lấy số", "board": "bảng gọi số"}


def show_enrolment(
    request: HttpRequest, kind: str, *, error: str = "", typed: str = "", status: int = 200
) -> HttpResponse:
    """Explain what this screen is for and ask for the code."""
    shown = {
        "kind": kind,
        "kind_words": KIND_WORDS[kind],
        "error": error,
        "typed": typed,
        "keeps_page": keeps_page(request),
    }
    return render(request, "components/enrolment.html", shown, status=status)


def enrol_device(request: HttpRequest, kind: str) -> HttpResponse:
    """Take the code and keep the token in a cookie that no script reads."""
    typed = request.POST.get("code", "")
    try:
        token = centres.enrol(
            centre_of(request).id, typed, by=actor_of(request), key=key_of(request)
        )
    except centres.CodeRefused as fault:
        error = f"{fault.message} {fault.remedy}"
        return show_enrolment(request, kind, error=error, typed=typed, status=422)
    device = centres.device_by_token(token)
    screen = device.kind if device and device.kind in KIND_WORDS else kind
    response = redirect(f"/{centre_of(request).slug}/{screen}/")
    response.set_cookie(
        device_cookie(screen),
        token,
        max_age=DEVICE_COOKIE_SECONDS,
        path=f"/{centre_of(request).slug}/",
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def keeps_page(request: HttpRequest) -> bool:
    """Return whether a browser keeps pages of ours, and lends a microphone: a secure context."""
    return request.is_secure() or request.get_host().rsplit(":", 1)[0] in LOOPBACK


def enrolled(kind: str, *, status: int = 404) -> Callable[[View], View]:
    """Let in an enrolled device of a kind, which the view gets; others are asked for the code."""

    def around(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            device = device_of(request, kind)
            if device is None:
                return show_enrolment(request, kind, status=status)
            request.device = device  # type: ignore[attr-defined]
            return view(request, device, *args, **kwargs)

        return guarded

    return around
