"""What a dossier pays, line by line, and how it was paid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import short_code
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults_payments import (
    ChargedBefore,
    FeeUnknown,
    NoSuchCharge,
    PaidBefore,
    ReasonMissing,
    TooLittle,
)
from ..models import Charge as ChargeRow
from ..models import Payment as PaymentRow
from ..models import Refund as RefundRow
from ..models import Settlement as SettlementRow
from ..records_payments import Charge, Circumstances, Payment, PayWay
from .fees import assess
from .finding import locked

CHARGED, PAID, VOIDED = "charge.made", "charge.paid_cash", "charge.voided"


@audit.verb
def charge(
    centre_id: int,
    dossier_id: int,
    seen: Circumstances,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Charge:
    """Ask for what a dossier pays, or note that it pays nothing and why.

    Raise FeeUnknown, or ChargedBefore when its fee was charged and no extras are asked for.
    """
    made = audit.replayed(CHARGED, key, centre_id=centre_id)
    if made is None:
        row = locked(centre_id, dossier_id)
        found = assess(centre_id, dossier_id, seen)
        if not found.lines:
            raise ChargedBefore(row.code)
        if found.vnd is None:
            raise FeeUnknown(row.code)
        made = new_charge(centre_id, row.pk, found.lines, by, at or now()).pk
        audit.record(CHARGED, made, by=by, key=key, at=at, centre_id=centre_id)
    return charge_of(centre_id, made)


def new_charge(
    centre_id: int,
    dossier_id: int | None,
    lines: Iterable[rules.FeeLine],
    by: Actor,
    at: datetime,
) -> ChargeRow:
    """Write a charge down; every line of it is known."""
    known = tuple(lines)
    return ChargeRow.objects.create(
        centre_id=centre_id,
        dossier_id=dossier_id,
        reference=short_code(rules.REFERENCE_LETTERS),
        lines=[[line.words, line.vnd or 0, line.why] for line in known],
        vnd=rules.total_vnd(known) or 0,
        charged_at=at,
        by_id=by.actor_id,
    )


@audit.verb
def pay_cash(
    centre_id: int,
    charge_id: int,
    received_vnd: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Charge:
    """Take cash over the counter: all of it, or what a transfer left open. The rest is change.

    Raise PaidBefore, TooLittle or NoSuchCharge.
    """
    if audit.replayed(PAID, key, centre_id=centre_id) is None:
        row, moment = held(centre_id, charge_id), at or now()
        rest = row.vnd - parts_of(centre_id, [row.pk]).get(row.pk, 0)
        if not row.vnd or row.payments.filter(undone_at=None).exists():
            raise PaidBefore(row.reference)
        if received_vnd < rest:
            raise TooLittle(row.reference)
        PaymentRow.objects.create(
            centre_id=centre_id,
            charge=row,
            way=PayWay.CASH,
            vnd=rest,
            paid_at=moment,
            taken_by_id=by.actor_id,
        )
        audit.record(PAID, charge_id, by=by, key=key, at=at, centre_id=centre_id)
    return charge_of(centre_id, charge_id)


@audit.verb
def void_charge(
    centre_id: int,
    charge_id: int,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Charge:
    """Withdraw a charge that was wrong. Raise PaidBefore, ReasonMissing or NoSuchCharge."""
    if audit.replayed(VOIDED, key, centre_id=centre_id) is None:
        row, reason = held(centre_id, charge_id), squeeze(nfc(why))
        if row.payments.filter(undone_at=None).exists() or parts_of(centre_id, [row.pk]):
            raise PaidBefore(row.reference)
        if not reason:
            raise ReasonMissing(row.reference)
        row.voided_at, row.voided_why = at or now(), reason
        row.save(update_fields=["voided_at", "voided_why"])
        audit.record(VOIDED, charge_id, by=by, key=key, at=at, centre_id=centre_id)
    return charge_of(centre_id, charge_id)


def charge_of(centre_id: int, charge_id: int) -> Charge:
    """Return a charge without its lines. Raise NoSuchCharge."""
    row = ChargeRow.objects.of(centre_id).filter(pk=charge_id).first()
    if row is None:
        raise NoSuchCharge(str(charge_id))
    return charges_in(centre_id, [row])[0]


def opened_charge(centre_id: int, charge_id: int, *, by: Actor) -> Charge:
    """Return a charge with its lines, which may say why somebody is spared. It is an event."""
    row = ChargeRow.objects.of(centre_id).filter(pk=charge_id, voided_at=None).first()
    if row is None:
        raise NoSuchCharge(str(charge_id))
    audit.note_read("charge.read", charge_id, by=by, centre_id=centre_id)
    return charges_in(centre_id, [row], lines=True)[0]


def charges_of(centre_id: int, dossier_id: int, *, by: Actor) -> list[Charge]:
    """Return a dossier's charges with their lines, the newest first. It is an event."""
    rows = ChargeRow.objects.of(centre_id).filter(dossier_id=dossier_id, voided_at=None)
    kept = list(rows.order_by("-pk"))
    if kept:
        audit.note_read("charges.read", dossier_id, by=by, centre_id=centre_id)
    return charges_in(centre_id, kept, lines=True)


