"""The cash box: counted at the end of a day, emptied into the treasurer's hands."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults_payments import HandingIncomplete, MoreThanBox, NoSuchHanding, ReasonMissing
from ..models import CashCount as CountRow
from ..models import CashHanding as HandingRow
from ..records_money import MoneyDay
from .money_day import money_day

COUNTED, HANDED, TAKEN_BACK = "cash.counted", "cash.handed_on", "cash.handing_undone"
NAME_LETTERS_MAX, SLIP_LETTERS_MAX = 120, 40


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
    """Note what lies in the box. Raise ReasonMissing where it differs without a word why.

    The day begins with what the count before had left; another opening wants a reason, too.
    """
    if audit.replayed(COUNTED, key, centre_id=centre_id) is None:
        day, words = money_day(centre_id, on), squeeze(nfc(reason))
        cash = day.cash_vnd
        box = rules.CashBox(opening_vnd, cash, 0, day.handed_vnd, counted_vnd)
        if rules.needs_reason(box, day.carried_vnd) and not words:
            raise ReasonMissing(str(on))
        row = CountRow.objects.create(
            centre_id=centre_id,
            day=on,
            carried_vnd=day.carried_vnd,
            opening_vnd=opening_vnd,
            expected_vnd=box.expected_vnd,
            counted_vnd=counted_vnd,
            reason=words,
            counted_at=at or now(),
            by_id=by.actor_id,
        )
        audit.record(COUNTED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return money_day(centre_id, on)


@audit.verb
def hand_cash(
    centre_id: int,
    vnd: int,
    to_whom: str,
    slip_number: str = "",
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> MoneyDay:
    """Note cash that went to the treasurer. Raise HandingIncomplete or MoreThanBox."""
    moment = at or now()
    on = local(moment).date()
    if audit.replayed(HANDED, key, centre_id=centre_id) is None:
        CountRow.objects.of(centre_id).select_for_update().order_by("-pk").first()  # one at a time
        name, day = squeeze(nfc(to_whom))[:NAME_LETTERS_MAX], money_day(centre_id, on)
        if vnd <= 0 or not name:
            raise HandingIncomplete(str(vnd))
        known = day.count is not None or day.carried_vnd is not None
        here = day.left_vnd if day.left_vnd is not None else day.box.expected_vnd
        if known and vnd > here:
            raise MoreThanBox(str(vnd))
        row = HandingRow.objects.create(
            centre_id=centre_id,
            vnd=vnd,
            to_whom=name,
            slip_number=squeeze(nfc(slip_number))[:SLIP_LETTERS_MAX],
            handed_at=moment,
            by_id=by.actor_id,
        )
        audit.record(HANDED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return money_day(centre_id, on)


@audit.verb
def undo_handing(
    centre_id: int,
    handing_id: int,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Take back what was written down wrongly. Raise NoSuchHanding or ReasonMissing."""
    if audit.replayed(TAKEN_BACK, key, centre_id=centre_id) is None:
        rows = HandingRow.objects.of(centre_id).filter(pk=handing_id, undone_at=None)
        row, reason = rows.select_for_update().first(), squeeze(nfc(why))
        if row is None:
            raise NoSuchHanding(str(handing_id))
        if not reason:
            raise ReasonMissing(str(handing_id))
        row.undone_at, row.undone_why = at or now(), reason
        row.save(update_fields=["undone_at", "undone_why"])
        audit.record(TAKEN_BACK, handing_id, by=by, key=key, at=at, centre_id=centre_id)
