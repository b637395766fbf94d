"""The day's money: a list that balances, the box, and the account's own record from a file."""

from __future__ import annotations

from pathlib import PurePath
from uuid import uuid4

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
FILE_BYTES_MAX = 5 * 1024 * 1024  # a year of a commune's fee account is a tenth of it
BOOKINGS = {
    money.Booking.WRONG_AMOUNT: "số tiền lệch, hoặc có hai mã",
    money.Booking.PAID_BEFORE: "khoản này đã nộp rồi",
    money.Booking.NOT_OURS: "không có mã khoản thu",
}


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
        "rows": [(one, names.get(one.taken_by_id, "")) for one in found.lines],
        "unsettled": [(one, BOOKINGS[money.Booking(one.booking)]) for one in found.unsettled],
        "counted_by": names.get(found.count.by_id, "") if found.count else "",
        "last_statement": money.last_statement(counter.centre_id),
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
    try:
        money.count_cash(
            counter.centre_id, on, opening, counted, words_of(request.POST, "reason"),
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except money.ReasonMissing as fault:
        return show_day(request, number, fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/money/?day={on.isoformat()}")


@screen(Right.SERVE)
@press(BACK)
def statements(request: HttpRequest, number: int) -> HttpResponse:
    """Read the account's statement; the file is gone when it was read."""
    counter, sent = counter_of(request, number), request.FILES.get("file")
    suffix = PurePath(sent.name or "").suffix.lower() if sent else ""
    if sent is None or suffix not in dossier.SUFFIXES or (sent.size or 0) > FILE_BYTES_MAX:
        return show_day(request, number, money.StatementUnreadable())
    path = dossier.register_path(counter.centre_id, f"{uuid4()}{suffix}")
    try:
        path.write_bytes(sent.read())
        by, key = staff_of(request), key_of(request)
        money.take_in_statement(counter.centre_id, path, by=by, key=key)
    except (money.StatementUnreadable, dossier.UnreadableRegister) as fault:
        return show_day(request, number, fault)
    finally:
        path.unlink(missing_ok=True)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/money/")
