"""Counts for reports."""

from __future__ import annotations

from datetime import date

from donghanh.base.clock import day_bounds

from .models import Dossier, Handover


def accepted(centre_id: int, on: date) -> int:
    """Return how many dossiers were taken in on a day (lượt hồ sơ)."""
    start, end = day_bounds(on)
    return Dossier.objects.of(centre_id).filter(accepted_at__gte=start, accepted_at__lt=end).count()


def handed_over(centre_id: int, on: date) -> int:
    """Return how many results were handed over on a day."""
    start, end = day_bounds(on)
    given = Handover.objects.of(centre_id).filter(undone_at=None)
    return given.filter(handed_over_at__gte=start, handed_over_at__lt=end).count()
