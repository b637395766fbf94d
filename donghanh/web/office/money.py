"""The centre's own account for fees, approved prices of copies, and where the registers stand."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.base.text import fold, nfc, squeeze
from donghanh.centre import service as centres
from donghanh.dossier import service as dossier

from ..access import centre_of, key_of, screen, staff_of
from ..dates import read_day
from ..posting import press

dossier_money = dossier.money
BACK = "office/money/"
FIELDS = ("bank", "number", "holder", "source")


@screen(Right.RUN_CENTRE)
@never_cache
def money(request: HttpRequest) -> HttpResponse:
    """Show the account, the prices and the registers."""
    return _show(request)


def _show(
    request: HttpRequest, fault: Fact | None = None, errors: dict[str, str] | None = None
) -> HttpResponse:
    ours, day = centre_of(request).id, today()
    prices = dossier_money.copy_prices(ours, on=day)
    shown = {
        "account": centres.fee_account(ours),
        "banks": dossier_money.BANKS,
        "typed": request.POST,
        "errors": errors or {},
        "prices": [(k, words, prices.get(k)) for k, words in dossier_money.COPY_KINDS.items()],
        "books": [
            (one, dossier_money.CERTIFICATIONS[one.book.kind])
            for one in dossier_money.books_explained(ours, day.year)
        ],
        "today_words": f"{day:%d/%m/%Y}",
        "fault": fault,
    }
    status = 422 if errors else 409 if fault else 200
    return render(request, "office/money.html", shown, status=status)


@screen(Right.RUN_CENTRE)
@press(BACK)
def account(request: HttpRequest) -> HttpResponse:
    """Name the centre's own account; a name of somebody who works here is refused too."""
    ours = centre_of(request).id
    bank, number, holder, source = (squeeze(nfc(request.POST.get(one, ""))) for one in FIELDS)
    bank = squeeze(request.POST.get("other_bank", "")) or bank
    errors = centres.checked_account(bank, number, holder, source)
    if "holder" not in errors and not _ours(request, holder):
        errors["holder"] = (
            "Phải là tài khoản của Trung tâm hoặc Ủy ban, có tên xã như ngân hàng ghi. Không dùng"
            " tài khoản của một người."
        )
    if errors:
        return _show(request, errors=errors)
    by, key = staff_of(request), key_of(request)
    centres.set_fee_account(ours, bank, number, holder, source, by=by, key=key)
    return redirect(f"/{centre_of(request).slug}/{BACK}")


def _ours(request: HttpRequest, holder: str) -> bool:
    """Whether a holder is an office of this commune, and nobody who works here."""
    centre, told = centre_of(request), fold(holder)
    commune = fold(centre.commune).removeprefix("xa ").removeprefix("phuong ")
    people = (fold(one.name) for one in accounts.all_staff(centre.id))
    return commune in told and not any(name in told for name in people)


@screen(Right.RUN_CENTRE)
@press(BACK)
def account_end(request: HttpRequest) -> HttpResponse:
    """Take cash only from now on."""
    centres.end_fee_account(centre_of(request).id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre_of(request).slug}/{BACK}")


@screen(Right.RUN_CENTRE)
@press(BACK)
def prices(request: HttpRequest) -> HttpResponse:
    """Note an approved price."""
    typed, on = request.POST, read_day(request.POST.get("applies_from", ""))
    vnd = _number(typed, "vnd")
    if on is None or vnd is None:
        return _show(request, dossier_money.PriceRefused())
    price = dossier_money.CopyPrice(typed.get("kind", ""), vnd, typed.get("decision", ""), on)
    try:
        dossier_money.set_copy_price(
            centre_of(request).id, price, by=staff_of(request), key=key_of(request)
        )
    except dossier_money.PriceRefused as fault:
        return _show(request, fault)
    return redirect(f"/{centre_of(request).slug}/{BACK}")


@screen(Right.RUN_CENTRE)
@press(BACK)
def registers(request: HttpRequest) -> HttpResponse:
    """Go on from the paper register, or begin a new volume."""
    typed = request.POST
    volume, last = _number(typed, "volume"), _number(typed, "last")
    if volume is None or last is None:
        return _show(request, dossier_money.BookBehind())
    kind, mark = typed.get("kind", ""), typed.get("mark", "")
    book = dossier_money.Book(kind, today().year, volume, last, mark)
    try:
        dossier_money.take_over_book(
            centre_of(request).id, book, by=staff_of(request), key=key_of(request)
        )
    except (
        dossier_money.BookBehind,
        dossier_money.NotANumber,
        dossier_money.MarkRefused,
    ) as fault:
        return _show(request, fault)
    return redirect(f"/{centre_of(request).slug}/{BACK}")


def _number(typed: Mapping[str, str], name: str) -> int | None:
    bare = typed.get(name, "").replace(".", "").replace(" ", "")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 7 else None
