"""Whether and how the person of a dossier wants to be told, and what was said to them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.dossier import service as dossier
from donghanh.messaging import service as messaging
from donghanh.reception import service as reception

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..components.reach import ReachInput, channels_shown, read_reach
from ..posting import press

STAGES = {
    messaging.Stage.QUEUED: "máy sẽ gửi",
    messaging.Stage.SENDING: "máy đang gửi",
    messaging.Stage.SENT: "đã gửi",
    messaging.Stage.BY_HAND: "chờ người báo",
    messaging.Stage.REFUSED: "không gửi được, chờ người báo",
    messaging.Stage.GAVE_UP: "không gửi được, chờ người báo",
    messaging.Stage.UNKNOWN: "không rõ đã đến chưa",
    messaging.Stage.TOLD: "đã báo",
    messaging.Stage.DROPPED: "thôi không báo",
}


READS_ONLY = "xem_bang_mat"  # the offer of who reads in place of hearing


@screen(Right.SERVE)
@never_cache
def telling(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Show what was agreed and said; a POST keeps how the person wants to be told."""
    counter = counter_of(request, number)
    found = dossier.dossier(counter.centre_id, dossier_id)
    if request.method != "POST":
        return _show(request, number, found)
    typed = read_reach(request.POST)
    if typed.errors:
        return _show(request, number, found, typed)
    messaging.agree(
        counter.centre_id,
        dossier.subject_of(found.id),
        typed.reach,
        by=staff_of(request),
        key=key_of(request),
    )
    return redirect(_address(request, number, dossier_id))


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/telling/")
def telling_end(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """The person does not want to be told any more."""
    counter = counter_of(request, number)
    subject = dossier.subject_of(dossier_id)
    messaging.withdraw(counter.centre_id, subject, by=staff_of(request), key=key_of(request))
    return redirect(_address(request, number, dossier_id))


def _show(
    request: HttpRequest, number: int, found: dossier.Dossier, typed: ReachInput | None = None
) -> HttpResponse:
    centre_id, subject = found.centre_id, dossier.subject_of(found.id)
    agreed = messaging.consent(centre_id, subject)
    first = agreed is None and typed is None
    applicant = dossier.applicant_of(centre_id, found.id, by=staff_of(request)) if first else None
    said = messaging.messages_of(centre_id, subject)
    shown = {
        "number": number,
        "dossier": found,
        "agreed": agreed,
        "channels": channels_shown(at_home=False),
        "channel_words": dict(channels_shown(at_home=False)).get(agreed.channel if agreed else ""),
        "head": centre_of(request).hamlet_head_word,
        "known_address": applicant.phone if applicant else "",
        "known_hamlet": reception.visit(centre_id, found.visit_id).hamlet if first else "",
        "known_text_only": first and _never_hears(request, found),
        "typed": typed,
        "errors": typed.errors if typed else {},
        "said": [(one, STAGES[one.stage]) for one in said],
        "agreeing": "Người nộp đồng ý để Trung tâm giữ cách liên lạc này và báo tin về hồ sơ này.",
    }
    return render(request, "desk/telling.html", shown, status=422 if typed else 200)


def _never_hears(request: HttpRequest, found: dossier.Dossier) -> bool:
    """Return whether today's visitor is one whom a call would not reach."""
    support = reception.support(found.centre_id, found.visit_id, by=staff_of(request))
    return any(one.id == READS_ONLY for one in support.offers)


def _address(request: HttpRequest, number: int, dossier_id: int) -> str:
    return f"/{centre_of(request).slug}/desk/{number}/dossiers/{dossier_id}/telling/"
