"""How far is my dossier, at the kiosk: the code scanned or pressed, four digits, then the answer.

Neither name nor matter stands on this screen: whoever is next in the line sees it too.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.base.faults import Fact
from donghanh.base.ids import CODE_ALPHABET, CODE_LENGTH
from donghanh.centre.service import DeviceRecord

from ..citizen.status import WRONG, status_of
from ..components.enrolment import enrolled
from ..components.guesses import TooManyGuesses
from ..components.status_words import told
from .tiles import KIND

DIGITS = "1234567890"
ENDING_LENGTH = 4
TYPED_MAX = 200  # characters: the square code holds an address


@never_cache
@require_http_methods(["GET", "POST"])
@enrolled(KIND)
def status(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Ask for the code, then for the four digits; with both, tell how far it is."""
    code = request.POST.get("code", "").strip()[:TYPED_MAX]
    ending = request.POST.get("ending", "").strip()[:TYPED_MAX]
    if not code:
        return _ask(request)
    if not ending:
        return _ask(request, code)
    try:
        found = status_of(request, code, ending)
    except (*WRONG, TooManyGuesses) as fault:
        return _ask(request, fault=fault)
    return render(request, "kiosk/status_told.html", {"told": told(found)})


def _ask(request: HttpRequest, code: str = "", fault: Fact | None = None) -> HttpResponse:
    letters, length = (DIGITS, ENDING_LENGTH) if code else (CODE_ALPHABET, CODE_LENGTH)
    shown = {"code": code, "letters": letters, "length": length, "fault": fault}
    return render(request, "kiosk/status.html", shown, status=422 if fault else 200)
