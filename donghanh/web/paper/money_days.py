"""What the print of a day's money says: every đồng of box and account, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from donghanh.accounts import service as accounts
from donghanh.base.clock import now
from donghanh.base.money import dong
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier

from . import slips

money = dossier.money
WAYS = {money.PayWay.CASH: "tiền mặt", money.PayWay.TRANSFER: "chuyển khoản"}


def sheet_of(centre: CentreRecord, on: date) -> documents.MoneyDaySheet:
    """Return the sheet of a day."""
    found = money.money_day(centre.id, on)
    names = {one.id: one.name for one in accounts.all_staff(centre.id)}
    return documents.MoneyDaySheet(
        centre_name=centre.name,
        commune=slips.commune_words(centre),
        on=on,
        lines=tuple(_line(one, names) for one in found.lines),
        sums=(
            ("Cộng tiền mặt", found.cash_vnd),
            ("Cộng chuyển khoản, theo sao kê", found.transfer_vnd),
        ),
        box=tuple(_box(found)),
        counted=tuple(_counted(found)),
        account=tuple(_account(found.account)),
        notes=tuple(_notes(found, names)),
        made_at=now(),
    )


def _line(one: dossier.money.DayLine, names: dict[int, str]) -> documents.MoneyLine:
    words = WAYS[one.way]
    words = f"{words}, một phần" if one.part else words
    words = f"hoàn trả {words}" if one.vnd < 0 else words
    return documents.MoneyLine(one.at, one.reference, words, names.get(one.by_id, ""), one.vnd)


def _box(found: dossier.money.MoneyDay) -> Iterator[tuple[str, int]]:
    box = found.box
    yield "Đầu ngày", box.opening_vnd
    yield "Thu thêm", box.taken_vnd
    if box.returned_vnd:
        yield "Hoàn trả", -box.returned_vnd
    if box.handed_vnd:
        yield "Nộp thủ quỹ", -box.handed_vnd
    yield "Phải có lúc in", box.expected_vnd


def _counted(found: dossier.money.MoneyDay) -> Iterator[tuple[str, int]]:
    count, left = found.count, found.left_vnd
    if count is None or left is None:
        return
    yield "Phải có lúc đếm", count.expected_vnd
    yield "Đếm được", count.counted_vnd
    yield "Thiếu" if count.difference_vnd < 0 else "Thừa", count.off_vnd
    yield "Còn trong hộp lúc in", left


def _account(account: dossier.money.AccountDay) -> Iterator[tuple[str, int]]:
    rows = (
        ("Vào tài khoản", account.booked_vnd),
        ("Đã nộp cho khoản thu", account.matched_vnd),
        ("Hoàn trả", account.returning_vnd),
        ("Giao kế toán", account.elsewhere_vnd),
        ("Chưa xử lý", account.open_vnd),
    )
    yield from (row for row in rows if row[1])


def _notes(found: dossier.money.MoneyDay, names: dict[int, str]) -> Iterator[str]:
    yield from _of_the_count(found)
    for hand in found.handed:
        slip = f", phiếu {hand.slip_number}" if hand.slip_number else ""
        yield f"Nộp thủ quỹ {dong(hand.vnd)}: {hand.to_whom} nhận{slip}."
    for one in found.returned:
        second = names.get(one.agreed_by_id or 0, "")
        order = f", ủy nhiệm chi {one.order_number}" if one.order_number else ""
        yield f"Hoàn trả {dong(one.vnd)} {WAYS[one.way]}{order}, {second} đồng ý."
    counts = (
        (len(found.asked), "khoản hoàn trả còn chờ người thứ hai"),
        (len(found.unsettled), "khoản tài khoản nhận mà chưa xử lý"),
        (found.spared, "khoản được miễn"),
    )
    yield from (f"{count} {words}." for count, words in counts if count)


def _of_the_count(found: dossier.money.MoneyDay) -> Iterator[str]:
    count = found.count
    if count is None:
        yield "Hộp tiền chưa đếm."
        return
    if count.carried_vnd not in (None, count.opening_vnd):
        yield f"Lần đếm trước để lại {dong(count.carried_vnd or 0)}, đầu ngày ghi khác."
    if count.reason:
        yield f"Lý do lệch: {count.reason}."
    if found.moved_since:
        yield "Sau khi đếm còn thu hoặc hoàn trả, cần đếm lại."
