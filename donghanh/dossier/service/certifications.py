"""Numbers of the registers of certifications (sổ chứng thực): one run a kind and year."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults_payments import (
    BookBehind,
    MarkRefused,
    NoSuchNumber,
    NotANumber,
    ReasonMissing,
)
from ..models import Certification as NumberRow
from ..models import CertificationBook as BookRow
from ..models import StruckNumber as StruckRow
from ..records_payments import Book, BookExplained, Certification
from .finding import dossier

if TYPE_CHECKING:
    from django.db.models import QuerySet

NUMBERED, TAKEN_OVER, STRUCK = (
    "certification.numbered",
    "certification_book.taken_over",
    "certification.struck",
)


@audit.verb
def number_certification(
    centre_id: int,
    kind: str,
    count: int = 1,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    dossier_id: int | None = None,
) -> list[Certification]:
    """Give the next numbers of a register, to nobody else. Raise NotANumber, NoSuchDossier.

    # Law: NĐ 23/2015/NĐ-CP Đ.13 k.2: numbers run on through the year, over the volumes.
    """
    if audit.replayed(NUMBERED, key, centre_id=centre_id) is None:
        if kind not in rules.CERTIFICATIONS or not 1 <= count <= rules.NUMBERS_MAX:
            raise NotANumber(f"{kind} {count}")
        if dossier_id is not None:
            dossier(centre_id, dossier_id)
        moment = at or now()
        year = local(moment).year
        last, volume, mark = BookRow.take(centre_id, kind, year, count)
        rows = NumberRow.objects.bulk_create(
            NumberRow(
                centre_id=centre_id,
                kind=kind,
                year=year,
                volume=volume,
                number=number,
                mark=mark,
                press=key,
                dossier_id=dossier_id,
                numbered_at=moment,
                by_id=by.actor_id,
            )
            for number in range(last - count + 1, last + 1)
        )
        audit.record(NUMBERED, rows[0].pk, by=by, key=key, at=at, centre_id=centre_id)
    return _records(NumberRow.objects.of(centre_id).filter(press=key).order_by("number"))


@audit.verb
def strike_number(
    centre_id: int,
    number_id: int,
    why: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Say why a number was not used; nobody gets it again. Raise NoSuchNumber, ReasonMissing."""
    if audit.replayed(STRUCK, key, centre_id=centre_id) is not None:
        return
    rows = NumberRow.objects.of(centre_id).filter(pk=number_id, struck=None)
    row, reason = rows.select_for_update(of=("self",)).first(), squeeze(nfc(why))
    if row is None:
        raise NoSuchNumber(str(number_id))
    if not reason:
        raise ReasonMissing(str(number_id))
    StruckRow.objects.create(
        centre_id=centre_id,
        certification=row,
        why=reason,
        struck_at=at or now(),
        by_id=by.actor_id,
    )
    audit.record(STRUCK, number_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def take_over_book(
    centre_id: int,
    book: Book,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Go on from a paper register, or begin a new volume: its volume, last number and mark.

    Raise BookBehind when numbers were given beyond it, MarkRefused, NotANumber.
    """
    if audit.replayed(TAKEN_OVER, key, centre_id=centre_id) is not None:
        return
    mark = rules.tidy_mark(book.mark)
    if book.kind not in rules.CERTIFICATIONS:
        raise NotANumber(book.kind)
    if mark is None:
        raise MarkRefused(book.mark)
    row, _ = BookRow.objects.of(centre_id).get_or_create(
        kind=book.kind, year=book.year, defaults={"centre_id": centre_id}
    )
    fits = BookRow.objects.of(centre_id).filter(
        pk=row.pk, last__lte=book.last, volume__lte=max(book.volume, 0)
    )
    if not fits.update(last=book.last, volume=book.volume, mark=mark):
        raise BookBehind(book.kind)
    audit.record(TAKEN_OVER, row.pk, by=by, key=key, at=at, centre_id=centre_id)


def books(centre_id: int, year: int) -> list[Book]:
    """Return where each register stands in a year; one that has no number yet stands at 0."""
    rows = {row.kind: row for row in BookRow.objects.of(centre_id).filter(year=year)}
    return [
        Book(kind, year, rows[kind].volume, rows[kind].last, rows[kind].mark)
        if kind in rows
        else Book(kind, year, 1, 0)
        for kind in rules.CERTIFICATIONS
    ]


def books_explained(centre_id: int, year: int) -> list[BookExplained]:
    """Return each register of a year with every number explained: here, struck, or on paper."""
    found = _records(NumberRow.objects.of(centre_id).filter(year=year).order_by("number"))
    return [
        BookExplained(
            book,
            rules.runs(
                {one.number for one in found if one.kind == book.kind},
                {one.number for one in found if one.kind == book.kind and one.struck_at},
                book.last,
            ),
            tuple(one for one in found if one.kind == book.kind and one.struck_at),
        )
        for book in books(centre_id, year)
    ]


def certifications_of_day(centre_id: int, on: date) -> list[Certification]:
    """Return the numbers given on a day, the newest first."""
    start, end = day_bounds(on)
    rows = NumberRow.objects.of(centre_id).filter(numbered_at__gte=start, numbered_at__lt=end)
    return _records(rows.order_by("-pk"))


def certifications_of_dossier(centre_id: int, dossier_id: int) -> list[Certification]:
    """Return the numbers given for a dossier."""
    rows = NumberRow.objects.of(centre_id).filter(dossier_id=dossier_id)
    return _records(rows.order_by("kind", "number"))


def _records(rows: QuerySet[NumberRow]) -> list[Certification]:
    return [_record(row) for row in rows.select_related("struck")]


def _record(row: NumberRow) -> Certification:
    mark = row.mark or rules.CERTIFICATIONS[row.kind].mark
    struck = getattr(row, "struck", None)
    return Certification(
        id=row.pk,
        kind=row.kind,
        year=row.year,
        volume=row.volume,
        number=row.number,
        words=rules.certification_words(row.number, row.volume, row.year, mark),
        dossier_id=row.dossier_id,
        numbered_at=row.numbered_at,
        by_id=row.by_id,
        struck_at=struck.struck_at if struck else None,
        struck_why=struck.why if struck else "",
    )
