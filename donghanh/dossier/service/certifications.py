"""Numbers of the registers of certifications (sổ chứng thực): one run a kind and year."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor

from .. import rules
from ..faults_payments import BookBehind, NotACopy
from ..models import Certification as NumberRow
from ..models import CertificationBook as BookRow
from ..records_payments import Book, Certification

NUMBERED, TAKEN_OVER = "certification.numbered", "certification_book.taken_over"


@audit.verb
def number_certification(
    centre_id: int,
    kind: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    dossier_id: int | None = None,
) -> Certification:
    """Give the next number of a register, to this certification only. Raise NotACopy.

    # Law: NĐ 23/2015/NĐ-CP Đ.14: numbers run on through the year, over the volumes.
    """
    made = audit.replayed(NUMBERED, key, centre_id=centre_id)
    if made is None:
        if kind not in rules.CERTIFICATIONS:
            raise NotACopy(kind)
        moment = at or now()
        year = local(moment).year
        number, volume = BookRow.take(centre_id, kind, year)
        row = NumberRow.objects.create(
            centre_id=centre_id,
            kind=kind,
            year=year,
            volume=volume,
            number=number,
            dossier_id=dossier_id,
            numbered_at=moment,
            by_id=by.actor_id,
        )
        made = row.pk
        audit.record(NUMBERED, made, by=by, key=key, at=at, centre_id=centre_id)
    return _record(NumberRow.objects.of(centre_id).get(pk=made))


@audit.verb
def take_over_book(
    centre_id: int,
    book: Book,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Go on from a paper register, or begin a new volume: its volume and last number.

    Raise BookBehind when numbers were given beyond it.
    """
    if audit.replayed(TAKEN_OVER, key, centre_id=centre_id) is not None:
        return
    if book.kind not in rules.CERTIFICATIONS:
        raise NotACopy(book.kind)
    with transaction.atomic():
        row, _ = BookRow.objects.of(centre_id).get_or_create(
            kind=book.kind, year=book.year, defaults={"centre_id": centre_id}
        )
        fits = BookRow.objects.of(centre_id).filter(
            pk=row.pk, last__lte=book.last, volume__lte=max(book.volume, 0)
        )
        if not fits.update(last=book.last, volume=book.volume):
            raise BookBehind(book.kind)
    audit.record(TAKEN_OVER, row.pk, by=by, key=key, at=at, centre_id=centre_id)


def books(centre_id: int, year: int) -> list[Book]:
    """Return where each register stands in a year; one that has no number yet stands at 0."""
    rows = {row.kind: row for row in BookRow.objects.of(centre_id).filter(year=year)}
    return [
        Book(kind, year, rows[kind].volume, rows[kind].last)
        if kind in rows
        else Book(kind, year, 1, 0)
        for kind in rules.CERTIFICATIONS
    ]


def certifications_of_day(centre_id: int, on: date) -> list[Certification]:
    """Return the numbers given on a day, the newest first."""
    rows = NumberRow.objects.of(centre_id).filter(year=on.year).order_by("-pk")
    return [_record(row) for row in rows[:500] if local(row.numbered_at).date() == on]


def _record(row: NumberRow) -> Certification:
    return Certification(
        row.pk, row.kind, row.year, row.volume, row.number, row.dossier_id, row.numbered_at
    )
