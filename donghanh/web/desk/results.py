"""Results: find a dossier by its code, note the official one, hand over, take back."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base import lunar
from donghanh.base.clock import local, now
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CounterRecord
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press
from .inputs import SHOWN_AT_HAND_OVER, OfficialInput, code_of_scan, read_official

OFFICIAL_FACTS = (dossier.NotAnOfficialCode, dossier.CodeTaken, dossier.WrongDueDate)


@screen(Right.SERVE)
@never_cache
def find(request: HttpRequest, number: int) -> HttpResponse:
    """Go to the dossier of a typed or scanned code; without one, list what waits to be fetched."""
    counter, typed = counter_of(request, number), request.GET.get("code", "").strip()
    fault: Fact | None = None
    if typed:
        try:
            found = dossier.by_code(counter.centre_id, code_of_scan(typed))
            return redirect(_address(request, number, found.id))
        except dossier.NoSuchDossier as missing:
            fault = missing
    titles = {one.code: one.plain_title for one in catalogue.procedures()}
    waiting = dossier.open_dossiers(counter.centre_id)
    shown = {
        "counter": counter,
        "typed": typed,
        "fault": fault,
        "rows": [(one, titles.get(one.procedure_code, one.procedure_title)) for one in waiting],
    }
    return render(request, "desk/results.html", shown, status=404 if fault else 200)


@screen(Right.SERVE)
@never_cache
def result(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Show one dossier: whose, what, when, and how to hand it over."""
    return _show(request, counter_of(request, number), dossier_id)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def official_code(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Keep the province's code and date."""
    counter, typed = counter_of(request, number), read_official(request.POST)
    if typed.errors:
        return _show(request, counter, dossier_id, typed=typed)
    try:
        dossier.set_official(
            counter.centre_id, dossier_id, typed.code, typed.due_at,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except OFFICIAL_FACTS as fault:
        field = "due_day" if isinstance(fault, dossier.WrongDueDate) else "code"
        typed.errors[field] = f"{fault.message} {fault.remedy}"
        return _show(request, counter, dossier_id, typed=typed)
    return redirect(_address(request, number, dossier_id))


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def handover(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Give the result, after looking at what was shown."""
    counter, shown = counter_of(request, number), request.POST.get("shown", "")
    if shown not in SHOWN_AT_HAND_OVER:
        fault = Fact(message="Chưa chọn đã xem giấy gì.", remedy="Chọn một dòng rồi bấm lại.")
        return _show(request, counter, dossier_id, fault=fault, status=422)
    by, key = staff_of(request), key_of(request)
    try:
        dossier.hand_over(counter.centre_id, dossier_id, shown, by=by, key=key)
    except dossier.AlreadyHandedOver as already:
        return _show(request, counter, dossier_id, fault=already, status=409)
    return redirect(_address(request, number, dossier_id))


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def handover_undo(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Take a hand-over back within a minute."""
    counter, by, key = counter_of(request, number), staff_of(request), key_of(request)
    try:
        dossier.undo_hand_over(counter.centre_id, dossier_id, by=by, key=key)
    except dossier.TooLate as late:
        return _show(request, counter, dossier_id, fault=late, status=409)
    return redirect(_address(request, number, dossier_id))


def _show(
    request: HttpRequest,
    counter: CounterRecord,
    dossier_id: int,
    *,
    fault: Fact | None = None,
    typed: OfficialInput | None = None,
    status: int = 200,
) -> HttpResponse:
    found = dossier.dossier(counter.centre_id, dossier_id)
    shown = {
        "counter": counter,
        "dossier": found,
        "applicant": dossier.applicant_of(counter.centre_id, dossier_id, by=staff_of(request)),
        "procedure": catalogue.procedure_version(found.procedure_row_id),
        "due_lunar": lunar.words(found.due_on) if found.due_on else "",
        "difference": _difference(found),
        "shown_words": SHOWN_AT_HAND_OVER,
        "given_for": SHOWN_AT_HAND_OVER.get(found.handover.shown if found.handover else ""),
        "undoable": _undoable(found),
        "fault": fault,
        "typed": typed,
    }
    return render(request, "desk/result.html", shown, status=422 if typed else status)


def _difference(found: dossier.Dossier) -> str:
    official_at = found.official.due_at if found.official else None
    official_on = local(official_at).date() if official_at else None
    return dossier.difference_words(found.promised.due_on, official_on)


def _undoable(found: dossier.Dossier) -> bool:
    minute = timedelta(seconds=dossier.UNDO_SECONDS)
    return found.handover is not None and now() - found.handover.handed_over_at <= minute


def _address(request: HttpRequest, number: int, dossier_id: int) -> str:
    return f"/{centre_of(request).slug}/desk/{number}/dossiers/{dossier_id}/"
