"""The print of what is to be paid. It is no receipt."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import local, now, today
from donghanh.base.text import day_words
from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier

from ..access import centre_of, screen, staff_of
from ..dates import read_day
from . import money_days, slips
from .views import form_of, print_of

money = dossier.money


@screen(Right.SERVE)
@require_safe
@never_cache
def payment(request: HttpRequest, charge_id: int) -> HttpResponse:
    """Print a charge line by line, with a VietQR where it is open and the centre has an account."""
    centre, form = centre_of(request), form_of(request)
    found = money.opened_charge(centre.id, charge_id, by=staff_of(request))
    slip = documents.PaymentSlip(
        centre_name=centre.name,
        commune=slips.commune_words(centre),
        code=found.reference,
        lines=tuple(_lines(found)),
        made_at=now(),
        into=_into(centre.id, found) if found.open else None,
        paid_words=_paid_words(found),
    )
    return print_of(documents.payment_slip(slip, form=form), f"nop-tien-{found.reference}", form)


@screen(Right.SERVE)
@require_safe
@never_cache
def money_day(request: HttpRequest, on: str) -> HttpResponse:
    """Print a day's list with its box, to be signed."""
    centre, day = centre_of(request), read_day(on)
    if day is None or day > today():
        raise Http404(on)
    made = documents.money_day_sheet(money_days.sheet_of(centre, day))
    return print_of(made, f"bang-ke-tien-{day.isoformat()}", "pdf")


def _lines(found: dossier.money.Charge) -> Iterator[documents.PaymentLine]:
    for one in found.lines:
        yield documents.PaymentLine(one.words, one.vnd or 0, one.why)
    if found.part_vnd and found.open:
        words = "Đã nhận chuyển khoản, theo sao kê của tài khoản"
        yield documents.PaymentLine("Trừ phần đã nhận", -found.part_vnd, words)


def _into(centre_id: int, found: dossier.money.Charge) -> documents.PayInto | None:
    account = centres.fee_account(centre_id)
    if account is None or found.rest_vnd > money.TRANSFER_VND_MAX:
        return None
    return documents.PayInto(
        bank=money.BANKS.get(account.bank, f"Ngân hàng {account.bank}"),
        number=account.number,
        holder=account.holder,
        content=money.transfer_content(found),
        qr_text=money.transfer_text(found, account.bank, account.number),
    )


def _paid_words(found: dossier.money.Charge) -> str:
    if found.payment is None:
        return ""
    cash = found.payment.way is money.PayWay.CASH
    day = found.payment.booked_on or local(found.payment.paid_at).date()
    return f"Đã nộp {'tiền mặt' if cash else 'chuyển khoản'}, {day_words(day)}."
