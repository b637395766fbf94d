"""Scans of the visit at this counter: taken in, looked at, given, gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.centre.service import CounterRecord
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press

money = dossier.money
BACK = "desk/{number}/scans/"
TYPES = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".png": "image/png", ".tif": "image/tiff"}
IN_PLACE = (money.ScanRefused, money.NoScans, money.NoScanFolder, money.VisitOver)


class NobodyHere(Fact):
    """No visit is at this counter, so that scans would be nobody's."""

    message = "Quầy này chưa mời ai, nên chưa nhận bản quét."
    remedy = "Gọi số, rồi quét giấy của người đó."


class NothingChosen(Fact):
    """No file was ticked or sent."""

    message = "Chưa chọn bản quét nào."
    remedy = "Đánh dấu các bản vừa quét, hoặc chọn tệp trên máy này."


@screen(Right.SERVE)
@never_cache
def scans(request: HttpRequest, number: int) -> HttpResponse:
    """Show what lies at the scanner, and what this visit has."""
    return _show(request, number)


def _show(request: HttpRequest, number: int, fault: Fact | None = None) -> HttpResponse:
    counter = counter_of(request, number)
    visit_id = _visit_id(counter)
    shown = {
        "counter": counter,
        "current": queue.desk(counter).current,
        "scans": money.scans(counter.centre_id, visit_id) if visit_id else None,
        "incoming": money.incoming(counter.centre_id, counter.number) if visit_id else (),
        "has_scanner": bool(settings.SCAN_IN),
        "has_folder": bool(settings.SCAN_OUT),
        "kinds": money.KINDS_WORDS,
        "fault": fault,
    }
    return render(request, "desk/scans.html", shown, status=409 if fault else 200)


def _visit_id(counter: CounterRecord) -> int | None:
    current = queue.desk(counter).current
    return current.ticket.visit_id if current else None


@screen(Right.SERVE)
@press(BACK)
def taking(request: HttpRequest, number: int) -> HttpResponse:
    """Take ticked files from the scanner, or one that was sent, to this visit."""
    tokens, sent = request.POST.getlist("token"), request.FILES.get("file")

    def take(centre_id: int, visit_id: int, **how: Any) -> None:
        if sent is not None:
            money.add_scan(centre_id, visit_id, sent, sent.size or 0, **how)
        else:
            money.take_scans(centre_id, visit_id, number, tokens, **how)

    if not tokens and sent is None:
        return _show(request, number, NothingChosen())
    return _done(request, number, take)


@screen(Right.SERVE)
@press(BACK)
def folder(request: HttpRequest, number: int) -> HttpResponse:
    """Copy the scans into the officer's folder."""

    def give(centre_id: int, visit_id: int, **how: Any) -> None:
        money.give_to_folder(centre_id, visit_id, number, **how)

    return _done(request, number, give)


@screen(Right.SERVE)
@press(BACK)
def whole(request: HttpRequest, number: int) -> HttpResponse:
    """Hand all scans out as one file, for a stick."""
    counter = counter_of(request, number)
    visit_id = _visit_id(counter)
    if visit_id is None:
        return _show(request, number, NobodyHere())
    try:
        made = money.give_zip(
            counter.centre_id, visit_id, by=staff_of(request), key=key_of(request)
        )
    except IN_PLACE as fault:
        return _show(request, number, fault)
    return _streamed(FileResponse(made, as_attachment=True, filename="ban-quet.zip"))


@screen(Right.SERVE)
@press(BACK)
def wiping(request: HttpRequest, number: int) -> HttpResponse:
    """Wipe the scans of this visit before it is over."""

    def wipe(centre_id: int, visit_id: int, **how: Any) -> None:
        money.wipe_scans(centre_id, visit_id, by=how["by"])

    return _done(request, number, wipe)


@screen(Right.SERVE)
@require_safe
@never_cache
def scan(request: HttpRequest, number: int, place: int) -> HttpResponse:
    """Open one scan of the visit at this counter."""
    counter = counter_of(request, number)
    try:
        path = money.scan_path(
            counter.centre_id, _visit_id(counter) or 0, place, by=staff_of(request)
        )
    except IN_PLACE as fault:
        return _show(request, number, fault)
    return _streamed(FileResponse(path.open("rb"), content_type=TYPES[path.suffix]))


def _streamed(response: FileResponse) -> HttpResponse:
    """Return a file that is sent as it is read; what guards views knows only whole answers."""
    return cast(HttpResponse, response)


def _done(request: HttpRequest, number: int, verb: Callable[..., None]) -> HttpResponse:
    counter = counter_of(request, number)
    visit_id = _visit_id(counter)
    if visit_id is None:
        return _show(request, number, NobodyHere())
    try:
        verb(counter.centre_id, visit_id, by=staff_of(request), key=key_of(request))
    except IN_PLACE as fault:
        return _show(request, number, fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/scans/")
