"""The page of the number just given, and the message that its person may want at their turn."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from donghanh.interview import service as interview
from donghanh.messaging import service as messaging
from donghanh.messaging.service import Channel, Reach
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of, staff_of
from .helping import situations_shown
from .printing import printing_shown

AGREEING = "Người đến đồng ý để Trung tâm nhắn tin khi đến lượt. Số này xóa khi hết ngày."


@dataclass(frozen=True, slots=True)
class TurnInput:
    """A number as typed, and what is wrong: field -> words."""

    address: str
    consent: bool
    errors: dict[str, str]


def turn_input(request: HttpRequest) -> TurnInput:
    """Return where the turn is to be told."""
    address, consent = request.POST.get("address", ""), "consent" in request.POST
    errors = messaging.wrong_with_reach(reach_of(address), consent=consent)
    return TurnInput(address, consent, dict(errors))


def reach_of(address: str) -> Reach:
    """Return a contact that only gets messages."""
    return Reach(Channel.SMS, address, text_only=True)


def telling_shown(centre_id: int, visit_id: int, support: reception.Support) -> dict[str, object]:
    """Return what the page of a number needs: whether a message can be offered, or was."""
    if not support.called_silently or not messaging.by_machine(Channel.SMS):
        return {}
    agreed = messaging.consent(centre_id, queue.subject_of(visit_id)) is not None
    return {"turn_told": agreed, "turn_offered": not agreed, "agreeing": AGREEING}


def show_ticket(
    request: HttpRequest, held: queue.WaitingTicket, typed: TurnInput | None = None
) -> HttpResponse:
    """Show the page of a number; `typed`: where its turn was to be told, with what is wrong."""
    centre = centre_of(request)
    support = reception.support(centre.id, held.visit_id, by=staff_of(request))
    shown = {
        "ticket": held,
        "support": support,
        "situations": situations_shown(centre.slug, reception.situations_for(support)),
        "languages": reception.languages_at(centre.slug),
        "seats": reception.seats(),
        "promise": queue.promise(held),
        "ordinary": held.standing_level == reception.ORDINARY_LEVEL,
        "has_form": any(interview.forms_for(code) for code in support.procedure_codes),
        "typed": typed,
        "errors": typed.errors if typed else {},
        **telling_shown(centre.id, held.visit_id, support),
        **printing_shown(request, support),
    }
    return render(request, "reception/ticket.html", shown, status=422 if typed else 200)
