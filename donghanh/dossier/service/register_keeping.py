"""What the province's register says is kept, and told to our dossiers of the same code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from donghanh.base.clock import day_bounds, local
from donghanh.base.text import fold

from .. import rules
from ..models import Dossier as DossierRow
from ..models import OfficialCode as OfficialCodeRow
from ..models import RegisterLine as LineRow
from ..records_register import Likeness, ProvinceStatus

ROWS_AT_ONCE = 500
LIKENESSES_MAX = 50  # what somebody can compare with papers in one go
_KEPT = (
    "title",
    "deciding_body",
    "status_words",
    "accepted_at",
    "due_at",
    "settled_at",
    "returned_at",
)


def keep(centre_id: int, rows: Sequence[rules.RegisterRow], at: datetime) -> tuple[int, int]:
    """Keep the lines of a register. Return how many are of our dossiers, how many it changed.

    Some lines at a time: whoever presses at a counter meanwhile waits for some, not for all. A line
    that is kept twice is the same line, so that it may be begun anew.
    """
    linked = changed = 0
    for first in range(0, len(rows), ROWS_AT_ONCE):
        with transaction.atomic():
            ours, new = _keep_some(centre_id, rows[first : first + ROWS_AT_ONCE], at)
        linked, changed = linked + ours, changed + new
    return linked, changed


def _keep_some(centre_id: int, rows: Sequence[rules.RegisterRow], at: datetime) -> tuple[int, int]:
    codes = OfficialCodeRow.objects.of(centre_id).filter(code__in=[row.code for row in rows])
    ours = {one.code: one for one in codes.select_related("dossier")}
    LineRow.objects.bulk_create(
        [_line(centre_id, row, ours.get(row.code), at) for row in rows],
        update_conflicts=True,
        unique_fields=["centre", "code"],
        update_fields=["dossier", *_KEPT, "imported_at"],
    )
    changed = sum(_tell(ours[row.code], row, at) for row in rows if row.code in ours)
    return len(ours), changed


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
    """Let a dossier have its date and its deciding body. Return whether either is new.

    What has become of it is told to a person first: see `register_news`.
    """
    moved = row.due_at is not None and row.due_at != official.due_at
    if moved:
        official.due_at, official.noted_at = row.due_at, at
        official.save(update_fields=["due_at", "noted_at"])
    dossier = official.dossier
    named = row.deciding_body not in ("", dossier.deciding_body)
    if named:
        dossier.deciding_body = row.deciding_body
        dossier.save(update_fields=["deciding_body"])
    return moved or named


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
    ours: dict[tuple[str, date], list[DossierRow]] = {}
    for row in codeless.order_by("pk"):
        if row.accepted_at:
            day = local(row.accepted_at).date()
            ours.setdefault((fold(row.procedure_title), day), []).append(row)
    days = [day for _, day in ours]
    if not days:
        return []
    free = LineRow.objects.of(centre_id).filter(
        dossier=None,
        returned_at=None,
        accepted_at__gte=day_bounds(min(days))[0],
        accepted_at__lt=day_bounds(max(days))[1],
    )
    return [
        Likeness(row.pk, row.code, line.code, line.title, line.accepted_at, line.due_at)
        for line in free.order_by("accepted_at", "pk")
        if line.accepted_at
        for row in ours.get((fold(line.title), local(line.accepted_at).date()), ())
    ][:LIKENESSES_MAX]
