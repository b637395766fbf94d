"""Lines of the account's record that fit nothing exactly: a person looks, and says why."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key, tidy_code
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults_payments import NoSuchCharge, NoSuchLine, PaidBefore, ReasonMissing
from ..models import Charge as ChargeRow
from ..models import Payment as PaymentRow
from ..models import Refund as RefundRow
from ..models import Settlement as SettlementRow
from ..models import StatementLine as LineRow
from ..records_money import AccountDay, Unsettled
from ..records_payments import PayWay
from ..rules import Settling
from .payments import held, parts_of
from .refunds import ask

if TYPE_CHECKING:
    from django.db.models import QuerySet

SETTLED = "statement_line.settled"
ROWS_MAX = 200


@audit.verb
def link_line(
    centre_id: int,
    line_id: int,
    reference: str,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Settling:
    """Say which charge a line pays: whole, in part, or with more that is then to go back.

    Raise NoSuchLine, NoSuchCharge, PaidBefore or ReasonMissing.
    """
    made = audit.replayed(SETTLED, key, centre_id=centre_id)
    if made is not None:
        return Settling(SettlementRow.objects.of(centre_id).get(pk=made).settling)
    line, moment, reason = _open_line(centre_id, line_id), at or now(), squeeze(nfc(why))
    charge = _charge(centre_id, reference)
    if not reason:
        raise ReasonMissing(str(line_id))
    rest = charge.vnd - parts_of(centre_id, [charge.pk]).get(charge.pk, 0)
    settling = rules.settling_of(line.vnd, rest)
    if settling is not Settling.PART:
        _pay(line, charge, rest, by, moment)
    if settling is Settling.OVER:
        back = derived_key(key, "over")
        ask(None, line, line.vnd - rest, reason, by=by, key=back, at=moment)
    _keep(line, charge, settling, reason, by=by, key=key, at=moment)
    return settling


@audit.verb
def return_line(
    centre_id: int,
    line_id: int,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Ask that all of a line goes back; a part of a charge, too. Raise as `link_line`."""
    if audit.replayed(SETTLED, key, centre_id=centre_id) is None:
        line, moment, reason = _line_to_return(centre_id, line_id), at or now(), squeeze(nfc(why))
        if not reason:
            raise ReasonMissing(str(line_id))
        line.settlements.filter(undone_at=None).update(undone_at=moment)
        back = derived_key(key, "return")
        ask(None, line, line.vnd, reason, by=by, key=back, at=moment)
        _keep(line, line.charge, Settling.RETURNED, reason, by=by, key=key, at=moment)


