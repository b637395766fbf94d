"""The line as rows: who waits for a counter, and what was called last."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local
from donghanh.base.people import Actor
from donghanh.centre import service as centre

from . import rules
from .models import Call, LineRevision, Ticket


def line(counter: centre.CounterRecord, at: datetime) -> list[rules.Place]:
    """Return the places that wait for a counter's series today."""
    tickets = Ticket.objects.of(counter.centre_id).waiting_on(local(at).date())
    return tickets.filter(series=counter.series).places()


def latest_levels(counter: centre.CounterRecord, at: datetime) -> list[int]:
    """Return the levels of the series' last calls today, latest first."""
    start, _ = day_bounds(local(at).date())
    calls = Call.objects.of(counter.centre_id).filter(
        called_at__gte=start, undone_at=None, ticket__series=counter.series
    )
    levels = calls.order_by("-called_at", "-pk").values_list("ticket__standing_level", flat=True)
    return list(levels[: rules.PRIORITY_RUN_MAX])


def changed(
    verb: str, subject_id: int, *, by: Actor, key: UUID, at: datetime | None, centre_id: int
) -> None:
    """Say that the line changed and write down why."""
    LineRevision.rise(centre_id)
    audit.record(verb, subject_id, by=by, key=key, at=at, centre_id=centre_id)