def charges_told(centre_id: int, dossier_id: int) -> list[Charge]:
    """Return a dossier's charges without what says why, the newest first."""
    rows = ChargeRow.objects.of(centre_id).filter(dossier_id=dossier_id, voided_at=None)
    return charges_in(centre_id, list(rows.order_by("-pk")))


def charges_named(centre_id: int, charge_ids: Iterable[int]) -> dict[int, Charge]:
    """Return charges by id, without their lines."""
    rows = ChargeRow.objects.of(centre_id).filter(pk__in=list(charge_ids))
    return {one.id: one for one in charges_in(centre_id, list(rows))}


def charges_in(centre_id: int, rows: list[ChargeRow], *, lines: bool = False) -> list[Charge]:
    """Return rows as others may see them, their payments and parts in three queries."""
    paid = PaymentRow.objects.of(centre_id).filter(charge__in=rows, undone_at=None)
    known = {one.charge_id: _payment(one) for one in paid.select_related("statement_line")}
    parts = parts_of(centre_id, [row.pk for row in rows])
    asked = RefundRow.objects.of(centre_id).filter(
        payment__charge__in=rows, agreed_at=None, dropped_at=None
    )
    going_back = set(asked.values_list("payment__charge_id", flat=True))
    return [
        Charge(
            id=row.pk,
            centre_id=row.centre_id,
            reference=row.reference,
            dossier_id=row.dossier_id,
            vnd=row.vnd,
            charged_at=row.charged_at,
            by_id=row.by_id,
            payment=known.get(row.pk),
            voided_at=row.voided_at,
            lines=tuple(rules.FeeLine(*line) for line in row.lines) if lines else (),
            part_vnd=parts.get(row.pk, 0),
            going_back=row.pk in going_back,
        )
        for row in rows
    ]


def parts_of(centre_id: int, charge_ids: Iterable[int]) -> dict[int, int]:
    """Return charge -> đồng that came by transfer and were too little."""
    rows = SettlementRow.objects.of(centre_id).filter(
        charge_id__in=list(charge_ids), settling=rules.Settling.PART, undone_at=None
    )
    found: dict[int, int] = {}
    for charge_id, vnd in rows.values_list("charge_id", "line__vnd"):
        found[charge_id or 0] = found.get(charge_id or 0, 0) + vnd
    return found


def _payment(row: PaymentRow) -> Payment:
    line = row.statement_line
    booked_on = line.booked_on if line else None
    return Payment(PayWay(row.way), row.vnd, row.paid_at, row.taken_by_id, booked_on)


def held(centre_id: int, charge_id: int) -> ChargeRow:
    """Return a charge that holds, kept from others until the verb is whole."""
    rows = ChargeRow.objects.of(centre_id).filter(pk=charge_id, voided_at=None)
    row = rows.select_for_update().first()
    if row is None:
        raise NoSuchCharge(str(charge_id))
    return row


def transfer_content(made: Charge) -> str:
    """Return what stands in the content of a transfer, so that the account's record names it."""
    return f"{rules.REFERENCE_MARK}{made.reference}"


def transfer_text(made: Charge, bank: str, account: str) -> str:
    """Return the VietQR of what is still to come. Raise ValueError as `rules.vietqr_text`."""
    return rules.vietqr_text(bank, account, made.rest_vnd, transfer_content(made))