@audit.verb
def leave_line(
    centre_id: int,
    line_id: int,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Say that a line is no fee of ours: accounting sees to it. Raise as `link_line`."""
    if audit.replayed(SETTLED, key, centre_id=centre_id) is None:
        line, moment, reason = _open_line(centre_id, line_id), at or now(), squeeze(nfc(why))
        if not reason:
            raise ReasonMissing(str(line_id))
        _keep(line, None, Settling.ELSEWHERE, reason, by=by, key=key, at=moment)


def unsettled(centre_id: int) -> tuple[Unsettled, ...]:
    """Return every line that nobody has looked at, the oldest first, whatever its day."""
    rows = LineRow.objects.of(centre_id).exclude(booking=rules.Booking.PAID)
    settled = SettlementRow.objects.of(centre_id).filter(undone_at=None)
    rows = rows.exclude(pk__in=settled.values("line_id")).select_related("charge")
    found = list(rows.order_by("booked_on", "pk")[:ROWS_MAX])
    parts = parts_of(centre_id, [row.charge_id for row in found if row.charge_id])
    return tuple(_unsettled(row, parts) for row in found)


def open_parts(centre_id: int) -> tuple[Unsettled, ...]:
    """Return lines that were too little, of charges that still wait for the rest."""
    parts = SettlementRow.objects.of(centre_id).filter(settling=Settling.PART, undone_at=None)
    waiting = parts.exclude(
        charge__payments__in=PaymentRow.objects.of(centre_id).filter(undone_at=None)
    )
    rows = [one.line for one in waiting.select_related("line__charge", "charge").order_by("pk")]
    owed = parts_of(centre_id, [one.charge_id for one in waiting if one.charge_id])
    return tuple(_unsettled(row, owed) for row in rows)


def _unsettled(row: LineRow, parts: dict[int, int]) -> Unsettled:
    charge = row.charge
    owed = charge.vnd - parts.get(charge.pk, 0) if charge else None
    reference = charge.reference if charge else ""
    return Unsettled(row.pk, row.booked_on, row.vnd, row.bank_number, row.booking, reference, owed)


def account_day(centre_id: int, on: date) -> AccountDay:
    """Return what the account's record says of a day, every đồng of it accounted for."""
    rows = LineRow.objects.of(centre_id).filter(booked_on=on)
    settled = SettlementRow.objects.of(centre_id).filter(line__in=rows, undone_at=None)
    said = {one.line_id: Settling(one.settling) for one in settled}
    over = _going_back(centre_id, rows)
    sums = {"matched": 0, "elsewhere": 0, "returning": 0, "open": 0}
    for row in rows:
        back = min(over.get(row.pk, 0), row.vnd)
        sums["returning"] += back
        sums[_where(row, said.get(row.pk))] += row.vnd - back
    return AccountDay(sums["matched"], sums["elsewhere"], sums["returning"], sums["open"])


def _going_back(centre_id: int, rows: QuerySet[LineRow]) -> dict[int, int]:
    """Return line -> đồng of it that go back, or are to: of the line or of the payment it made."""
    refunds = RefundRow.objects.of(centre_id).filter(dropped_at=None)
    of_lines = refunds.filter(line__in=rows).values_list("line_id", "vnd")
    of_payments = refunds.filter(payment__statement_line__in=rows)
    found: dict[int, int] = {}
    for line_id, vnd in (*of_lines, *of_payments.values_list("payment__statement_line_id", "vnd")):
        found[line_id or 0] = found.get(line_id or 0, 0) + vnd
    return found


def _where(row: LineRow, settling: Settling | None) -> str:
    if row.booking == rules.Booking.PAID or settling in (
        Settling.PAID, Settling.PART, Settling.OVER,
    ):  # fmt: skip
        return "matched"
    return "elsewhere" if settling is Settling.ELSEWHERE else "open"


def _open_line(centre_id: int, line_id: int) -> LineRow:
    """Return a line that nobody settled, kept from others. Raise NoSuchLine."""
    row = _held_line(centre_id, line_id)
    if row.settlements.filter(undone_at=None).exists():
        raise NoSuchLine(str(line_id))
    return row


def _line_to_return(centre_id: int, line_id: int) -> LineRow:
    """Return a line nobody settled, or a part of an open charge. Raise NoSuchLine, PaidBefore."""
    row = _held_line(centre_id, line_id)
    settled = row.settlements.filter(undone_at=None).select_related("charge").first()
    if settled is None:
        return row
    if settled.settling != Settling.PART or settled.charge is None:
        raise NoSuchLine(str(line_id))
    if settled.charge.payments.filter(undone_at=None).exists():
        raise PaidBefore(settled.charge.reference)
    return row


def _held_line(centre_id: int, line_id: int) -> LineRow:
    rows = LineRow.objects.of(centre_id).filter(pk=line_id).exclude(booking=rules.Booking.PAID)
    row = rows.select_for_update().first()
    if row is None:
        raise NoSuchLine(str(line_id))
    return row


def _charge(centre_id: int, reference: str) -> ChargeRow:
    """Return an open charge by its reference as typed. Raise NoSuchCharge or PaidBefore."""
    code = tidy_code(reference).removeprefix(rules.REFERENCE_MARK)
    rows = ChargeRow.objects.of(centre_id).filter(reference=code[-rules.REFERENCE_LETTERS :])
    found = rows.first()
    if found is None:
        raise NoSuchCharge(reference)
    row = held(centre_id, found.pk)
    if not row.vnd or row.payments.filter(undone_at=None).exists():
        raise PaidBefore(row.reference)
    return row


def _pay(line: LineRow, charge: ChargeRow, vnd: int, by: Actor, at: datetime) -> None:
    PaymentRow.objects.create(
        centre_id=line.centre_id,
        charge=charge,
        way=PayWay.TRANSFER,
        vnd=vnd,
        paid_at=at,
        taken_by_id=by.actor_id,
        statement_line=line,
    )


def _keep(
    line: LineRow,
    charge: ChargeRow | None,
    settling: Settling,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime,
) -> None:
    row = SettlementRow.objects.create(
        centre_id=line.centre_id,
        line=line,
        charge=charge,
        settling=settling,
        why=squeeze(nfc(reason)),
        settled_at=at,
        by_id=by.actor_id,
    )
    audit.record(SETTLED, row.pk, by=by, key=key, at=at, centre_id=line.centre_id)
