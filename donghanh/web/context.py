"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from donghanh import __version__
from donghanh.base.clock import local, now


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the request, the centre, the version and the local time of a page."""
    return {
        "request": request,
        "centre": getattr(request, "centre", None),
        "version": __version__,
        "shown_at": local(now()),
        "publishing": getattr(request, "publishing", False),
    }
