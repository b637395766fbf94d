"""Money that goes back: at once when a press was a slip, else one asks and another one agrees."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from ..faults import UNDO_SECONDS
from ..faults_payments import (
    NoSuchCharge,
    NoSuchRefund,
    OrderMissing,
    ReasonMissing,
    RefundAsked,
    SamePerson,
)
from ..models import Payment as PaymentRow
from ..models import Refund as RefundRow
from ..models import Settlement as SettlementRow
from ..models import StatementLine as LineRow
from ..records_money import Refund
from ..records_payments import Charge, PayWay
from ..rules import Settling
from .payments import charge_of, held

if TYPE_CHECKING:
    from django.db.models import QuerySet

UNDONE, ASKED, AGREED, DROPPED = (
    "payment.undone",
    "refund.asked",
    "refund.agreed",
    "refund.dropped",
)
ORDER_LETTERS_MAX = 60


@audit.verb
def give_back(
    centre_id: int,
    charge_id: int,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Charge:
    """Give a payment back, with a reason; the charge is then open again.

    Cash that was taken by a slip of the finger, within the minute and by the same person, goes back
    at once; anything else waits for a second person. Raise ReasonMissing, RefundAsked, or
    NoSuchCharge when it is not paid.
    """
    asking = derived_key(key, "ask")
    done = (audit.replayed(*one, centre_id=centre_id) for one in ((UNDONE, key), (ASKED, asking)))
    if any(one is not None for one in done):
        return charge_of(centre_id, charge_id)
    row, reason, moment = held(centre_id, charge_id), squeeze(nfc(why)), at or now()
    paid = row.payments.filter(undone_at=None).first()
    if paid is None:
        raise NoSuchCharge(row.reference)
    if not reason:
        raise ReasonMissing(row.reference)
    if _slip(paid, by, moment):
        _undo(paid, reason, moment)
        audit.record(UNDONE, charge_id, by=by, key=key, at=at, centre_id=centre_id)
    else:
        ask(paid, None, paid.vnd, reason, by=by, key=asking, at=moment)
    return charge_of(centre_id, charge_id)


def _slip(paid: PaymentRow, by: Actor, moment: datetime) -> bool:
    fresh = moment - paid.paid_at <= timedelta(seconds=UNDO_SECONDS)
    return fresh and paid.way == PayWay.CASH and paid.taken_by_id == by.actor_id


def _undo(paid: PaymentRow, reason: str, moment: datetime) -> None:
    paid.undone_at, paid.undone_why = moment, reason
    paid.save(update_fields=["undone_at", "undone_why"])


def ask(
    paid: PaymentRow | None,
    line: LineRow | None,
    vnd: int,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime,
) -> None:
    """Note that money is to go back; a replay does nothing. Raise RefundAsked."""
    source = paid or line
    assert source is not None, "of a payment or of a line"
    if audit.replayed(ASKED, key, centre_id=source.centre_id) is not None:
        return
    if source.refunds.filter(dropped_at=None).exists():
        raise RefundAsked(str(source.pk))
    row = RefundRow.objects.create(
        centre_id=source.centre_id,
        payment=paid,
        line=line,
        vnd=vnd,
        why=reason,
        asked_at=at,
        asked_by_id=by.actor_id,
    )
    audit.record(ASKED, row.pk, by=by, key=key, at=at, centre_id=source.centre_id)


@audit.verb
def agree_refund(
    centre_id: int,
    refund_id: int,
    order_number: str = "",
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Refund:
    """A second person saw the reason and the money went back; a payment is open again.

    Raise NoSuchRefund, SamePerson, or OrderMissing where it went by transfer.
    """
    if audit.replayed(AGREED, key, centre_id=centre_id) is None:
        row, moment, order = _asked(centre_id, refund_id), at or now(), squeeze(nfc(order_number))
        if row.asked_by_id == by.actor_id:
            raise SamePerson(str(refund_id))
        if _way(row) is PayWay.TRANSFER and not order:
            raise OrderMissing(str(refund_id))
        row.agreed_at, row.agreed_by_id = moment, by.actor_id
        row.order_number = order[:ORDER_LETTERS_MAX]
        row.save(update_fields=["agreed_at", "agreed_by_id", "order_number"])
        if row.payment is not None:
            _undo(row.payment, row.why, moment)
        audit.record(AGREED, refund_id, by=by, key=key, at=at, centre_id=centre_id)
    return _record(_rows(centre_id).get(pk=refund_id))


@audit.verb
def drop_refund(
    centre_id: int, refund_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """No money goes back after all; a line of the statement is to be settled anew.

    Raise NoSuchRefund.
    """
    if audit.replayed(DROPPED, key, centre_id=centre_id) is None:
        row, moment = _asked(centre_id, refund_id), at or now()
        row.dropped_at = moment
        row.save(update_fields=["dropped_at"])
        whole = SettlementRow.objects.of(centre_id).filter(line=row.line, undone_at=None)
        whole.filter(settling=Settling.RETURNED, line__isnull=False).update(undone_at=moment)
        audit.record(DROPPED, refund_id, by=by, key=key, at=at, centre_id=centre_id)


def refunds_asked(centre_id: int) -> tuple[Refund, ...]:
    """Return what waits for a second person, the oldest first."""
    rows = _rows(centre_id).filter(agreed_at=None, dropped_at=None)
    return tuple(_record(row) for row in rows.order_by("pk"))


def refunds_of_day(centre_id: int, on: date) -> tuple[Refund, ...]:
    """Return what went back on a day."""
    start, end = day_bounds(on)
    rows = _rows(centre_id).filter(agreed_at__gte=start, agreed_at__lt=end)
    return tuple(_record(row) for row in rows.order_by("pk"))


def _rows(centre_id: int) -> QuerySet[RefundRow]:
    return RefundRow.objects.of(centre_id).select_related("payment__charge", "line__charge")


def _asked(centre_id: int, refund_id: int) -> RefundRow:
    rows = RefundRow.objects.of(centre_id).filter(pk=refund_id, agreed_at=None, dropped_at=None)
    row = rows.select_for_update().first()
    if row is None:
        raise NoSuchRefund(str(refund_id))
    return row


def _way(row: RefundRow) -> PayWay:
    return PayWay(row.payment.way) if row.payment else PayWay.TRANSFER


def _record(row: RefundRow) -> Refund:
    charge = row.payment.charge if row.payment else row.line.charge if row.line else None
    return Refund(
        id=row.pk,
        way=_way(row),
        vnd=row.vnd,
        reference=charge.reference if charge else "",
        dossier_id=charge.dossier_id if charge else None,
        why=row.why,
        asked_at=row.asked_at,
        asked_by_id=row.asked_by_id,
        agreed_at=row.agreed_at,
        agreed_by_id=row.agreed_by_id,
        order_number=row.order_number,
    )
