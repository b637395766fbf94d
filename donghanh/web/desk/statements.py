"""The account's own record from a bank's file: columns chosen, looked at, then taken in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.centre import service as centres
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press

money = dossier.money
BACK = "desk/{number}/money/statements/"
FILE_BYTES_MAX = 5 * 1024 * 1024  # a year of a commune's fee account is a tenth of it
WOULD = {
    money.Booking.PAID: "khớp mã và số tiền: tính là đã nộp",
    money.Booking.WRONG_AMOUNT: "có mã nhưng lệch tiền: cán bộ xử lý",
    money.Booking.PAID_BEFORE: "có mã nhưng khoản đã nộp: cán bộ xử lý",
    money.Booking.WITHDRAWN: "có mã nhưng khoản đã hủy: cán bộ xử lý",
    money.Booking.NOT_OURS: "không có mã khoản thu: cán bộ xử lý",
    money.SEEN_BEFORE: "đã đọc lần trước: bỏ qua",
}
UNREADABLE = (money.StatementUnreadable, dossier.UnreadableRegister)


@screen(Right.SERVE)
@never_cache
def statements(request: HttpRequest, number: int) -> HttpResponse:
    """Ask for a file; with one that was just sent, show what it says. A POST sends the file."""
    if request.method != "POST":
        return _show(request, number)
    if not _account(centre_of(request).id):
        return _show(request, number, money.NoFeeAccount())
    sent = request.FILES.get("file")
    suffix = PurePath(sent.name or "").suffix.lower() if sent else ""
    if sent is None or suffix not in dossier.SUFFIXES or not 0 < (sent.size or 0) <= FILE_BYTES_MAX:
        return _show(request, number, money.StatementUnreadable())
    name = f"{uuid4()}{suffix}"
    path = dossier.register_path(centre_of(request).id, name)
    path.write_bytes(sent.read())
    try:
        money.look_at_statement(centre_of(request).id, path)
    except UNREADABLE as fault:
        path.unlink(missing_ok=True)
        return _show(request, number, fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/money/statements/?file={name}")


def _show(request: HttpRequest, number: int, fault: Fact | None = None) -> HttpResponse:
    counter, typed = counter_of(request, number), request.POST or request.GET
    path = _kept(counter.centre_id, typed.get("file", ""))
    look = None
    if path is not None:
        try:
            account = _account(counter.centre_id)
            look = money.look_at_statement(counter.centre_id, path, _chosen(typed), account=account)
        except UNREADABLE as unreadable:
            fault = unreadable
    columns = look.columns if look else {}
    shown = {
        "counter": counter,
        "file": path.name if path else "",
        "gone": bool(typed.get("file")) and path is None and not fault,
        "look": look,
        "fields": [(f, words, columns.get(f)) for f, (words, _) in money.STATEMENT_FIELDS.items()],
        "would": [(words, look.would[one]) for one, words in WOULD.items() if one in look.would]
        if look
        else [],
        "account": _account(counter.centre_id),
        "last": money.last_statement(counter.centre_id),
        "fault": fault,
    }
    return render(request, "desk/statements.html", shown, status=422 if fault else 200)


def _chosen(typed: Mapping[str, str]) -> dict[str, str] | None:
    """Return the columns as chosen on the page, None before anybody chose."""
    named = {field: typed.get(f"column-{field}", "") for field in money.STATEMENT_FIELDS}
    return {field: one for field, one in named.items() if one} or None


def _kept(centre_id: int, name: str) -> Path | None:
    """Return the path of a file that was sent here, None when there is none any more."""
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    try:
        path = dossier.register_path(centre_id, f"{UUID(stem)}{suffix}")
    except ValueError:
        return None
    return path if suffix in dossier.SUFFIXES and path.exists() else None


def _account(centre_id: int) -> str:
    found = centres.fee_account(centre_id)
    return found.number if found else ""


@screen(Right.SERVE)
@press(BACK)
def taking(request: HttpRequest, number: int) -> HttpResponse:
    """Take the file in; it is gone when it was read."""
    ours = counter_of(request, number).centre_id
    path, by, key = _kept(ours, request.POST.get("file", "")), staff_of(request), key_of(request)
    if not _account(ours):
        return _show(request, number, money.NoFeeAccount())
    if path is None:  # a second press: the first one took it in
        return redirect(f"/{centre_of(request).slug}/desk/{number}/money/statements/")
    try:
        money.take_in_statement(
            ours, path, _chosen(request.POST), account=_account(ours), by=by, key=key
        )
    except (money.ColumnMissing, money.OtherAccount, *UNREADABLE) as fault:
        return _show(request, number, fault)
    path.unlink(missing_ok=True)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/money/statements/#last")
