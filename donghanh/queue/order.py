"""The line as rows: who waits for a counter, and which calls went ahead of turn last."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local
from donghanh.base.people import Actor
from donghanh.base.rows import all_rows
from donghanh.centre import service as centre

from . import rules
from .models import Call, CounterErrand, Ticket
from .models.ticket import TicketQuerySet

EVERY_ERRAND = frozenset(rules.Errand)
Skills = dict[int, frozenset[str]]


def skills(centre_id: int) -> Skills:
    """Return which errands a counter calls, by its id; who is not in it calls every one."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    sql = "SELECT counter_id, errand FROM queue_countererrand WHERE centre_id = %s"
    for counter_id, errand in all_rows(CounterErrand, sql, centre_id):
        found[counter_id].add(errand)
    return {counter_id: frozenset(errands) for counter_id, errands in found.items()}


def tickets_for(counter: centre.CounterRecord, at: datetime, known: Skills) -> TicketQuerySet:
    """Return the tickets that wait today and that this counter may call."""
    waiting = Ticket.objects.of(counter.centre_id).waiting_on(local(at).date())
    ours = waiting.filter(series=counter.series).at_counter(counter.id)
    skill = known.get(counter.id, EVERY_ERRAND)
    return ours if skill == EVERY_ERRAND else ours.filter(errand__in=skill)


def callable_by(counter: centre.CounterRecord, ticket: Ticket, known: Skills) -> bool:
    """Return whether a ticket of the counter's series waits for it: `tickets_for`, of one row."""
    sent_here = ticket.wanted_id in (None, counter.id)
    skilled = ticket.errand in known.get(counter.id, EVERY_ERRAND)
    return ticket.waiting_since is not None and sent_here and skilled


def run(counter: centre.CounterRecord, at: datetime, known: Skills) -> int:
    """Return the run of calls ahead of turn at the counters of the same series and skill."""
    start, _ = day_bounds(local(at).date())
    skill = known.get(counter.id, EVERY_ERRAND)
    others = [one for one, theirs in known.items() if theirs != skill]
    calls = Call.objects.of(counter.centre_id).filter(
        called_at__gte=start, undone_at=None, counter__series=counter.series
    )
    alike = calls.filter(counter_id__in=_alike(known, skill)) if skill != EVERY_ERRAND else calls
    latest = alike.exclude(counter_id__in=others).order_by("-called_at", "-pk")
    return rules.run_of(latest.values_list("ahead", flat=True)[: rules.AHEAD_RUN_MAX])


def _alike(known: Skills, skill: frozenset[str]) -> list[int]:
    return [one for one, theirs in known.items() if theirs == skill]


def changed(
    verb: str, subject_id: int, *, by: Actor, key: UUID, at: datetime | None, centre_id: int
) -> None:
    """Say that the line changed and write down why."""
    centre.hall_changed(centre_id)
    audit.record(verb, subject_id, by=by, key=key, at=at, centre_id=centre_id)
