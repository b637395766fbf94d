"""What a desk has to do about open dossiers today, and who follows them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now, today
from donghanh.base.people import Actor
from donghanh.base.workdays import Calendar
from donghanh.centre import service as centre

from .. import rules
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..models import Relay as RelayRow
from ..models import SupplementRequest as RequestRow
from ..records_desk import DayRow, DeskDay, Letter
from ..rules import Timeliness
from .finding import BESIDE, record_of

_PART = {
    Timeliness.OVERDUE: "overdue",
    Timeliness.DUE_TODAY: "today",
    Timeliness.DUE_SOON: "soon",
    Timeliness.WAITING: "waiting",
    Timeliness.UNDATED: "undated",
}
_PARTS = ("overdue", "today", "soon", "waiting", "ready", "undated", "in_term")
_HEAVY = ("answers", "papers", "due_counted", "due_words", "originals")


def desk_day(centre_id: int, *, kept_by_id: int | None = None) -> DeskDay:
    """Return the open dossiers by what is to be done, the soonest first; of one officer or all."""
    rows = DossierRow.objects.of(centre_id).filter(ended_at=None)
    mine = rows if kept_by_id is None else rows.filter(kept_by_id=kept_by_id)
    asked: dict[int, list[RequestRow]] = defaultdict(list)
    for request in RequestRow.objects.of(centre_id).filter(dossier__ended_at=None):
        asked[request.dossier_id].append(request)
    parts: dict[str, list[DayRow]] = {part: [] for part in _PARTS}
    at, calendar = now(), centre.calendar()
    for row in mine.select_related("official", "apology").defer(*_HEAVY).order_by("due_on", "pk"):
        shown = _day_row(row, asked[row.pk], at, calendar)
        parts["ready" if shown.ready_at else _PART.get(shown.timeliness, "in_term")].append(shown)
    return DeskDay(**{part: tuple(sorted(found, key=_order)) for part, found in parts.items()})


def _order(row: DayRow) -> tuple[date, int]:
    """Return by which day a row presses: of an answer while it waits, else of the result."""
    return (row.answer_by_on or row.due_on or date.max, row.id)


def _day_row(row: DossierRow, asked: list[RequestRow], at: datetime, calendar: Calendar) -> DayRow:
    official, apology = getattr(row, "official", None), getattr(row, "apology", None)
    said = [(official.noted_at, official.due_at)] if official else []
    said += [(apology.apologised_at, apology.new_due_at)] if apology else []
    due_at = rules.said_last(row.term_from_at, said)
    due_on = local(due_at).date() if due_at else row.due_on
    course = rules.Course(
        brought_at=row.brought_at,
        accepted_at=row.accepted_at,
        asked=tuple(rules.Asked(rules.Body(o.body), o.asked_at, o.answered_at) for o in asked),
        ready_at=row.ready_at,
        due_on=due_on,
        due_at=due_at,
    )
    waiting = next((one for one in asked if one.answered_at is None), None)
    return DayRow(
        id=row.pk,
        code=row.code,
        official_code=official.code if official else "",
        procedure_code=row.procedure_code,
        procedure_title=row.procedure_title,
        accepted_at=row.accepted_at,
        due_on=due_on,
        certain=bool(due_at) or row.due_certain,
        timeliness=rules.timeliness(course, at, calendar),
        ready_at=row.ready_at,
        answer_by_on=waiting.answer_by_on if waiting else None,
        apologised=apology is not None,
        kept_by_id=row.kept_by_id,
    )


@audit.verb
def relay(
    centre_id: int,
    from_id: int | None,
    to_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> int:
    """Hand one officer's open dossiers to another (leave, another counter). Return how many.

    `from_id` None: those that nobody follows. The caller knows that both work here.
    """
    made = audit.replayed("dossiers.relayed", key, centre_id=centre_id)
    if made is None:
        rows = DossierRow.objects.of(centre_id).filter(ended_at=None, kept_by_id=from_id)
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        DossierRow.objects.of(centre_id).filter(pk__in=ids).update(kept_by_id=to_id)
        kept = RelayRow.objects.create(
            centre_id=centre_id,
            from_id=from_id,
            to_id=to_id,
            dossier_ids=ids,
            relayed_at=at or now(),
        )
        made = kept.pk
        audit.record("dossiers.relayed", made, by=by, key=key, at=at, centre_id=centre_id)
    return len(RelayRow.objects.of(centre_id).get(pk=made).dossier_ids)


def letters(centre_id: int, *, by: Actor) -> list[Letter]:
    """Return results under way by post and those that arrived today. Opening it is an event.

    The list goes to the post office with the letters, so it names receivers.
    """
    audit.note_read("letters.read", 0, by=by, centre_id=centre_id)
    start, _ = day_bounds(today())
    sent = HandoverRow.objects.of(centre_id).filter(undone_at=None, shown="buu_chinh")
    rows = sent.exclude(posting__arrived_at__lt=start).select_related(
        "posting", *(f"dossier__{one}" for one in BESIDE)
    )
    return [_letter(row) for row in rows.order_by("pk")]


def _letter(row: HandoverRow) -> Letter:
    whose, post = row.dossier, row.posting
    return Letter(
        dossier=record_of(whose, given={}),
        posted_at=row.handed_over_at,
        tracking=post.tracking,
        fee_vnd=post.fee_vnd,
        paid_by=post.paid_by,
        arrived_at=post.arrived_at,
        receiver=row.receiver or whose.applicant_name,
        address=row.place or whose.applicant_address,
        phone=whose.applicant_phone,
    )
