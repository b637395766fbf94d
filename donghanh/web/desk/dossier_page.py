"""One dossier on the screen: whose, what, when, all that happened, and what may happen now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from donghanh.base import lunar
from donghanh.base.clock import local, now, today
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.centre.service import CounterRecord
from donghanh.dossier import service as dossier
from donghanh.dossier.service import Act, Hindrance, Way
from donghanh.messaging import service as messaging

from ..access import centre_of, counter_of, key_of, staff_of
from .dossier_inputs import RELATIONS, kept_official
from .dossier_words import PAID_BY, news_words, state_words, story
from .inputs import OfficialInput

IN_PLACE = (
    dossier.OutOfOrder,
    dossier.NotLikeThis,
    dossier.NothingAsked,
    dossier.NoSuchRecord,
    dossier.AlreadyHandedOver,
    dossier.TooLate,
)
# How a result was asked for -> in words, and which hand-over keeps it.
REGISTERED = {
    Way.POST: ("Gửi bưu chính về nhà", "buu_chinh"),
    Way.HOME: ("Mang đến tận nhà", "tan_nha"),
}
ONCE_ONLY = frozenset({Hindrance.ASKED_BEFORE, Hindrance.ASKED_TOO_LATE})


def show_dossier(
    request: HttpRequest,
    counter: CounterRecord,
    dossier_id: int,
    *,
    fault: Fact | None = None,
    typed: Any = None,
    status: int = 200,
) -> HttpResponse:
    """Show a dossier with what stopped the last press said in place."""
    shown = {"counter": counter, **_shown(request, counter.centre_id, dossier_id)}
    code_typed = typed if isinstance(typed, OfficialInput) else kept_official(shown["dossier"])
    shown |= {"fault": fault, "typed": typed, "code_typed": code_typed}
    return render(request, "desk/result.html", shown, status=422 if typed else status)


def _shown(request: HttpRequest, centre_id: int, dossier_id: int) -> dict[str, Any]:
    """Return all that the page tells of a dossier. Opening it is an event."""
    opened = dossier.opened(centre_id, dossier_id, by=staff_of(request))
    found = opened.dossier
    return {
        "dossier": found,
        "applicant": opened.applicant,
        "agreed": messaging.consent(centre_id, dossier.subject_of(dossier_id)),
        "mismatch": opened.mismatch,
        "story": story(opened.life),
        "life": opened.life,
        "procedure": catalogue.procedure_version(found.procedure_row_id),
        "due_lunar": lunar.words(found.due_on) if found.due_on else "",
        "difference": _difference(found),
        "due_off": found.due_on is not None and not centres.calendar().is_working(found.due_on),
        "timely": state_words(dossier.timeliness_of(centre_id, dossier_id), opened.life),
        "province": dossier.province_status(centre_id, dossier_id),
        "news": news_words(dossier.news_of_dossier(centre_id, dossier_id)),
        "body_choices": dossier.body_choices(centre_id, found.procedure_code),
        **_money(centre_id, dossier_id),
        **_may(centre_id, dossier_id),
        **_handing(found),
    }


def _money(centre_id: int, dossier_id: int) -> dict[str, Any]:
    """Return what was charged, copied and numbered for a dossier; never why somebody is spared."""
    money = dossier.money
    copies = money.copies_of_dossier(centre_id, dossier_id)
    return {
        "charges": money.charges_told(centre_id, dossier_id),
        "copies": [(one, money.COPY_KINDS[one.kind]) for one in copies],
        "certifications": money.certifications_of_dossier(centre_id, dossier_id),
    }


def on_dossier(
    request: HttpRequest, number: int, dossier_id: int, verb: Callable[..., object], *words: Any
) -> HttpResponse:
    """Do a verb on a dossier; a fact of its life is said in place."""
    counter, by, key = counter_of(request, number), staff_of(request), key_of(request)
    try:
        verb(counter.centre_id, dossier_id, *words, by=by, key=key)
    except IN_PLACE as fault:
        return show_dossier(request, counter, dossier_id, fault=fault, status=409)
    return redirect(address(request, number, dossier_id))


def address(request: HttpRequest, number: int, dossier_id: int) -> str:
    """Return where a dossier is shown."""
    return f"/{centre_of(request).slug}/desk/{number}/dossiers/{dossier_id}/"


def _may(centre_id: int, dossier_id: int) -> dict[str, Any]:
    """Return which acts may happen now, by name, and why no request may be sent any more."""
    stands = dossier.hindrances(centre_id, dossier_id)
    asking = stands[Act.ASK_WHEN_DECIDING]
    return {
        "may": {act.value: why is None for act, why in stands.items()},
        "no_request": dossier.OutOfOrder(asking) if asking in ONCE_ONLY else None,
        "asked_in_time": asking is Hindrance.ASKED_TOO_LATE,
    }


def _handing(found: dossier.Dossier) -> dict[str, Any]:
    """Return which ways the result may go, and how the last one went."""
    proof = dossier.proof_to_collect(found.procedure_row_id, "")
    alone = proof is dossier.CollectingProof.NOBODY
    by_post = Way.POST in dossier.ways_to_collect(
        catalogue.procedure_version(found.procedure_row_id)
    )
    ways = {
        shown: words
        for shown, (words, way) in dossier.SHOWN.items()
        if way not in (Way.AT_ONCE, Way.ELSEWHERE)
        and not (alone and way is Way.PROXY)
        and not (way is Way.POST and not by_post)
    }
    given = found.handover
    return {
        "shown_words": ways,
        "hand_now": bool(found.ready_at or (found.due_on and found.due_on <= today())),
        "registered": REGISTERED.get(found.collect_way, ("", ""))[1],
        "registered_words": REGISTERED.get(found.collect_way, ("", ""))[0],
        "only_themselves": alone,
        "no_post": not by_post and not alone,
        "relations": RELATIONS,
        "given_for": dossier.SHOWN[given.shown][0]
        if given and given.shown in dossier.SHOWN
        else "",
        "paid_by": PAID_BY.get(given.posting.paid_by) if given and given.posting else "",
        "undoable": _undoable(found),
    }


def _difference(found: dossier.Dossier) -> str:
    official_at = found.official.due_at if found.official else None
    official_on = local(official_at).date() if official_at else None
    if found.due_on != official_on:
        return ""  # papers that came later, or the one new date, overtook the receipt
    return dossier.difference_words(found.promised.due_on, official_on)


def _undoable(found: dossier.Dossier) -> bool:
    minute = timedelta(seconds=dossier.UNDO_SECONDS)
    return found.handover is not None and now() - found.handover.handed_over_at <= minute
