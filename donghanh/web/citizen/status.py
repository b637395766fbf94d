"""How far is my dossier? By the code on the slip and a second secret, never by name."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.base.people import CitizenActor
from donghanh.booking import service as booking
from donghanh.catalogue import service as catalogue
from donghanh.dossier import service as dossier
from donghanh.reception import service as reception

from ..access import centre_of
from ..components.guesses import TooManyGuesses, guarded
from ..components.status_words import told
from ..desk.inputs import code_of_scan

WRONG = (dossier.SecretRefused, dossier.TooManyTries)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest) -> HttpResponse:
    """Ask for code and second secret; a POST tells how far it is, at the same address."""
    if request.method != "POST":
        return render(request, "citizen/status.html", {"code": request.GET.get("code", "")})
    here = centre_of(request)
    code, ending = request.POST.get("code", "").strip(), request.POST.get("ending", "").strip()
    errors = _empty(code, ending)
    try:
        if not errors:
            found = status_of(request, code, ending)
            shown = {"title": _title(found.dossier, here.province), "told": told(found)}
            shown["books"] = booking.offers_times(here.id)
            return render(request, "citizen/status_told.html", shown)
    except (*WRONG, TooManyGuesses) as fault:
        errors = {"code": f"{fault.message} {fault.remedy}"}
    shown = {"code": code, "errors": errors}
    return render(request, "citizen/status.html", shown, status=422)


def status_of(request: HttpRequest, code: str, ending: str) -> dossier.Status:
    """Return how far a dossier is. Raise one of WRONG, TooManyGuesses."""
    here = centre_of(request).id
    typed = code_of_scan("".join(filter(str.isprintable, code)))
    look = partial(dossier.status, here, typed, ending, by=CitizenActor(here))
    return guarded(request, look, *WRONG)


def _empty(code: str, ending: str) -> dict[str, str]:
    errors = {} if code else {"code": "Ghi mã in trên phiếu hẹn."}
    if not ending:
        errors["ending"] = "Ghi bốn số cuối của căn cước hoặc số điện thoại."
    return errors


def _title(found: dossier.Dossier, province: str) -> str:
    """Return what it is about in plain words; a private matter goes by another's name."""
    code = reception.code_on_paper(found.procedure_code)
    try:
        return catalogue.procedure(code, province=province).plain_title
    except catalogue.NoSuchProcedure:
        return found.procedure_title if code == found.procedure_code else "Hồ sơ của ông bà"
