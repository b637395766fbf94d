"""Copies, prints and scans for people, and the numbers of certifications."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press
from .fee_inputs import read_count

money = dossier.money
BACK = "desk/{number}/copies/"


@screen(Right.SERVE)
@never_cache
def copies(request: HttpRequest, number: int) -> HttpResponse:
    """Show what was made today, and where each register stands."""
    return _show(request, number)


def _show(request: HttpRequest, number: int, fault: Fact | None = None) -> HttpResponse:
    counter, day = counter_of(request, number), today()
    ours = counter.centre_id
    prices, jobs = money.copy_prices(ours, on=day), money.copies_of_day(ours, day)
    shown = {
        "counter": counter,
        "kinds": [(kind, words, prices.get(kind)) for kind, words in money.COPY_KINDS.items()],
        "jobs": _told(ours, jobs),
        "pages": sum(one.pages for one in jobs),
        "books": [(one, money.CERTIFICATIONS[one.kind][0]) for one in money.books(ours, day.year)],
        "given": [
            (one, money.certification_words(one.kind, one.number, one.volume, one.year))
            for one in money.certifications_of_day(ours, day)
        ],
        "fault": fault,
    }
    return render(request, "desk/copies.html", shown, status=409 if fault else 200)


def _told(
    centre_id: int, jobs: list[dossier.money.CopyJob]
) -> list[tuple[dossier.money.CopyJob, str, str, str, dossier.money.Charge | None]]:
    """Return jobs with their kind, where they went, who made them, and what is still to be paid."""
    names = {one.id: one.name for one in accounts.all_staff(centre_id)}
    waiting = {one.id: one for one in money.money_day(centre_id, today()).waiting}
    return [
        (
            one,
            money.COPY_KINDS[one.kind],
            money.GOES_TO[one.goes_to],
            names.get(one.by_id, ""),
            waiting.get(one.charge_id or 0),
        )
        for one in jobs
    ]


@screen(Right.SERVE)
@press(BACK)
def jobs(request: HttpRequest, number: int) -> HttpResponse:
    """Note pages that were made."""
    counter, kind = counter_of(request, number), request.POST.get("kind", "")
    goes_to = request.POST.get("goes_to", "") if kind == "scan" else "paper"
    try:
        money.make_copies(
            counter.centre_id, kind, read_count(request.POST.get("pages", "")) or 0, goes_to,
            free="free" in request.POST, by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except money.NotACopy as fault:
        return _show(request, number, fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/copies/")


@screen(Right.SERVE)
@press(BACK)
def numbers(request: HttpRequest, number: int) -> HttpResponse:
    """Give the next number of a register."""
    counter, kind = counter_of(request, number), request.POST.get("kind", "")
    by, key = staff_of(request), key_of(request)
    try:
        money.number_certification(counter.centre_id, kind, by=by, key=key)
    except money.NotACopy as fault:
        return _show(request, number, fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/copies/#numbers")
