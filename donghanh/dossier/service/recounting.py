"""Dates that hung on days off nobody had announced: counted again once the calendar is settled."""

from __future__ import annotations

from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import today
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.text import day_words

from ..models import Dossier as DossierRow
from .finding import locked
from .promises import promised_again

SETTLED, MOVED = "date.settled", "date.moved"


def recount_dates(centre_id: int, *, by: Actor, key: UUID) -> int:
    """Count the uncertain dates of open dossiers again. Return how many of them moved."""
    open_ones = DossierRow.objects.of(centre_id).filter(ended_at=None, ready_at=None)
    waiting = open_ones.filter(due_certain=False, due_on__isnull=False).order_by("pk")
    ids = list(waiting.values_list("pk", flat=True))
    return sum(recount(centre_id, one, by=by, key=derived_key(key, f"{one}")) for one in ids)


@audit.verb
def recount(centre_id: int, dossier_id: int, *, by: Actor, key: UUID) -> bool:
    """Count one date again; nothing is written where nothing changed. Return whether it moved.

    The way it was counted before stays to be read, and so does the day that was said.
    """
    if audit.replayed(SETTLED, key, centre_id=centre_id) is not None:
        return audit.replayed(MOVED, derived_key(key, MOVED), centre_id=centre_id) is not None
    row = locked(centre_id, dossier_id)
    again = promised_again(row)
    if (again.due_on, again.certain) == (row.due_on, row.due_certain) or row.due_on is None:
        return False
    before = row.due_on
    moved = again.due_on != before
    told = f"Tính lại {day_words(today())} theo lịch nghỉ mới. Trước đó hẹn {day_words(before)}."
    row.due_on, row.due_certain = again.due_on, again.certain
    row.due_counted = [told, *again.counted]
    row.save(update_fields=["due_on", "due_certain", "due_counted"])
    audit.record(SETTLED, dossier_id, by=by, key=key, centre_id=centre_id)
    if moved:
        audit.record(MOVED, dossier_id, by=by, key=derived_key(key, MOVED), centre_id=centre_id)
    return moved
