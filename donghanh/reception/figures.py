"""Counts for reports."""

from __future__ import annotations

from collections import Counter
from datetime import date

from .models import Visit
from .playbook import playbook


def by_procedure(centre_id: int, on: date) -> dict[str, int]:
    """Return how many visits of a day came for each procedure code."""
    rows = Visit.objects.of(centre_id).filter(day=on).values_list("procedure_codes", flat=True)
    return dict(Counter(code for codes in rows for code in codes))


def by_need(centre_id: int, on: date) -> dict[str, int]:
    """Return how many visits of an open day were offered each help, by its words."""
    rows = Visit.objects.of(centre_id).filter(day=on, forgotten_at=None)
    count = Counter(need for row in rows for need in row.needs_and_groups()[0])
    return {o.words: count[o.id] for o in playbook().offers if count[o.id]}


def visits(centre_id: int, on: date) -> int:
    """Return how many came on a day (lượt người)."""
    return Visit.objects.of(centre_id).filter(day=on).count()


def days(centre_id: int) -> list[date]:
    """Return the days that had visits not yet blanked, oldest first."""
    open_visits = Visit.objects.of(centre_id).filter(forgotten_at=None)
    return sorted(set(open_visits.values_list("day", flat=True)))
