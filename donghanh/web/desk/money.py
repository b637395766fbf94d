"""The day's money: a list that balances, the box, the treasurer, and what waits for a person."""

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
from .fee_inputs import day_of, read_vnd

money = dossier.money
BACK = "desk/{number}/money/"
BOOKINGS = {
    money.Booking.WRONG_AMOUNT: "số tiền lệch, hoặc có hai mã",
    money.Booking.PAID_BEFORE: "khoản này đã nộp rồi",
    money.Booking.WITHDRAWN: "khoản này đã hủy",
    money.Booking.NOT_OURS: "không có mã khoản thu",
}
IN_PLACE = (
    money.ReasonMissing,
    money.NoSuchLine,
    money.NoSuchCharge,
    money.PaidBefore,
    money.NoSuchRefund,
    money.SamePerson,
    money.OrderMissing,
    money.RefundAsked,
    money.HandingIncomplete,
    money.MoreThanBox,
    money.NoSuchHanding,
)


class NothingSaid(Fact):
    """Nobody said what the money of a line is."""

    message = "Chưa chọn tiền này là gì."
    remedy = "Mở khoản đó, chọn một cách xử lý và ghi lý do."


class NotCounted(Fact):
    """What was typed for the box is no amount."""

    message = "Chưa ghi đủ tiền đầu ngày và tiền đếm được."
    remedy = "Ghi số tiền bằng số, như 250.000. Không có thì ghi 0."


@screen(Right.SERVE)
@never_cache
def day(request: HttpRequest, number: int) -> HttpResponse:
    """Show a day's list."""
    return show_day(request, number)


def show_day(request: HttpRequest, number: int, fault: Fact | None = None) -> HttpResponse:
    """Show a day's list with what stopped the last press said in place."""
    counter = counter_of(request, number)
    on = day_of(request.POST or request.GET, today())
    found = money.money_day(counter.centre_id, on)
    names = {one.id: one.name for one in accounts.all_staff(counter.centre_id)}
    shown = {
        "counter": counter,
        "money": found,
        "is_today": on == today(),
        "rows": [(one, names.get(one.by_id, "")) for one in found.lines],
        "unsettled": [(one, BOOKINGS[money.Booking(one.booking)]) for one in found.unsettled],
        "asked": [(one, names.get(one.asked_by_id, "")) for one in found.asked],
        "returned": [
            (one, names.get(one.asked_by_id, ""), names.get(one.agreed_by_id or 0, ""))
            for one in found.returned
        ],
        "handed": [(one, names.get(one.by_id, "")) for one in found.handed],
        "me": staff_of(request).actor_id,
        "counted_by": names.get(found.count.by_id, "") if found.count else "",
        "typed": request.POST,
        "pressed": request.resolver_match.kwargs if request.resolver_match else {},
        "fault": fault,
    }
    return render(request, "desk/money.html", shown, status=409 if fault else 200)


@screen(Right.SERVE)
@press(BACK)
def count(request: HttpRequest, number: int) -> HttpResponse:
    """Note what lies in the box at the end of the day."""
    counter, on = counter_of(request, number), day_of(request.POST, today())
    opening, counted = (read_vnd(request.POST.get(name, "")) for name in ("opening", "counted"))
    if opening is None or counted is None:
        return show_day(request, number, NotCounted())
    reason = words_of(request.POST, "reason")
    return _done(request, number, money.count_cash, counter.centre_id, on, opening, counted, reason)


@screen(Right.SERVE)
@press(BACK)
def handings(request: HttpRequest, number: int) -> HttpResponse:
    """Note cash that went to the treasurer."""
    vnd = read_vnd(request.POST.get("vnd", "")) or 0
    words = (words_of(request.POST, name) for name in ("to_whom", "slip_number"))
    return _done(request, number, money.hand_cash, centre_of(request).id, vnd, *words)


@screen(Right.SERVE)
@press(BACK)
def handing_undoing(request: HttpRequest, number: int, handing_id: int) -> HttpResponse:
    """Take back what was written down wrongly."""
    said = (centre_of(request).id, handing_id, words_of(request.POST, "why"))
    return _done(request, number, money.undo_handing, *said)


@screen(Right.SERVE)
@press(BACK)
def line(request: HttpRequest, number: int, line_id: int) -> HttpResponse:
    """Settle a line of the statement: to a charge, back to who paid, or to accounting."""
    ours, why = centre_of(request).id, words_of(request.POST, "why")
    way = request.POST.get("way", "")
    if way == "charge":
        reference = request.POST.get("reference", "")
        return _done(request, number, money.link_line, ours, line_id, reference, why)
    verbs = {"return": money.return_line, "elsewhere": money.leave_line}
    if way not in verbs:
        return show_day(request, number, NothingSaid())
    return _done(request, number, verbs[way], ours, line_id, why)


@screen(Right.SERVE)
@press(BACK)
def agreement(request: HttpRequest, number: int, refund_id: int) -> HttpResponse:
    """A second person agrees: the money went back."""
    said = (centre_of(request).id, refund_id, words_of(request.POST, "order_number"))
    return _done(request, number, money.agree_refund, *said)


@screen(Right.SERVE)
@press(BACK)
def dropping(request: HttpRequest, number: int, refund_id: int) -> HttpResponse:
    """No money goes back after all."""
    return _done(request, number, money.drop_refund, centre_of(request).id, refund_id)


def _done(request: HttpRequest, number: int, verb: Callable[..., Any], *said: Any) -> HttpResponse:
    """Do a verb and show the day again; a fact is said in place."""
    counter_of(request, number)
    try:
        verb(*said, by=staff_of(request), key=key_of(request))
    except IN_PLACE as fault:
        return show_day(request, number, fault)
    on = day_of(request.POST, today())
    asked = f"?day={on.isoformat()}" if on != today() else ""
    return redirect(f"/{centre_of(request).slug}/desk/{number}/money/{asked}")
