"""What the province decided on fees, with number, day and article; until then: unknown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue

from ..access import centre_of, key_of, screen, staff_of
from .content_inputs import subject_of
from .fee_inputs import EMPTY_ROW, ROWS, UNITS, DecisionInput, read_decision

COMING_DAYS = 366  # how far ahead a decision is entered


@screen(Right.CHANGE_FACTS)
@never_cache
@catalogue.one_look()
def fees(request: HttpRequest) -> HttpResponse:
    """Show which fees are unknown here, and what was decided; a POST notes a decision."""
    if request.method != "POST":
        return _show(request)
    subject = subject_of(request.POST.get("subject", ""))
    typed = read_decision(request.POST, subject if subject.startswith("procedure:") else "")
    if typed.errors:
        return _show(request, typed)
    here = centre_of(request)
    try:
        catalogue.add_local_fact(
            here.id, typed.subject, "fee", typed.value,
            source=typed.source, on=typed.first, expires_on=typed.last,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except catalogue.LocalFactRefused as fault:
        return _show(request, typed, fault)
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    """Return where the officer came from: the fee page of a dossier, else this page."""
    counter, dossier = (request.POST.get(name, "") for name in ("counter", "dossier"))
    at = f"/{centre_of(request).slug}/"
    if counter.isdecimal() and dossier.isdecimal():
        return f"{at}desk/{counter}/dossiers/{dossier}/fees/"
    return f"{at}office/fees/#decided"


def _show(
    request: HttpRequest, typed: DecisionInput | None = None, fault: Fact | None = None
) -> HttpResponse:
    asked = request.POST or request.GET
    here, procedures = centre_of(request), catalogue.procedures()
    decided = _decided(here.id)
    subject = (typed.subject if typed else asked.get("subject", "")).removeprefix("procedure:")
    titles = {one.code: one.plain_title for one in procedures}
    shown = {
        "typed": typed,
        "subject": subject,
        "subject_title": titles.get(subject, ""),
        "rows": list(enumerate(typed.rows if typed else [EMPTY_ROW] * ROWS)),
        "units": UNITS,
        "titles": titles,
        **_unknown(procedures, {fact.subject for fact in decided}),
        "decided": [(fact, _title(fact, procedures), fact.on > today()) for fact in decided],
        "back": {name: asked.get(name, "") for name in ("counter", "dossier")},
        "fault": fault,
    }
    status = 422 if typed and not fault else 409 if fault else 200
    return render(request, "office/fees.html", shown, status=status)


def _unknown(procedures: list[catalogue.Procedure], known: set[str]) -> dict[str, Any]:
    """Return the procedures whose fee nobody has told yet, by field, the largest field first."""
    fields: dict[str, list[catalogue.Procedure]] = {}
    for one in procedures:
        if any(rule.kind == "unknown" for rule in one.fee):
            if f"procedure:{one.code}" not in known:
                fields.setdefault(one.field, []).append(one)
    rows = sorted(fields.items(), key=lambda row: -len(row[1]))
    return {"unknown": rows, "unknown_count": sum(len(ones) for ones in fields.values())}


def _decided(centre_id: int) -> list[catalogue.LocalFact]:
    """Return the decisions that hold or are to hold, what comes after what."""
    now, later = today(), today() + timedelta(days=COMING_DAYS)
    facts = {
        fact.id: fact
        for day in (now, later)
        for fact in catalogue.all_local_facts(centre_id, on=day)
        if fact.kind == "fee"
    }
    return sorted(facts.values(), key=lambda fact: (fact.subject, fact.on))


def _title(fact: catalogue.LocalFact, procedures: Any) -> str:
    code = fact.subject.partition(":")[2]
    return next((one.plain_title for one in procedures if one.code == code), code)
