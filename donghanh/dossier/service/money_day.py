"""The day's list of money, and the cash box that must agree with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults_payments import ReasonMissing
from ..models import CashCount as CountRow
from ..models import Charge as ChargeRow
from ..models import Payment as PaymentRow
from ..models import StatementLine as LineRow
from ..records_payments import CashCounted, DayLine, MoneyDay, PayWay, Unsettled
from .payments import charges_in

COUNTED = "cash.counted"
WAITING_MAX = 200


def money_day(centre_id: int, on: date) -> MoneyDay:
    """Return a day's payments, what is still open, what the account cannot place, and the box."""
    start, end = day_bounds(on)
    charged = ChargeRow.objects.of(centre_id).filter(charged_at__gte=start, charged_at__lt=end)
    open_rows = ChargeRow.objects.of(centre_id).filter(voided_at=None, vnd__gt=0)
    paid = PaymentRow.objects.of(centre_id).filter(undone_at=None).values("charge_id")
    waiting = list(open_rows.exclude(pk__in=paid).order_by("-pk")[:WAITING_MAX])
    lines = sorted(_lines(centre_id, start, end), key=lambda line: line.at)
    return MoneyDay(
        on=on,
        lines=tuple(lines),
        spared=charged.filter(voided_at=None, vnd=0).count(),
        waiting=tuple(charges_in(centre_id, waiting)),
        unsettled=tuple(_unsettled(centre_id, on)),
        count=_counted(centre_id, on),
    )


def _lines(centre_id: int, start: datetime, end: datetime) -> Iterator[DayLine]:
    rows = PaymentRow.objects.of(centre_id).select_related("charge")
    for row in rows.filter(paid_at__gte=start, paid_at__lt=end):
        yield _line(row, row.paid_at, row.vnd)
    for row in rows.filter(undone_at__gte=start, undone_at__lt=end):
        yield _line(row, row.undone_at or row.paid_at, -row.vnd)


def _line(row: PaymentRow, at: datetime, vnd: int) -> DayLine:
    charge = row.charge
    return DayLine(at, charge.reference, charge.dossier_id, PayWay(row.way), vnd, row.taken_by_id)


def _unsettled(centre_id: int, on: date) -> Iterator[Unsettled]:
    rows = LineRow.objects.of(centre_id).filter(booked_on=on).exclude(booking=rules.Booking.PAID)
    for row in rows.select_related("charge").order_by("pk"):
        reference = row.charge.reference if row.charge else ""
        yield Unsettled(row.booked_on, row.vnd, row.bank_number, row.booking, reference)


def _counted(centre_id: int, on: date) -> CashCounted | None:
    row = CountRow.objects.of(centre_id).filter(day=on).order_by("-pk").first()
    if row is None:
        return None
    return CashCounted(row.opening_vnd, row.counted_vnd, row.reason, row.counted_at, row.by_id)


@audit.verb
def count_cash(
    centre_id: int,
    on: date,
    opening_vnd: int,
    counted_vnd: int,
    reason: str = "",
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> MoneyDay:
    """Note what lies in the box. Raise ReasonMissing where it differs without a word why."""
    if audit.replayed(COUNTED, key, centre_id=centre_id) is None:
        taken, words = money_day(centre_id, on).cash_vnd, squeeze(nfc(reason))
        box = rules.CashBox(opening_vnd, taken, counted_vnd)
        if box.difference_vnd and not words:
            raise ReasonMissing(str(on))
        row = CountRow.objects.create(
            centre_id=centre_id,
            day=on,
            opening_vnd=opening_vnd,
            expected_vnd=box.expected_vnd,
            counted_vnd=counted_vnd,
            reason=words,
            counted_at=at or now(),
            by_id=by.actor_id,
        )
        audit.record(COUNTED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return money_day(centre_id, on)
