"""What a dossier pays: line by line with why, cash, or a transfer that the account must confirm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press
from .dossier_inputs import words_of
from .fee_inputs import read_seen, read_vnd

money = dossier.money
BACK = "desk/{number}/money/"
IN_PLACE = (
    money.NoSuchCharge, money.PaidBefore, money.TooLittle, money.ReasonMissing,
    money.RefundAsked,
)  # fmt: skip


@screen(Right.SERVE)
@never_cache
def fees(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Show what it costs by what was ticked, and what was charged. Looking keeps nothing.

    What was ticked comes in the body: no address or log says why somebody is spared.
    """
    return _show(request, number, dossier_id)


def _show(
    request: HttpRequest,
    number: int,
    dossier_id: int,
    fault: Fact | None = None,
    *,
    pressed: int | None = None,
) -> HttpResponse:
    counter = counter_of(request, number)
    found = dossier.dossier(counter.centre_id, dossier_id)
    procedure = catalogue.procedure_version(found.procedure_row_id)
    shown = {
        "counter": counter,
        "dossier": found,
        "procedure": procedure,
        **_counted(request, found, procedure),
        **_exemptions(procedure),
        "prices": money.decided_prices(counter.centre_id, dossier_id),
        "may_decide": staff_of(request).may(Right.CHANGE_FACTS),
        "charges": money.charges_of(counter.centre_id, dossier_id, by=staff_of(request)),
        "account": centres.fee_account(counter.centre_id),
        "fault": fault,
        "pressed": pressed,
    }
    return render(request, "desk/fees.html", shown, status=409 if fault else 200)


def _counted(
    request: HttpRequest, found: dossier.Dossier, procedure: catalogue.Procedure
) -> dict[str, Any]:
    """Return what was seen and counted, as it was typed, and what that costs."""
    units = money.fee_units(found.centre_id, found.id)
    seen = read_seen(request.POST, units)
    return {
        "seen": seen,
        "assessment": money.assess(found.centre_id, found.id, seen),
        "units": [(unit, request.POST.get(f"count-{unit}", "")) for unit in units],
        "extras": [(at, e, seen.extras.get(at, "")) for at, e in enumerate(procedure.extras)],
    }


def _exemptions(procedure: catalogue.Procedure) -> dict[str, Any]:
    """Return who is spared, and whether the digital citizen's conditions are asked about."""
    known = procedure.fee_exemptions
    return {
        "groups": [one for one in known if one.group != money.DIGITAL_CITIZEN],
        "digital": any(one.group == money.DIGITAL_CITIZEN for one in known),
        "items": money.DIGITAL_ITEMS,
    }


@screen(Right.SERVE)
@press("desk/{number}/dossiers/{dossier_id}/fees/")
def charges(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Ask for what was just counted; it is counted again here, never taken from the page."""
    counter = counter_of(request, number)
    seen = read_seen(request.POST, money.fee_units(counter.centre_id, dossier_id))
    by, key = staff_of(request), key_of(request)
    try:
        money.charge(counter.centre_id, dossier_id, seen, by=by, key=key)
    except (money.FeeUnknown, money.ChargedBefore) as fault:
        return _show(request, number, dossier_id, fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/dossiers/{dossier_id}/fees/")


@screen(Right.SERVE)
@press(BACK)
def cash(request: HttpRequest, number: int, charge_id: int) -> HttpResponse:
    """Take cash over the counter."""
    received = read_vnd(request.POST.get("received", "")) or 0
    return _on_charge(request, number, charge_id, money.pay_cash, received)


@screen(Right.SERVE)
@press(BACK)
def cash_return(request: HttpRequest, number: int, charge_id: int) -> HttpResponse:
    """Give cash back from the box, with a reason."""
    return _on_charge(request, number, charge_id, money.give_back, words_of(request.POST, "why"))


@screen(Right.SERVE)
@press(BACK)
def voiding(request: HttpRequest, number: int, charge_id: int) -> HttpResponse:
    """Withdraw a charge that was wrong, with a reason."""
    return _on_charge(request, number, charge_id, money.void_charge, words_of(request.POST, "why"))


def _on_charge(
    request: HttpRequest, number: int, charge_id: int, verb: Callable[..., Any], said: object
) -> HttpResponse:
    """Do a verb on a charge and go back to where it stands; a fact is said in place."""
    from .money import show_day

    counter, by, key = counter_of(request, number), staff_of(request), key_of(request)
    try:
        made = verb(counter.centre_id, charge_id, said, by=by, key=key)
    except IN_PLACE as fault:
        stands = money.charges_named(counter.centre_id, [charge_id]).get(charge_id)
        if stands is None or stands.dossier_id is None:
            return show_day(request, number, fault=fault)
        return _show(request, number, stands.dossier_id, fault, pressed=charge_id)
    at = f"/{centre_of(request).slug}/desk/{number}/"
    if made.dossier_id is None:
        return redirect(f"{at}copies/")
    return redirect(f"{at}dossiers/{made.dossier_id}/fees/")
