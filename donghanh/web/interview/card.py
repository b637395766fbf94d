"""The code of an identity card fills boxes faster; the officer still looks at the card."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.service import Right
from donghanh.interview import service as interview
from donghanh.interview.service import Fault

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .held import at_the_form, show, to, to_question

PART_WORDS = {"sex": "giới tính", "residence": "nơi thường trú"}


@screen(Right.RECEIVE)
@at_the_form
@require_http_methods(["GET", "POST"])
def card(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Read a card, as a scanner types it or a camera sees it; the raw code is not shown again."""
    if request.method != "POST":
        return _scan(request, draft_id, request.GET.get("person", ""))
    person = request.POST.get("person", "")
    try:
        kept = interview.keep_card(
            centre_of(request).id,
            draft_id,
            person,
            request.POST.get("scanned", ""),
            by=staff_of(request),
            key=key_of(request),
        )
    except interview.PageNotOpen:
        return to(request, draft_id, "answers/")
    except interview.ForThemselves as own:
        return _scan(request, draft_id, person, Fault(own.message, own.remedy))
    if isinstance(kept, Fault):
        return _scan(request, draft_id, person, kept)
    return _to_compare(request, kept)


def _scan(
    request: HttpRequest, draft_id: int, person: str, fault: Fault | None = None
) -> HttpResponse:
    people = interview.card_people(centre_of(request).id, draft_id, by=staff_of(request))
    chosen = next((one for one in people if one.id == person), None)
    shown = {
        "people": people,
        "person": chosen or people[0] if people else None,
        "fault": fault,
        "fault_at": "scanned",
    }
    draft = interview.draft(centre_of(request).id, draft_id)
    return show(request, "card", draft, shown, status=422 if fault else 200)


def _to_compare(request: HttpRequest, kept: interview.CardKept) -> HttpResponse:
    """Go to the page that compares; the address tells of questions only, never of answers."""
    told = [("doubtful", one) for one in kept.card.doubtful if one in PART_WORDS]
    told += [("repaired", "1")] if kept.card.repaired else []
    return to(request, kept.draft.id, f"card/compare/?{urlencode(told)}")


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def compare(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Show what the code said, to be laid beside the card: nothing of it is proof."""
    found = interview.check_answers(centre_of(request).id, draft_id, by=staff_of(request))
    if not found.from_card:
        return to(request, draft_id, "")
    shown = {
        "lines": [one for one in found.lines if one.question_id in found.from_card],
        "filled": found.from_card,
        "doubtful": [PART_WORDS[p] for p in request.GET.getlist("doubtful") if p in PART_WORDS],
        "repaired": "repaired" in request.GET,
    }
    return show(request, "compare", found.draft, shown)


@screen(Right.RECEIVE)
@press("interview/forms/")
@at_the_form
def compared(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Somebody laid the answers beside the card, and they agree."""
    at, by = (centre_of(request).id, draft_id), staff_of(request)
    interview.compare_card(*at, tuple(request.POST.getlist("filled")), by=by, key=key_of(request))
    found = interview.draft_page(*at, by=by)
    return to_question(request, draft_id, found.page.question.id if found else None)
