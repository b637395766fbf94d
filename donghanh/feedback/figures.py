"""Counts for reports."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from donghanh.base.clock import day_bounds

from .models import Rating


def faces(centre_id: int, on: date) -> dict[int, int]:
    """Return how many gave each face on a day; absent faces count 0."""
    start, end = day_bounds(on)
    rows = (
        Rating.objects.of(centre_id)
        .filter(given_at__gte=start, given_at__lt=end)
        .values_list("face")
        .annotate(count=Count("pk"))
    )
    return {1: 0, 2: 0, 3: 0, **dict(rows)}
