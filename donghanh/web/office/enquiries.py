"""Questions nobody answered: seen in groups, and taught in two clicks; and what was taught."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.base.text import nfc, squeeze
from donghanh.catalogue import service as catalogue
from donghanh.enquiry import service as enquiry

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press

GROUPS_MAX = 40  # what an officer looks through in one sitting; the largest stand first
CANDIDATES, FOUND_MAX = 3, 6
QUESTION_LENGTH_MAX = 200
NOT_OURS_SUBJECT = f"topic:{enquiry.NOT_OURS}"
BEHAVIOUR_WORDS = {
    enquiry.UNKNOWN: "máy chưa hiểu",
    enquiry.OUT_OF_SCOPE: "máy nói không thuộc xã",
    enquiry.CLARIFY: "máy hỏi lại, không ai chọn",
    enquiry.WRONG: "người hỏi nói không phải việc này",
}
PLACE_WORDS = {
    "kiosk": "máy lấy số",
    "citizen": "trang của người dân",
    "reception": "bàn đón tiếp",
    "desk": "quầy",
}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group as the office sees it."""

    group: enquiry.UnansweredGroup
    why: str
    where: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A procedure as one press: its subject, plain name, and whom it is for."""

    subject: str
    title: str
    who_for: str = ""


@screen(Right.TEACH)
@never_cache
def enquiries(request: HttpRequest) -> HttpResponse:
    """List the groups, the largest first; say what was just decided, with a way back."""
    here = centre_of(request)
    groups = enquiry.unanswered(here.id)
    asked = request.GET.get("review", "")
    shown = {
        "rows": [_row(group) for group in groups[:GROUPS_MAX]],
        "more": max(0, len(groups) - GROUPS_MAX),
        "decided": enquiry.standing_review(here.id, int(asked)) if asked.isdecimal() else None,
        "taught": len(enquiry.phrases(here.id)),
    }
    return render(request, "office/enquiries.html", shown)


def _row(group: enquiry.UnansweredGroup) -> GroupRow:
    why = [words for name, words in BEHAVIOUR_WORDS.items() if name in group.behaviours]
    where = [words for name, words in PLACE_WORDS.items() if name in group.places]
    return GroupRow(group, ", ".join(why), ", ".join(where))


@screen(Right.TEACH)
@never_cache
@catalogue.one_look()
def group(request: HttpRequest, group_id: int) -> HttpResponse:
    """Show one group with the likeliest procedures; a POST says what it means."""
    here = centre_of(request)
    if request.method != "POST":
        return _show_group(request, enquiry.unanswered_group(here.id, group_id))
    said = squeeze(nfc(request.POST.get("said", "")))
    try:
        made = enquiry.review(
            here.id, group_id, request.POST.get("subject", ""),
            said=said, chosen=request.POST.getlist("text") or None,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except enquiry.PhraseRefused as fault:
        found = enquiry.unanswered_group(here.id, group_id)
        return _show_group(request, found, fault=fault, said=said)
    return redirect(f"/{here.slug}/office/enquiries/?review={made.id}")


def _show_group(
    request: HttpRequest,
    found: enquiry.UnansweredGroup,
    *,
    fault: Fact | None = None,
    said: str = "",
) -> HttpResponse:
    sought = squeeze(nfc(request.GET.get("q", "")))[:QUESTION_LENGTH_MAX]
    likely = _choices(request, found.text, CANDIDATES)
    shown = {
        "row": _row(found),
        "said": said or found.text,
        "likely": likely,
        "sought": sought,
        "others": _choices(request, sought, FOUND_MAX) if sought else [],
        "not_ours": NOT_OURS_SUBJECT,
        "fault": fault,
    }
    return render(request, "office/enquiry_group.html", shown, status=409 if fault else 200)


def _choices(request: HttpRequest, words: str, most: int) -> list[Choice]:
    """Return the procedures nearest to some words."""
    pages = {page.code: page for page in catalogue.procedures()}
    matches = enquiry.ask(words, centre_id=centre_of(request).id).procedures[:most]
    return [
        Choice(
            f"{enquiry.PROCEDURE}{match.code}",
            pages[match.code].plain_title if match.code in pages else match.title,
            pages[match.code].who_for if match.code in pages else "",
        )
        for match in matches
    ]


@screen(Right.TEACH)
@press("office/enquiries/")
def review_undoing(request: HttpRequest, review_id: int) -> HttpResponse:
    """Take a decision back."""
    here = centre_of(request)
    enquiry.undo_review(here.id, review_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/office/enquiries/")


@screen(Right.TEACH)
@never_cache
@catalogue.one_look()
def phrases(request: HttpRequest) -> HttpResponse:
    """List what was taught; a POST teaches a phrase that nobody asked yet."""
    here = centre_of(request)
    if request.method != "POST":
        return _show_phrases(request)
    said = squeeze(nfc(request.POST.get("said", "")))
    code = request.POST.get("code", "").strip().split(" ")[0]
    source = squeeze(nfc(request.POST.get("source", "")))
    try:
        enquiry.add_phrase(
            here.id, said, f"{enquiry.PROCEDURE}{code}",
            source=source, by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except enquiry.PhraseRefused as fault:
        typed = {"said": said, "code": request.POST.get("code", ""), "source": source}
        return _show_phrases(request, typed, fault)
    return redirect(f"/{here.slug}/office/enquiries/phrases/")


def _show_phrases(
    request: HttpRequest, typed: dict[str, str] | None = None, fault: Fact | None = None
) -> HttpResponse:
    shown = {
        "phrases": enquiry.phrases(centre_of(request).id),
        "procedures": [(page.code, page.plain_title) for page in catalogue.procedures()],
        "typed": typed or {},
        "fault": fault,
    }
    return render(request, "office/enquiry_phrases.html", shown, status=409 if fault else 200)


@screen(Right.TEACH)
@press("office/enquiries/phrases/")
def phrase_end(request: HttpRequest, phrase_id: int) -> HttpResponse:
    """Say that a phrase no longer counts."""
    here = centre_of(request)
    enquiry.withdraw_phrase(here.id, phrase_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/office/enquiries/phrases/")
