"""Reports: the front door. The numbers of a day, and closing it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.dossier import figures as dossiers
from donghanh.dossier import service as dossier
from donghanh.feedback import figures as feedback
from donghanh.feedback.service import ComplaintTally, Tally
from donghanh.interview import service as interview
from donghanh.queue import figures as queue
from donghanh.reception import figures as visits
from donghanh.reception import service as reception

from .models import ClosedDay, VisitFact
from .rules import Waits, waits_of

__all__ = [
    "DayFigures",
    "OpinionFigures",
    "Waits",
    "close_day",
    "day",
    "open_days",
    "opinions",
    "promises_kept",
]


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day at one centre. People and dossiers are counted apart: one may bring several."""

    on: date
    visits: int
    tickets: int
    waiting: int
    dossiers: int
    handed_over: int
    by_need: dict[str, int]
    by_procedure: dict[str, int]
    waits: Waits
    waits_with_standing: Waits
    faces: dict[int, int]
    closed: bool


def day(centre_id: int, on: date) -> DayFigures:
    """Return the figures of a day, whether it still runs or was closed."""
    waits = queue.waits_minutes(centre_id, on)
    closed = ClosedDay.objects.of(centre_id).filter(day=on).exists()
    return DayFigures(
        on=on,
        visits=visits.visits(centre_id, on),
        tickets=queue.tickets_given(centre_id, on),
        waiting=queue.still_waiting(centre_id, on),
        dossiers=dossiers.accepted(centre_id, on),
        handed_over=dossiers.handed_over(centre_id, on),
        by_need=_needs_kept(centre_id, on) if closed else visits.by_need(centre_id, on),
        by_procedure=visits.by_procedure(centre_id, on),
        waits=waits_of([minutes for _, minutes in waits]),
        waits_with_standing=waits_of(
            [minutes for level, minutes in waits if level != reception.ORDINARY_LEVEL]
        ),
        faces=feedback.faces(centre_id, on),
        closed=closed,
    )


@dataclass(frozen=True, slots=True)
class OpinionFigures:
    """What people said from a day to another, and what became of their complaints."""

    said: Tally
    complaints: ComplaintTally


def opinions(centre_id: int, first: date, last: date) -> OpinionFigures:
    """Return what people said from a day to another (both counted)."""
    return OpinionFigures(
        feedback.tally(centre_id, first, last), feedback.complaints(centre_id, first, last)
    )


def promises_kept(centre_id: int, on: date) -> tuple[int, int]:
    """Return (how many waits fell within what was promised, of how many called) of a day."""
    return queue.promises_kept(centre_id, on)


def _needs_kept(centre_id: int, on: date) -> dict[str, int]:
    facts = VisitFact.objects.of(centre_id).filter(day=on).values_list("needs", flat=True)
    count = Counter(need for needs in facts for need in needs)
    return {o.words: count[o.id] for o in reception.offers() if count[o.id]}


@audit.verb
def close_day(centre_id: int, on: date, *, by: Actor, key: UUID, at: datetime | None = None) -> int:
    """Keep one fact a visit, blank the visits, seal the day's events. Return how many visits.

    Closing again takes in whoever came after the first close, and changes nothing when nobody did.
    """
    dossier.money.wipe_day(centre_id, on, by=by, key=derived_key(key, "scans"), at=at)
    kept = ClosedDay.objects.of(centre_id).filter(day=on).first()
    rows = reception.visits_at_close(centre_id, on)
    if kept is not None and not rows:
        return int(kept.visits)
    at = at or now()
    VisitFact.objects.bulk_create([_fact(centre_id, row) for row in rows])
    reception.forget_day(centre_id, on, by=by, key=derived_key(key, "forget"), at=at)
    interview.forget_drafts(centre_id, on, by=by, key=derived_key(key, "drafts"), at=at)
    before = kept.visits if kept else 0
    closed, _ = ClosedDay.objects.of(centre_id).update_or_create(
        day=on,
        defaults={"visits": before + len(rows)},
        create_defaults={"centre_id": centre_id, "closed_at": at, "visits": len(rows)},
    )
    audit.record("day.closed", closed.pk, by=by, key=key, at=at, centre_id=centre_id)
    audit.seal_day(centre_id, on)
    return int(closed.visits)


def _fact(centre_id: int, row: reception.VisitAtClose) -> VisitFact:
    minutes = (row.closed_at - row.opened_at).total_seconds() // 60 if row.closed_at else None
    return VisitFact(
        centre_id=centre_id,
        day=row.day,
        hamlet=row.hamlet,
        needs=list(row.needs),
        groups=list(row.groups),
        procedure_codes=list(row.procedure_codes),
        standing_level=row.standing_level,
        minutes=int(minutes) if minutes is not None else None,
    )


def open_days(centre_id: int, before: date) -> list[date]:
    """Return the past days with visits that were not counted and blanked, oldest first."""
    return [day for day in visits.days(centre_id) if day < before]
