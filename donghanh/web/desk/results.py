"""Results: find a dossier by its code, note the official one, hand over, take back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.dossier import service as dossier

from ..access import counter_of, key_of, screen, staff_of
from ..posting import press
from .dossier_inputs import read_handing, words_of
from .dossier_page import address, on_dossier, show_dossier
from .inputs import code_of_scan, read_official
from .receipt_codes import code_in_picture

NOT_THEN = "Giờ này không hợp với hồ sơ: trước lúc nhận, hoặc sau khi đã dừng."
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
            return redirect(address(request, number, found.id))
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
    return show_dossier(request, counter_of(request, number), dossier_id)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def official_code(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Keep the province's code and date."""
    counter, typed = counter_of(request, number), read_official(_with_picture(request))
    if typed.errors:
        return show_dossier(request, counter, dossier_id, typed=typed)
    try:
        dossier.set_official(
            counter.centre_id, dossier_id, typed.code, typed.due_at,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except OFFICIAL_FACTS as fault:
        field = "due_day" if isinstance(fault, dossier.WrongDueDate) else "code"
        typed.errors[field] = f"{fault.message} {fault.remedy}"
        return show_dossier(request, counter, dossier_id, typed=typed)
    return redirect(address(request, number, dossier_id))


def _with_picture(request: HttpRequest) -> dict[str, str]:
    """Return what was typed; where no code was, the one in a photograph that came with it."""
    typed = request.POST.dict()
    if not str(typed.get("code", "")).strip() and "picture" in request.FILES:
        typed["code"], typed["picture"] = code_in_picture(request.FILES["picture"])
    return {field: str(said) for field, said in typed.items()}


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def handover(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Give the result, after looking at what was shown."""
    counter, typed = counter_of(request, number), read_handing(request.POST, now())
    if typed.errors:
        return show_dossier(request, counter, dossier_id, typed=typed)
    try:
        dossier.hand_over(
            counter.centre_id, dossier_id, typed.shown, given=typed.given, at=typed.given_at,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except dossier.NotLikeThis as fault:
        return show_dossier(request, counter, dossier_id, fault=fault, typed=typed)
    except (dossier.AlreadyHandedOver, dossier.OutOfOrder) as fault:
        if typed.given_at and isinstance(fault, dossier.OutOfOrder):
            typed.errors["given_hour"] = NOT_THEN
            return show_dossier(request, counter, dossier_id, typed=typed)
        return show_dossier(request, counter, dossier_id, fault=fault, status=409)
    return redirect(address(request, number, dossier_id))


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def handover_undo(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Take a hand-over back within a minute."""
    return on_dossier(request, number, dossier_id, dossier.undo_hand_over)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def handover_correction(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Say later, with a reason, that a hand-over was noted wrongly."""
    reason = words_of(request.POST, "undo_reason")
    return on_dossier(request, number, dossier_id, dossier.correct_hand_over, reason)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def letter(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The post took the letter: its tracking code, what it costs, who pays."""
    typed = read_handing(request.POST, now())
    if typed.errors:
        return show_dossier(request, counter_of(request, number), dossier_id, typed=typed)
    return on_dossier(request, number, dossier_id, dossier.note_posting, typed.given)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def arrival(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The letter has arrived."""
    return on_dossier(request, number, dossier_id, dossier.note_arrival)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def letter_return(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The letter came back."""
    return on_dossier(request, number, dossier_id, dossier.note_return)


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/")
def originals(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The originals that we held went back."""
    return on_dossier(request, number, dossier_id, dossier.return_originals)
