"""Asking in everyday words: the answer first, then the pages; suggestions while one types.

Nothing is stored: a question that goes on ("thế hết bao nhiêu tiền?") carries the procedure in its
own address. Where danger is heard the page is a quiet one with a quick exit.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from donghanh.reception import service as reception

from ..access import centre_of
from .pages import LONGEST_QUESTION, commonest
from .procedures import fact_value

RESULTS_MAX = 4  # the answer and three others
CHOICES_MAX = 4  # when asked back
EMPTY = "Hãy viết vài chữ về việc cần làm, ví dụ: làm giấy khai sinh."
TOO_LONG = "Câu hỏi dài quá. Hãy viết ngắn lại, một hai câu thôi."
# Questions that go on about the procedure just found, pressed instead of typed.
GO_ON = (
    ("giay_to", "Cần mang giấy gì?"),
    ("le_phi", "Hết bao nhiêu tiền?"),
    ("thoi_han", "Bao lâu thì xong?"),
    ("noi_nop", "Nộp ở đâu?"),
    ("ai_duoc_lam", "Ai đi làm thay được?"),
    ("truc_tuyen", "Làm trên mạng được không?"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A procedure as a row: the plain page where there is one, and who accepts it here."""

    code: str
    title: str
    known: catalogue.Procedure | None
    accepts: str


@dataclass(frozen=True, slots=True)
class Part:
    """The answer to one need with its rows; `about` is the procedure that questions go on about."""

    answer: enquiry.Answer
    rows: tuple[Found, ...]
    about: str
    go_on: tuple[tuple[str, str], ...]


@require_safe
@never_cache
@catalogue.one_look()
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question in everyday words."""
    here, question = centre_of(request), request.GET.get("q", "").strip()
    if not question or len(question) > LONGEST_QUESTION:
        shown: dict[str, object] = {"error": TOO_LONG if question else EMPTY}
        shown |= {"question": question, "commonest": commonest(province=here.province)}
        return render(request, "citizen/home.html", shown, status=422)
    answer = enquiry.ask(question, centre_id=here.id, about=request.GET.get("about"))
    if answer.urgent:
        danger = reception.danger(answer.urgent.danger)
        return render(request, "citizen/urgent.html", {"danger": danger, "urgent": answer.urgent})
    enquiry.keep_unanswered(question, answer, centre_id=here.id, place="citizen")
    parts = _parts(answer, here)
    shown = {"question": question, "answer": answer, "parts": parts, "about": parts[0].about}
    return render(request, "citizen/search.html", shown)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Return ways of asking that begin like what was typed, as a piece of the page."""
    typed = request.GET.get("q", "").strip()[:LONGEST_QUESTION]
    found = enquiry.suggest(typed) if typed else ()
    return render(request, "citizen/suggestions.html", {"suggestions": found})


def _parts(answer: enquiry.Answer, here: CentreRecord) -> list[Part]:
    """Return the answer, or of two needs each one with its procedure alone."""
    if not answer.parts:
        return [_part(answer, here, RESULTS_MAX)]
    return [_part(part, here, 1) for part in answer.parts]


def _part(answer: enquiry.Answer, here: CentreRecord, results: int) -> Part:
    most = {enquiry.ANSWER: results, enquiry.CLARIFY: CHOICES_MAX}.get(answer.behaviour, 0)
    about = answer.procedures[0].code if answer.behaviour == enquiry.ANSWER else ""
    left = tuple(one for one in GO_ON if one[0] != answer.aspect) if about else ()
    return Part(answer, _rows(answer.procedures[:most], here), about, left)


def _rows(found: tuple[enquiry.Match, ...], here: CentreRecord) -> tuple[Found, ...]:
    plain = {one.code: one for one in catalogue.procedures(province=here.province)}
    facts = catalogue.accepted(here.id, [match.code for match in found]) if found else {}
    return tuple(
        Found(
            match.code,
            match.title,
            plain.get(match.code),
            fact_value(facts[match.code]) if match.code in facts else "",
        )
        for match in found
    )
