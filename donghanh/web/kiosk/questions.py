"""Asking at the kiosk. A question is sent, never in an address: no history of it stays.

The session holds the procedure talked of, for "thế hết bao nhiêu tiền?", and whom was called; the
first screen wipes both.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts import service as accounts
from donghanh.base.ids import derived_key
from donghanh.centre.service import DeviceRecord
from donghanh.enquiry import service as enquiry
from donghanh.reception import service as reception

from ..access import centre_of, key_of
from ..components.enrolment import enrolled
from ..components.wants import Want, wants_of
from ..pieces import piece
from ..posting import press
from . import asking
from .ratings import RATED
from .tiles import KEYS, KIND

ABOUT, CALLED = "kiosk_about", "kiosk_called"
QUESTION_LENGTH_MAX = 300  # characters; a spoken question has under 200
CHOICES_MAX = {enquiry.ANSWER: 2, enquiry.CLARIFY: 4}  # what fits; others are not shown
CALL, ALARM = "call", "alarm"


def forget(request: HttpRequest) -> None:
    """Forget what the last person talked of, and how they said it went."""
    for name in (ABOUT, CALLED, RATED):
        request.session.pop(name, None)


@never_cache
@enrolled(KIND)
@press("kiosk/")
def question(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Answer a question; where the machine does not know, the guide is called at once."""
    asked = request.POST.get("q", "").strip()[:QUESTION_LENGTH_MAX]
    if not asked:
        return redirect(f"/{centre_of(request).slug}/kiosk/")
    about = request.session.get(ABOUT)
    answer = enquiry.ask(asked, centre_id=device.centre_id, about=about)
    if answer.urgent:
        danger = reception.danger(answer.urgent.danger)
        return render(request, "kiosk/urgent.html", {"danger": danger, "urgent": answer.urgent})
    asking.remember(request, asked, answer, device.centre_id)
    if answer.behaviour == enquiry.ANSWER:
        request.session[ABOUT] = (answer.parts or (answer,))[0].procedures[0].code
    if answer.behaviour == enquiry.UNKNOWN:
        _call(request, device)
    shown = {"answer": answer, "found": _tiles(answer), **KEYS}
    return render(request, "kiosk/answer.html", shown)


def _tiles(answer: enquiry.Answer) -> list[Want]:
    """Return the choices to press: of two needs the first of each, else the best few."""
    if answer.parts:
        return [want for part in answer.parts for want in wants_of(part)[:1] if want.known]
    most = CHOICES_MAX.get(answer.behaviour, 0)
    return [want for want in wants_of(answer) if want.known][:most]


def _call(request: HttpRequest, device: DeviceRecord) -> None:
    key = derived_key(key_of(request), "guide")
    call = reception.call_help(
        device.centre_id, device.name, wants_officer=False, by=device, key=key
    )
    request.session[CALLED] = (CALL, call.id)


@never_cache
@enrolled(KIND)
@press("kiosk/")
def guide(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Call the guide to this machine."""
    _call(request, device)
    return redirect(f"/{centre_of(request).slug}/kiosk/coming/")


@never_cache
@enrolled(KIND)
@press("kiosk/")
def alarm(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Bring an officer silently; the screen afterwards tells those who stand near nothing."""
    kind = request.POST.get("danger", "")
    raised = reception.raise_alarm(
        device.centre_id, kind, device.name, by=device, key=key_of(request)
    )
    request.session[CALLED] = (ALARM, raised.id)
    return redirect(f"/{centre_of(request).slug}/kiosk/coming/")


@never_cache
@require_GET
@enrolled(KIND)
def coming(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Say that somebody comes, and who, as soon as they said so."""
    called = request.session.get(CALLED)
    if called is None:
        return redirect(f"/{centre_of(request).slug}/kiosk/")
    shown = {"name": _who_comes(device, called), "is_alarm": called[0] == ALARM}
    return render(request, "kiosk/coming.html", shown)


@never_cache
@require_GET
@enrolled(KIND)
def coming_name(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Answer the poll: who comes, as soon as they said so; nothing for who called nobody."""
    called = request.session.get(CALLED)
    if called is None:
        return HttpResponse(status=204)
    name = _who_comes(device, called)
    return piece(request, "kiosk/who_comes_words.html", {"name": name}, name)


def _who_comes(device: DeviceRecord, called: tuple[str, int]) -> str:
    """Return the name of who takes the call or the alarm that this machine raised last."""
    kind, number = called
    if kind == CALL:
        taken_by = reception.help_call(device.centre_id, number).taken_by_id
    else:
        taken_by = reception.alarm(device.centre_id, number).taken_by_id
    return accounts.name_of(device.centre_id, taken_by) if taken_by is not None else ""
