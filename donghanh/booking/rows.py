"""Rows of the booking room as records."""

from __future__ import annotations

from donghanh.base.scope import CentreQuerySet

from .models import Appointment
from .models import Timetable as TimetableRow
from .records import Timetable


def appointments(centre_id: int) -> CentreQuerySet[Appointment]:
    """Return a centre's booked times, each with its timetable and counter at hand."""
    return Appointment.objects.of(centre_id).select_related("timetable__counter")


def offers_times(centre_id: int) -> bool:
    """Return whether times can be booked at all."""
    return TimetableRow.objects.of(centre_id).filter(ended_at=None).exists()


def timetables(centre_id: int) -> tuple[Timetable, ...]:
    """Return the times that are offered, by day and hour."""
    rows = TimetableRow.objects.of(centre_id).filter(ended_at=None)
    return tuple(row.record() for row in rows.order_by("weekday", "opens", "counter__number"))
