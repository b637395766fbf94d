"""Copies, prints and scans for people: pages, the approved price or free, by whom."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now
from donghanh.base.money import dong
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults_payments import NotACopy, PriceRefused
from ..models import CopyJob as JobRow
from ..models import CopyPrice as PriceRow
from ..records_payments import CopyJob, CopyPrice
from .finding import dossier
from .payments import new_charge

MADE, PRICED = "copies.made", "copy_price.set"
PAGE_VND_MAX = 100_000


def copy_prices(centre_id: int, *, on: date) -> dict[str, CopyPrice]:
    """Return kind -> the approved price that applies on a day; a kind without one is absent."""
    rows = PriceRow.objects.of(centre_id).filter(applies_from__lte=on)
    return {
        row.kind: CopyPrice(row.kind, row.vnd, row.source, row.applies_from)
        for row in rows.order_by("applies_from", "pk")
    }


@audit.verb
def set_copy_price(
    centre_id: int,
    price: CopyPrice,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Note an approved price with its decision. Raise PriceRefused."""
    if audit.replayed(PRICED, key, centre_id=centre_id) is not None:
        return
    source = squeeze(nfc(price.source))[:200]
    if price.kind not in rules.COPY_KINDS or not source or not 0 <= price.vnd <= PAGE_VND_MAX:
        raise PriceRefused(price.kind)
    row = PriceRow.objects.create(
        centre_id=centre_id,
        kind=price.kind,
        vnd=price.vnd,
        source=source,
        applies_from=price.applies_from,
        noted_at=at or now(),
        by_id=by.actor_id,
    )
    audit.record(PRICED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def make_copies(
    centre_id: int,
    kind: str,
    pages: int,
    goes_to: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    free: bool = False,
    dossier_id: int | None = None,
) -> CopyJob:
    """Note pages, at the approved price or for nothing. Raise NotACopy or NoSuchDossier.

    # Law: NĐ 118/2025 Đ.8 k.1g: at an approved price; where none was approved, nothing is taken.
    """
    made = audit.replayed(MADE, key, centre_id=centre_id)
    if made is None:
        moment = at or now()
        if not rules.copy_fits(kind, pages, goes_to):
            raise NotACopy(f"{kind} {pages} {goes_to}")
        if dossier_id is not None:
            dossier(centre_id, dossier_id)
        price = copy_prices(centre_id, on=local(moment).date()).get(kind)
        lines = [] if free or price is None or not price.vnd else [_line(price, pages)]
        charge = new_charge(centre_id, dossier_id, lines, by, moment) if lines else None
        row = JobRow.objects.create(
            centre_id=centre_id,
            kind=kind,
            pages=pages,
            goes_to=goes_to,
            free=charge is None,
            charge=charge,
            dossier_id=dossier_id,
            made_at=moment,
            by_id=by.actor_id,
        )
        made = row.pk
        audit.record(MADE, made, by=by, key=key, at=at, centre_id=centre_id)
    return _record(JobRow.objects.of(centre_id).get(pk=made))


def copies_of_day(centre_id: int, on: date) -> list[CopyJob]:
    """Return what was copied, printed and scanned on a day, the newest first."""
    start, end = day_bounds(on)
    rows = JobRow.objects.of(centre_id).filter(made_at__gte=start, made_at__lt=end)
    return [_record(row) for row in rows.order_by("-pk")]


def copies_of_dossier(centre_id: int, dossier_id: int) -> list[CopyJob]:
    """Return what was copied, printed and scanned for a dossier, the newest first."""
    rows = JobRow.objects.of(centre_id).filter(dossier_id=dossier_id)
    return [_record(row) for row in rows.order_by("-pk")]


def _line(price: CopyPrice, pages: int) -> rules.FeeLine:
    words = f"{rules.COPY_KINDS[price.kind]} {pages} trang"
    return rules.FeeLine(words, price.vnd * pages, f"{dong(price.vnd)} một trang ({price.source})")


def _record(row: JobRow) -> CopyJob:
    return CopyJob(
        row.pk,
        row.kind,
        row.pages,
        row.goes_to,
        row.free,
        row.charge_id,
        row.made_at,
        row.by_id,
        row.dossier_id,
    )
