"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from donghanh import __version__
from donghanh.accounts.service import Right
from donghanh.base.clock import local, now

from .access import person_of

SCREENS = (
    ("reception", "Đón tiếp", Right.RECEIVE),
    ("desk", "Quầy", Right.SERVE),
    ("board", "Bảng gọi số", None),
    ("office", "Văn phòng", Right.SEE_FIGURES),
    ("office/content", "Nội dung", Right.CHANGE_FACTS),
    ("office/prints", "Bản in", Right.CHANGE_FACTS),
)


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the request, the centre, the version and the local time of a page."""
    return {
        "request": request,
        "centre": getattr(request, "centre", None),
        "version": __version__,
        "shown_at": local(now()),
        "screens": _screens(request),
        "publishing": getattr(request, "publishing", False),
    }


def _screens(request: HttpRequest) -> list[tuple[str, str]]:
    """Return (folder, name) of the screens that the person signed in may open."""
    if not hasattr(request, "centre") or not hasattr(request, "session"):
        return []
    person = person_of(request)
    if person is None:
        return []
    return [(path, name) for path, name, right in SCREENS if right is None or person.may(right)]
