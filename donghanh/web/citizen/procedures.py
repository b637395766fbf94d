"""The page of one procedure: plain words first, the officials' words under them, dated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.guidance import service as guidance

from ..access import centre_of, person_of
from .pages import answers_in, source_words
from .take_home import to_take_home

OFFICIAL_LETTERS_MAX = 2_500  # of published papers under the plain page; the rest has its own page


@dataclass(frozen=True, slots=True)
class OfficialPart:
    """What of the published text stands under the plain one; `more` lines are on its own page."""

    text: catalogue.OfficialProcedure
    taken: str
    lines: tuple[catalogue.OfficialLine, ...]
    more: int


@require_safe
@catalogue.one_look()
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Show one procedure; the answers to its case questions stand in the address."""
    here = centre_of(request)
    try:
        found = catalogue.procedure(code, province=here.province)
    except catalogue.NoSuchProcedure as fault:
        text = catalogue.official(code, province=here.province)
        if text is None or not fault.published:
            raise
        return _show_official(request, text)
    published = catalogue.official(found.code, province=here.province)
    shown = {
        "procedure": found,
        "checklist": (checklist := guidance.checklist(found, answers_in(request.GET, found))),
        "answered": [q for q in found.cases if q.id in checklist.answers],
        "where": catalogue.place(found.where),
        "source": source_words(found),
        "facts": facts_of(here, found),
        "official": official_part(published) if published else None,
        "redirect": _redirect(request, found),
        "home": to_take_home(here, f"procedure:{found.code}"),
    }
    return render(request, "citizen/procedure.html", shown)


@require_safe
@catalogue.one_look()
def official(request: HttpRequest, code: str) -> HttpResponse:
    """Show the whole published text of a procedure."""
    text = catalogue.official(code, province=centre_of(request).province)
    if text is None:
        raise Http404(code)
    return _show_official(request, text)


def _show_official(request: HttpRequest, text: catalogue.OfficialProcedure) -> HttpResponse:
    here = centre_of(request)
    codes = {p.code for p in catalogue.procedures(province=here.province)}
    shown = {
        "official": text,
        "taken": day_taken(text),
        "checklist": catalogue.checklist_of_official(text),
        "times": guidance.published_times(text),
        "fees": guidance.published_fees(text),
        "facts": fact_rows(catalogue.local_facts(here.id, f"procedure:{text.code}")),
        "plain": text.code in codes,
    }
    return render(request, "citizen/official.html", shown)


def official_part(text: catalogue.OfficialProcedure) -> OfficialPart:
    """Return the published papers as far as they fit under a plain page."""
    lines = catalogue.checklist_of_official(text).lines
    fitting = tuple(_fitting(lines))
    return OfficialPart(text, day_taken(text), fitting, len(lines) - len(fitting))


def day_taken(text: catalogue.OfficialProcedure) -> str:
    """Return the day of the snapshot as people write it, "18/7/2026" or only "7/2026"."""
    parts = (text.snapshot_date or "").split("-")
    return "/".join(part.lstrip("0") for part in reversed(parts))


def _fitting(lines: Iterable[catalogue.OfficialLine]) -> Iterator[catalogue.OfficialLine]:
    letters = 0
    for line in lines:
        letters += len(line.name) + len(line.case or "")
        if letters > OFFICIAL_LETTERS_MAX:
            return
        yield line


def facts_of(centre: CentreRecord, found: catalogue.Procedure) -> list[tuple[str, str, str]]:
    """Return what the centre itself knows of a procedure and of where it is done."""
    of_procedure = catalogue.local_facts(centre.id, f"procedure:{found.code}")
    of_place = catalogue.local_facts(centre.id, f"place:{found.where}")
    return fact_rows((*of_procedure, *of_place))


FACT_WORDS = {
    "address": "Địa chỉ",
    "hours": "Giờ làm việc",
    "phone": "Điện thoại",
    "fee": "Lệ phí ở đây",
    "accepts": "Nộp ở đâu",
    "note": "Trung tâm dặn thêm",
}


def fact_rows(facts: Iterable[catalogue.LocalFact]) -> list[tuple[str, str, str]]:
    """Return facts as (heading, words, source and day); what is under review says so."""
    return [(FACT_WORDS[fact.kind], fact_value(fact), _fact_source(fact)) for fact in facts]


def fact_value(fact: catalogue.LocalFact) -> str:
    """Return what a fact says to people."""
    return catalogue.ACCEPTS.get(fact.value, fact.value) if fact.kind == "accepts" else fact.value


def _fact_source(fact: catalogue.LocalFact) -> str:
    review = "; đang xem lại, hỏi cán bộ" if fact.review else ""
    return f"{fact.source}, {fact.on.day}/{fact.on.month}/{fact.on.year}{review}"


def _redirect(
    request: HttpRequest, found: catalogue.Procedure
) -> tuple[catalogue.Superseded, str] | None:
    """Return, for staff only, why an old code leads here and how sure that is."""
    entry = catalogue.superseded().get(found.redirected_from or "")
    if entry is None or person_of(request) is None:
        return None
    return entry, {"high": "cao", "medium": "vừa", "low": "thấp, cần đối chiếu"}[entry.confidence]
