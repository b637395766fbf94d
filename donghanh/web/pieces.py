"""Pieces of pages that pieces.js keeps fresh: the mark says whether anything is new."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from donghanh.base.clock import local, now


def piece(
    request: HttpRequest, template: str, shown: Mapping[str, object], *parts: object
) -> HttpResponse:
    """Return a piece of a page; an empty 304 while `parts` are those of the mark that came.

    Forms in a piece carry keys; there is a fresh one each minute.
    """
    minute = f"{local(now()):%H%M}"
    said = "|".join(str(part) for part in (*parts, minute))
    mark = f'"{hashlib.sha256(said.encode()).hexdigest()[:20]}"'
    if request.headers.get("If-None-Match") == mark:
        return HttpResponse(status=304)
    response = render(request, template, dict(shown))
    response["ETag"] = mark
    return response
