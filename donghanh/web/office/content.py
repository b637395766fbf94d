"""Content: how whole it is, what falls due, what this centre knows, what an import changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.outreach import service as outreach

from ..access import centre_of, key_of, screen, staff_of
from ..citizen.procedures import FACT_WORDS, fact_value
from ..posting import press
from .content_inputs import FactInput, read_fact
from .prints import wrong_rows

DUE_WITHIN_DAYS = 60  # what an office can still prepare for
DUE_ROWS_MAX = 20  # a screen; the rest is a command away
FIELD_WORDS = {
    "time": "thời hạn",
    "fee": "lệ phí",
    "form": "tờ khai",
    "example": "ví dụ",
    "valid_from": "ngày bắt đầu áp dụng",
}
CHANGE_WORDS = {
    "added": "mới có",
    "gone": "không còn",
    "title": "đổi tên",
    "papers": "đổi giấy tờ",
    "time": "đổi thời hạn",
    "fee": "đổi lệ phí",
    "steps": "đổi các bước",
    "law": "đổi căn cứ",
    "other": "đổi chỗ khác",
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of the centre as the office sees it."""

    fact: catalogue.LocalFact
    about: str
    kind: str
    says: str


@screen(Right.CHANGE_FACTS)
@never_cache
@catalogue.one_look()
def content(request: HttpRequest) -> HttpResponse:
    """Show what must be looked at; a POST notes a fact of the centre."""
    if request.method != "POST":
        return _show(request)
    typed = read_fact(request.POST)
    if typed.errors:
        return _show(request, typed)
    here = centre_of(request)
    try:
        catalogue.add_local_fact(
            here.id, typed.subject, typed.kind, typed.said,
            source=typed.source, expires_on=typed.expires_on,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except catalogue.LocalFactRefused as fault:
        return _show(request, typed, fault=fault)
    return redirect(f"/{here.slug}/office/content/#facts")


def _show(
    request: HttpRequest, typed: FactInput | None = None, *, fault: Fact | None = None
) -> HttpResponse:
    here, titles = centre_of(request), _titles()
    shown = {
        **_state_of(titles),
        **_facts_of(here, titles),
        "subjects": titles,
        "kinds": FACT_WORDS,
        "accepts": catalogue.ACCEPTS,
        "typed": typed,
        "fault": fault,
        "asked": request.GET.get("subject", ""),
        "wrong_prints": wrong_rows(outreach.prints_now_wrong(here)),
    }
    status = 422 if typed and not fault else 409 if fault else 200
    return render(request, "office/content.html", shown, status=status)


def _state_of(titles: dict[str, str]) -> dict[str, Any]:
    """Return what the page says of the content as a whole."""
    due, counts = _due_by_text(titles), catalogue.content_summary()
    return {
        "counts": counts,
        "open": [(FIELD_WORDS.get(f, f), count) for f, count in counts.unknown_fields.items()],
        "due": due[:DUE_ROWS_MAX],
        "due_more": max(0, len(due) - DUE_ROWS_MAX),
        "due_days": DUE_WITHIN_DAYS,
        "to_check": len(catalogue.procedures_to_check()),
        "superseded": catalogue.superseded().values(),
        "last_import": catalogue.last_import(),
    }


def _facts_of(here: CentreRecord, titles: dict[str, str]) -> dict[str, Any]:
    rows = [_row(fact, titles) for fact in catalogue.all_local_facts(here.id)]
    return {
        "review": [row for row in rows if row.fact.review],
        "rows": [row for row in rows if not row.fact.review],
    }


def _due_by_text(titles: dict[str, str]) -> list[tuple[catalogue.Due, str, list[catalogue.Due]]]:
    """Return what falls due, one row a text: its first day, its name, all its reasons."""
    rows: dict[tuple[str, str], list[catalogue.Due]] = {}
    events = catalogue.life_events().values()
    titles = titles | {f"life_event:{one.id}": one.title for one in events}
    for one in catalogue.content_due(DUE_WITHIN_DAYS):
        rows.setdefault((one.kind, one.code), []).append(one)
    return [
        (reasons[0], titles.get(f"{kind}:{code}", ""), reasons)
        for (kind, code), reasons in rows.items()
    ]


def _titles() -> dict[str, str]:
    """Return every subject a fact may be about, with its name."""
    procedures = {f"procedure:{p.code}": p.plain_title for p in catalogue.procedures()}
    places = {f"place:{one.id}": one.name for one in catalogue.places().values()}
    papers = {f"paper:{one.id}": one.name for one in catalogue.papers().values()}
    return procedures | places | papers


def _row(fact: catalogue.LocalFact, titles: dict[str, str]) -> FactRow:
    about = titles.get(fact.subject, fact.subject.partition(":")[2])
    return FactRow(fact, about, FACT_WORDS[fact.kind], fact_value(fact))


@screen(Right.CHANGE_FACTS)
@never_cache
@catalogue.one_look()
def checks(request: HttpRequest) -> HttpResponse:
    """List the procedures with notes that an officer should check."""
    shown = {"to_check": catalogue.procedures_to_check()}
    return render(request, "office/content_checks.html", shown)


@screen(Right.CHANGE_FACTS)
@press("office/content/")
def fact_end(request: HttpRequest, fact_id: int) -> HttpResponse:
    """Say that a fact holds no longer."""
    here = centre_of(request)
    catalogue.end_local_fact(here.id, fact_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/office/content/#facts")


@screen(Right.CHANGE_FACTS)
@press("office/content/")
def fact_confirmation(request: HttpRequest, fact_id: int) -> HttpResponse:
    """Say that a fact under review still holds: it is noted anew over the text of today."""
    here = centre_of(request)
    facts = {fact.id: fact for fact in catalogue.all_local_facts(here.id)}
    fact = facts.get(fact_id)
    if fact is None:
        raise Http404(str(fact_id))
    catalogue.add_local_fact(
        here.id, fact.subject, fact.kind, fact.value,
        source=fact.source, expires_on=fact.expires_on,
        by=staff_of(request), key=key_of(request),
    )  # fmt: skip
    return redirect(f"/{here.slug}/office/content/#facts")


@screen(Right.CHANGE_FACTS)
@never_cache
def imported(request: HttpRequest) -> HttpResponse:
    """Show what the last import of the national catalogue changed."""
    record = catalogue.last_import()
    if record is None:
        raise Http404("import")
    parts = Counter(part for change in record.report.changes for part in change.what)
    shown = {
        "record": record,
        "report": record.report,
        "parts": [(words, parts[part]) for part, words in CHANGE_WORDS.items() if parts[part]],
        "changes": _changes(record.report),
    }
    return render(request, "office/content_import.html", shown)


def _changes(report: catalogue.ImportReport) -> list[tuple[catalogue.OfficialChange, str, bool]]:
    """Return (change, what in words, whether our own page may be wrong by it), these first."""
    plain = {one.code for one in catalogue.procedures()}
    rows = [
        (one, ", ".join(CHANGE_WORDS[part] for part in one.what), one.code in plain)
        for one in report.changes
    ]
    return sorted(rows, key=lambda row: not row[2])
