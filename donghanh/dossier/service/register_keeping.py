"""What the province's register says is kept, and told to our dossiers of the same code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor
from donghanh.base.text import fold
from donghanh.centre import service as centre

from .. import rules
from ..models import Dossier as DossierRow
from ..models import OfficialCode as OfficialCodeRow
from ..models import RegisterLine as LineRow
from ..records import Dossier
from ..records_register import Likeness, ProvinceStatus
from .lives import course_of
from .official import set_official

ROWS_AT_ONCE = 500
_KEPT = (
    "title",
    "deciding_body",
    "status_words",
    "accepted_at",
    "due_at",
    "settled_at",
    "returned_at",
)


def keep(centre_id: int, rows: Mapping[str, rules.RegisterRow], at: datetime) -> tuple[int, int]:
    """Keep the lines of a register. Return how many are of our dossiers, how many it changed."""
    linked = changed = 0
    for some in _batches(list(rows.values())):
        codes = [row.code for row in some]
        ours = {
            one.code: one
            for one in OfficialCodeRow.objects.of(centre_id)
            .filter(code__in=codes)
            .select_related("dossier")
        }
        linked += len(ours)
        LineRow.objects.bulk_create(
            [_line(centre_id, row, ours.get(row.code), at) for row in some],
            update_conflicts=True,
            unique_fields=["centre", "code"],
            update_fields=["dossier", *_KEPT, "imported_at"],
        )
        changed += sum(_tell(ours[row.code], row, at) for row in some if row.code in ours)
    return linked, changed


def _batches(rows: list[rules.RegisterRow]) -> Iterator[list[rules.RegisterRow]]:
    for first in range(0, len(rows), ROWS_AT_ONCE):
        yield rows[first : first + ROWS_AT_ONCE]


def _line(
    centre_id: int, row: rules.RegisterRow, official: OfficialCodeRow | None, at: datetime
) -> LineRow:
    return LineRow(
        centre_id=centre_id,
        code=row.code,
        dossier_id=official.dossier_id if official else None,
        imported_at=at,
        **{field: getattr(row, field) for field in _KEPT},
    )


def _tell(official: OfficialCodeRow, row: rules.RegisterRow, at: datetime) -> bool:
    """Let a dossier know what the province says of it. Return whether anything is new."""
    moved = row.due_at is not None and row.due_at != official.due_at
    if moved:
        official.due_at, official.noted_at = row.due_at, at
        official.save(update_fields=["due_at", "noted_at"])
    dossier = official.dossier
    ready = row.settled_at is not None and _may_be_ready(dossier, row.settled_at)
    if ready:
        dossier.ready_at = max(filter(None, (row.settled_at, dossier.accepted_at)))
    named = bool(row.deciding_body) and not dossier.deciding_body
    if named:
        dossier.deciding_body = row.deciding_body
    if ready or named:
        dossier.save(update_fields=["ready_at", "deciding_body"])
    return moved or ready or named


def _may_be_ready(dossier: DossierRow, settled_at: datetime) -> bool:
    course = course_of(dossier)
    late_enough = max(settled_at, course.last_at)
    return rules.hindrance(course, rules.Act.READY, late_enough, centre.calendar()) is None


def province_status(centre_id: int, dossier_id: int) -> ProvinceStatus | None:
    """Return what the register last said of a dossier, None when it is not in it."""
    line = LineRow.objects.of(centre_id).filter(dossier_id=dossier_id).first()
    if line is None:
        return None
    return ProvinceStatus(line.status_words, line.settled_at, line.returned_at, line.imported_at)


def likenesses(centre_id: int) -> list[Likeness]:
    """Return lines of the register that may be dossiers of ours without a code yet.

    Same procedure by its title, accepted on the same day; an officer says whether it is.
    """
    codeless = DossierRow.objects.of(centre_id).filter(ended_at=None, official__isnull=True)
    ours: dict[tuple[str, object], list[DossierRow]] = {}
    for row in codeless.order_by("pk"):
        if row.accepted_at:
            day = local(row.accepted_at).date()
            ours.setdefault((fold(row.procedure_title), day), []).append(row)
    days = {day for _, day in ours}
    free = LineRow.objects.of(centre_id).filter(dossier=None, returned_at=None)
    return [
        Likeness(row.pk, row.code, line.code, line.title, line.accepted_at, line.due_at)
        for line in free.exclude(accepted_at=None).order_by("accepted_at", "pk")
        if line.accepted_at and local(line.accepted_at).date() in days
        for row in ours.get((fold(line.title), local(line.accepted_at).date()), ())
    ]


@audit.verb
def link_line(
    centre_id: int,
    dossier_id: int,
    code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Say that a line of the register is this dossier: code and date come from it, untyped.

    Raise as `set_official`.
    """
    line = LineRow.objects.of(centre_id).filter(code=rules.tidy_official_code(code)).first()
    found = set_official(
        centre_id, dossier_id, code, line.due_at if line else None, by=by, key=key, at=at or now()
    )
    if line is not None:
        line.dossier_id = dossier_id
        line.save(update_fields=["dossier"])
    return found
