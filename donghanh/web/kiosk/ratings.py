"""How it went, at the kiosk: three faces under the visitor's own finger, no slip needed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.centre.service import DeviceRecord
from donghanh.feedback import service as feedback

from ..access import centre_of, key_of
from ..components.enrolment import enrolled
from ..components.rating_steps import keep_step, read_face, step_of, token_of
from .tiles import KIND

RATED = "kiosk_rated"  # in the session: what this visitor gave; the first screen forgets it


@never_cache
@require_http_methods(["GET", "POST"])
@enrolled(KIND)
def rating(request: HttpRequest, device: DeviceRecord) -> HttpResponse:
    """Ask by three faces."""
    if request.method != "POST":
        faces = [
            (face, words, picture, f"Phím {number}: {words}")
            for number, (face, (words, picture)) in enumerate(feedback.FACES.items(), 1)
        ]
        return render(request, "kiosk/rating.html", {"faces": faces})
    face = read_face(request)
    given = feedback.rate(device.centre_id, "", face, by=device, key=key_of(request), channel=KIND)
    token = request.session[RATED] = token_of(given)
    return redirect(f"/{centre_of(request).slug}/kiosk/rating/{token}/?step=0")


@never_cache
@require_http_methods(["GET", "POST"])
@enrolled(KIND)
def more(request: HttpRequest, device: DeviceRecord, token: str) -> HttpResponse:
    """Thank, offer to say more, ask one matter a page, and end. Whoever is next starts anew."""
    if request.session.get(RATED) != token:
        return redirect(f"/{centre_of(request).slug}/kiosk/")
    step = step_of(request, token)
    if request.method == "POST":
        keep_step(request, step, by=device)
        return redirect(f"{request.path}?step={step.next_number}")
    asked = step.matter.choices.items() if step.matter else ()
    unknown = feedback.unknown_words()
    shown = {
        "step": step,
        "choices": [
            (level, words, f"Phím {n}: {words}") for n, (level, words) in enumerate(asked, 1)
        ],
        "unknown": unknown,
        "unknown_key": f"Phím 4: {unknown}",
        "finished": step.number > step.count,
    }
    return render(request, "kiosk/rating_more.html", shown)
