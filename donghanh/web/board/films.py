"""Films and leaflets between calls, and their files. What they say is for everyone."""

from __future__ import annotations

import re
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.outreach import service as outreach

from ..access import centre_of

CHUNK_BYTES_MAX = 2 * 1024 * 1024  # what one answer holds in memory; a player asks for the rest
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@require_safe
@never_cache
def films(request: HttpRequest) -> HttpResponse:
    """Return what to show now as JSON: films, then leaflets, those that still say what is so.

    An item without a film is a still picture and stands for its seconds.
    """
    centre = centre_of(request)
    room, show = f"/{centre.slug}/board/films", outreach.board_show(centre)
    moving = [
        {
            "title": one.title,
            "film": f"{room}/{one.print_id}/film/",
            "captions": f"{room}/{one.print_id}/captions/",
            "still": f"{room}/{one.print_id}/still/",
        }
        for one in show.films
    ]
    standing = [item for one in show.leaflets for item in _pictures(room, one)]
    return JsonResponse({"schema": 1, "films": [*moving, *standing]})


def _pictures(room: str, one: outreach.Leaflet) -> list[dict[str, object]]:
    return [
        {
            "title": one.title,
            "still": f"{room}/{one.print_id}/pictures/{number}/",
            "seconds": picture.seconds,
        }
        for number, picture in enumerate(one.pictures)
    ]


@require_safe
def film(request: HttpRequest, print_id: int) -> HttpResponseBase:
    """Return the moving picture, whole or the part that a player asks for."""
    path = _film(request, print_id).film
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    if wanted:
        return _part(path, int(wanted[1]), int(wanted[2]) if wanted[2] else None)
    response = FileResponse(path.open("rb"), content_type="video/mp4")
    response["Accept-Ranges"] = "bytes"
    response["Content-Encoding"] = "identity"  # packing a film again only costs time
    return response


def _part(path: Path, start: int, end: int | None) -> HttpResponse:
    size = path.stat().st_size
    last = min(size - 1 if end is None else end, size - 1, start + CHUNK_BYTES_MAX - 1)
    if start > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with path.open("rb") as file:
        file.seek(start)
        part = file.read(last - start + 1)
    headers = {
        "Content-Range": f"bytes {start}-{last}/{size}",
        "Accept-Ranges": "bytes",
        "Content-Encoding": "identity",
    }
    return HttpResponse(part, status=206, content_type="video/mp4", headers=headers)


@require_safe
def captions(request: HttpRequest, print_id: int) -> HttpResponse:
    """Return the captions as WebVTT."""
    words = _film(request, print_id).captions.read_bytes()
    return HttpResponse(words, content_type="text/vtt; charset=utf-8")


@require_safe
def still(request: HttpRequest, print_id: int) -> HttpResponse:
    """Return the first slide, for who wants no motion."""
    return HttpResponse(_film(request, print_id).still.read_bytes(), content_type="image/png")


@require_safe
def picture(request: HttpRequest, print_id: int, number: int) -> HttpResponse:
    """Return one picture of a leaflet."""
    try:
        shown = outreach.leaflet(centre_of(request).id, print_id).pictures[number]
    except (outreach.NoSuchPrint, IndexError) as error:
        raise Http404(request.path) from error
    return HttpResponse(shown.path.read_bytes(), content_type="image/png")


def _film(request: HttpRequest, print_id: int) -> outreach.Film:
    try:
        return outreach.film(centre_of(request).id, print_id)
    except outreach.NoSuchPrint as error:
        raise Http404(request.path) from error
