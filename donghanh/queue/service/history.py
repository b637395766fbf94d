"""How many came on past days: what a booking page says of the days to come."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from ..models import Ticket


def tickets_by_day(centre_id: int, since: date, before: date) -> dict[date, int]:
    """Return how many numbers were given on each day of a span that had any."""
    rows = Ticket.objects.of(centre_id).filter(day__gte=since, day__lt=before)
    return dict(rows.values("day").annotate(given=Count("pk")).values_list("day", "given"))
