"""Counts for reports."""

from __future__ import annotations

from datetime import date

from .models import Call, Ticket
from .promises import kept


def waits_minutes(centre_id: int, on: date) -> list[tuple[int, float]]:
    """Return (standing level, minutes from joining to the first call) of a day's called tickets."""
    calls = (
        Call.objects.of(centre_id)
        .filter(ticket__day=on, undone_at=None)
        .order_by("called_at")
        .values_list("ticket_id", "ticket__standing_level", "ticket__joined_at", "called_at")
    )
    first: dict[int, tuple[int, float]] = {}
    for ticket_id, level, joined_at, called_at in calls:
        minutes = (called_at - joined_at).total_seconds() / 60
        first.setdefault(ticket_id, (level, max(minutes, 0.0)))
    return list(first.values())


def promises_kept(centre_id: int, on: date) -> tuple[int, int]:
    """Return (how many promises of a day came true, of how many called for the first time)."""
    calls = (
        Call.objects.of(centre_id)
        .filter(ticket__day=on, undone_at=None, ticket__promised_max__isnull=False)
        .order_by("called_at")
        .values_list(
            "ticket_id",
            "ticket__promised_min",
            "ticket__promised_max",
            "ticket__joined_at",
            "called_at",
        )
    )
    first: dict[int, bool] = {}
    for ticket_id, low, high, joined_at, called_at in calls:
        waited = (called_at - joined_at).total_seconds() / 60
        first.setdefault(ticket_id, kept(low or 0, high or 0, waited))
    return sum(first.values()), len(first)


def tickets_given(centre_id: int, on: date) -> int:
    """Return how many numbers were given on a day."""
    return Ticket.objects.of(centre_id).filter(day=on).count()


def still_waiting(centre_id: int, on: date) -> int:
    """Return how many wait."""
    return Ticket.objects.of(centre_id).waiting_on(on).count()
