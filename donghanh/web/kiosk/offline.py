"""The kiosk without its server: the page that stays on the machine, and what it hands in later.

A service worker keeps the page, so it needs a secure context: HTTPS, or a browser on the server's
own machine. Where there is none the kiosk says so. The numbers lie in the browser's database until
they are handed in, each with a key of its own: two tabs or a lost answer make no second ticket.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from donghanh.base.clock import now
from donghanh.centre.service import DeviceRecord
from donghanh.queue import service as queue

from ..components.enrolment import enrolled

KIND = "kiosk"
NUMBERS_MAX = 100  # a day's whole range in one go


def ahead_of(device: DeviceRecord) -> dict[str, object]:
    """Return what the machine must know to go on alone: its range, the next number, our clock."""
    return {
        "first_number": device.first_number,
        "last_number": device.last_number,
        "next_number": queue.next_offline(device) or device.last_number + 1,
        "now_ms": int(now().timestamp() * 1000),
    }


@never_cache
@require_GET
@enrolled(KIND)
def page(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Return the page that gives numbers alone. It holds nothing of anyone."""
    return render(request, "kiosk/offline.html", {"device": device})


@never_cache
@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker; below the kiosk's address it may keep the kiosk's pages."""
    return render(request, "kiosk/worker.js", content_type="text/javascript; charset=utf-8")


@never_cache
@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """Say that the server is there again."""
    return HttpResponse(status=204)


@never_cache
@require_POST
@enrolled(KIND)
def numbers(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Take in what the machine gave while it was alone; the answer says what became of each."""
    try:
        handed = json.loads(request.body)
        sent_ms = int(handed["sent_ms"])
        given = [(UUID(n["key"]), int(n["number"]), int(n["given_ms"])) for n in handed["numbers"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return HttpResponseBadRequest()
    received_at = now()
    answers: list[dict[str, Any]] = []
    for key, number, given_ms in sorted(given[:NUMBERS_MAX], key=lambda one: one[2]):
        at = queue.given_at(given_ms, sent_ms, received_at)
        try:
            made = queue.hand_in(device, number, by=device, key=key, at=at)
            answers.append({"key": str(key), "label": made.label, "joined": made.joined})
        except queue.NotItsNumber as fault:
            answers.append({"key": str(key), "label": "", "refused": fault.message})
    return JsonResponse({"schema": 1, "numbers": answers})
