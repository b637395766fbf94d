"""Copies and prints for people, and the numbers of certifications."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
from .dossier_inputs import words_of
from .fee_inputs import read_count

money = dossier.money
BACK = "desk/{number}/copies/"
IN_PLACE = (money.NotACopy, money.NotANumber, money.NoSuchNumber, money.ReasonMissing)


@screen(Right.SERVE)
@never_cache
def copies(request: HttpRequest, number: int) -> HttpResponse:
    """Show what was made today, and where each register stands."""
    return _show(request, number)


def _show(request: HttpRequest, number: int, fault: Fact | None = None) -> HttpResponse:
    counter, day = counter_of(request, number), today()
    ours, typed = counter.centre_id, request.POST or request.GET
    prices, jobs = money.copy_prices(ours, on=day), money.copies_of_day(ours, day)
    shown = {
        "counter": counter,
        "dossier": _dossier(ours, typed.get("dossier", "")),
        "typed": {name: typed.get(name, "") for name in ("kind", "pages", "goes_to")},
        "kinds": [(kind, words, prices.get(kind)) for kind, words in money.COPY_KINDS.items()],
        "places": {one: words for one, words in money.GOES_TO.items() if one != "paper"},
        "jobs": _told(ours, jobs),
        "pages": sum(one.pages for one in jobs),
        "books": [(one, money.CERTIFICATIONS[one.kind]) for one in money.books(ours, day.year)],
        "given": money.certifications_of_day(ours, day),
        "fault": fault,
    }
    return render(request, "desk/copies.html", shown, status=409 if fault else 200)


def _dossier(centre_id: int, typed: str) -> dossier.Dossier | None:
    """Return the dossier that the page is for, None for nobody's."""
    return dossier.dossier(centre_id, int(typed)) if typed.isdecimal() else None


def _told(
    centre_id: int, jobs: list[dossier.money.CopyJob]
) -> list[tuple[dossier.money.CopyJob, str, str, str, dossier.money.Charge | None]]:
    """Return jobs with their kind, where they went, who made them, and what is still to be paid."""
    names = {one.id: one.name for one in accounts.all_staff(centre_id)}
    charged = money.charges_named(centre_id, [one.charge_id for one in jobs if one.charge_id])
    waiting = {name: one for name, one in charged.items() if one.open}
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
    typed, kind = request.POST, request.POST.get("kind", "")
    goes_to = typed.get("goes_to", "") if kind == "scan" else "paper"
    pages = read_count(typed.get("pages", "")) or 0

    def make(centre_id: int, **how: Any) -> object:
        return money.make_copies(centre_id, kind, pages, goes_to, free="free" in typed, **how)

    return _done(request, number, make)


@screen(Right.SERVE)
@press(BACK)
def numbers(request: HttpRequest, number: int) -> HttpResponse:
    """Give the next numbers of a register."""
    count = read_count(request.POST.get("count", "1")) or 0

    def give(centre_id: int, **how: Any) -> object:
        return money.number_certification(centre_id, request.POST.get("kind", ""), count, **how)

    return _done(request, number, give, "#numbers")


@screen(Right.SERVE)
@press(BACK)
def striking(request: HttpRequest, number: int, number_id: int) -> HttpResponse:
    """Say why a number was not used."""

    def strike(centre_id: int, *, dossier_id: int | None, **how: Any) -> None:
        money.strike_number(centre_id, number_id, words_of(request.POST, "why"), **how)

    return _done(request, number, strike, "#numbers")


def _done(
    request: HttpRequest, number: int, verb: Callable[..., object], part: str = ""
) -> HttpResponse:
    """Do a verb for the dossier of the page and show it again; a fact is said in place."""
    counter = counter_of(request, number)
    for_whom = _dossier(counter.centre_id, request.POST.get("dossier", ""))
    dossier_id = for_whom.id if for_whom else None
    try:
        verb(counter.centre_id, dossier_id=dossier_id, by=staff_of(request), key=key_of(request))
    except IN_PLACE as fault:
        return _show(request, number, fault)
    asked = f"?dossier={dossier_id}" if dossier_id else ""
    return redirect(f"/{centre_of(request).slug}/desk/{number}/copies/{asked}{part}")
