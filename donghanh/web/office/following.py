"""What complaints and data errors have in common: how their person wants to be told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from donghanh.feedback import service as feedback
from donghanh.messaging import service as messaging

from ..access import centre_of, key_of, staff_of
from ..components.reach import channels_shown, read_reach
from ..desk.telling import STAGES

COMPLAINT = feedback.subject_of_complaint(0).kind


def told_of(centre_id: int, subject: messaging.Subject) -> dict[str, object]:
    """Return whether the person of a matter is told, and what was said to them."""
    said = messaging.messages_of(centre_id, subject)
    return {
        "agreed": messaging.consent(centre_id, subject),
        "said": [(one, STAGES[one.stage]) for one in said],
    }


def kept_from(request: HttpRequest, subject: messaging.Subject) -> bool:
    """Return whether a message must stay unseen: it would show who complains of this person."""
    here, by = centre_of(request), staff_of(request)
    return subject.kind == COMPLAINT and feedback.accused_in(here.id, subject.id, by=by)


def code_errors(code: str) -> dict[str, str]:
    """Return what is wrong with a code of the official system, by field."""
    if not code:
        return {"official_code": "Ghi mã mà hệ thống chung cấp."}
    if len(code) > feedback.CODE_MAX:
        return {"official_code": f"Mã dài quá {feedback.CODE_MAX} chữ. Xem lại mã."}
    if not code.isprintable():
        return {"official_code": "Mã có ký tự lạ. Gõ lại mã."}
    return {}


def tell(request: HttpRequest, subject: messaging.Subject, title: str, back: str) -> HttpResponse:
    """Ask how the person wants to be told; a POST keeps it."""
    here = centre_of(request)
    typed = read_reach(request.POST) if request.method == "POST" else None
    if typed and not typed.errors:
        messaging.agree(here.id, subject, typed.reach, by=staff_of(request), key=key_of(request))
        return redirect(back)
    shown = {
        "title": title,
        "back": back,
        "channels": channels_shown(at_home=False),
        "head": here.hamlet_head_word,
        "known_address": "",
        "known_hamlet": "",
        "typed": typed,
        "errors": typed.errors if typed else {},
    }
    return render(request, "office/following_tell.html", shown, status=422 if typed else 200)
