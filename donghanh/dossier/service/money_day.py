"""The day's list of money: what came, what went back, what is still to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from donghanh.base.clock import day_bounds

from ..models import CashCount as CountRow
from ..models import CashHanding as HandingRow
from ..models import Charge as ChargeRow
from ..models import Payment as PaymentRow
from ..models import Settlement as SettlementRow
from ..records_money import CashCounted, CashHanded, DayLine, MoneyDay
from ..records_payments import PayWay
from ..rules import Settling
from .payments import charges_in
from .refunds import refunds_asked, refunds_of_day
from .settling import account_day, open_parts, unsettled

WAITING_MAX = 200


def money_day(centre_id: int, on: date) -> MoneyDay:
    """Return a day's money, and what waits for somebody whatever its day."""
    start, end = day_bounds(on)
    charged = ChargeRow.objects.of(centre_id).filter(charged_at__gte=start, charged_at__lt=end)
    open_rows = ChargeRow.objects.of(centre_id).filter(voided_at=None, vnd__gt=0)
    paid = PaymentRow.objects.of(centre_id).filter(undone_at=None).values("charge_id")
    waiting = list(open_rows.exclude(pk__in=paid).order_by("-pk")[:WAITING_MAX])
    return MoneyDay(
        on=on,
        lines=tuple(sorted(lines_between(centre_id, start, end), key=lambda line: line.at)),
        spared=charged.filter(voided_at=None, vnd=0).count(),
        waiting=tuple(charges_in(centre_id, waiting)),
        unsettled=unsettled(centre_id),
        parts=open_parts(centre_id),
        asked=refunds_asked(centre_id),
        returned=refunds_of_day(centre_id, on),
        handed=tuple(handed_between(centre_id, start, end)),
        count=counted(centre_id, on),
        carried_vnd=carried_vnd(centre_id, on),
        account=account_day(centre_id, on),
    )


def lines_between(centre_id: int, start: datetime, end: datetime) -> Iterator[DayLine]:
    """Yield what came and what went back from an instant to another, the last not counted."""
    rows = PaymentRow.objects.of(centre_id).select_related("charge")
    for row in rows.filter(paid_at__gte=start, paid_at__lt=end):
        yield _line(row.charge, row.paid_at, PayWay(row.way), row.vnd, row.taken_by_id)
    for row in rows.filter(undone_at__gte=start, undone_at__lt=end):
        at = row.undone_at or row.paid_at
        yield _line(row.charge, at, PayWay(row.way), -row.vnd, row.taken_by_id)
    parts = SettlementRow.objects.of(centre_id).filter(settling=Settling.PART)
    for one in parts.filter(settled_at__gte=start, settled_at__lt=end).select_related(
        "charge", "line"
    ):
        yield _line(one.charge, one.settled_at, PayWay.TRANSFER, one.line.vnd, one.by_id, part=True)
    for one in parts.filter(undone_at__gte=start, undone_at__lt=end).select_related(
        "charge", "line"
    ):
        at = one.undone_at or one.settled_at
        yield _line(one.charge, at, PayWay.TRANSFER, -one.line.vnd, one.by_id, part=True)


def _line(
    charge: ChargeRow | None, at: datetime, way: PayWay, vnd: int, by_id: int, *, part: bool = False
) -> DayLine:
    assert charge is not None, "money of the list is for a charge"
    return DayLine(at, charge.reference, charge.dossier_id, way, vnd, by_id, part)


def handed_between(centre_id: int, start: datetime, end: datetime) -> Iterator[CashHanded]:
    """Yield what went to the treasurer, what was a slip of the pen left out."""
    rows = HandingRow.objects.of(centre_id).filter(handed_at__gte=start, handed_at__lt=end)
    for row in rows.filter(undone_at=None).order_by("pk"):
        yield CashHanded(row.pk, row.vnd, row.to_whom, row.slip_number, row.handed_at, row.by_id)


def counted(centre_id: int, on: date) -> CashCounted | None:
    """Return the newest count of a day, None before the first."""
    row = CountRow.objects.of(centre_id).filter(day=on).order_by("-pk").first()
    return _counted(row) if row else None


def _counted(row: CountRow) -> CashCounted:
    return CashCounted(
        row.carried_vnd,
        row.opening_vnd,
        row.expected_vnd,
        row.counted_vnd,
        row.reason,
        row.counted_at,
        row.by_id,
    )


def carried_vnd(centre_id: int, on: date) -> int | None:
    """Return what should lie in the box as a day begins, None before the first count.

    It is what the newest count before found, and what came, went back or was handed on since.
    """
    start, _ = day_bounds(on)
    rows = CountRow.objects.of(centre_id).filter(day__lt=on)
    last = rows.order_by("-day", "-pk").first()
    if last is None:
        return None
    cash = lines_between(centre_id, last.counted_at, start)
    came = sum(one.vnd for one in cash if one.way is PayWay.CASH and one.at > last.counted_at)
    gone = handed_between(centre_id, last.counted_at, start)
    return last.counted_vnd + came - sum(o.vnd for o in gone if o.handed_at > last.counted_at)
