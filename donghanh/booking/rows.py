"""Rows of the booking room as records."""

from __future__ import annotations

from .models import Timetable as TimetableRow
from .records import Timetable


def timetables(centre_id: int) -> tuple[Timetable, ...]:
    """Return the times that are offered, by day and hour."""
    rows = TimetableRow.objects.of(centre_id).filter(ended_at=None)
    return tuple(row.record() for row in rows.order_by("weekday", "opens", "counter__number"))
