"""What a desk has to do about dossiers today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now, today
from donghanh.base.people import Actor
from donghanh.base.workdays import Calendar
from donghanh.centre import service as centre

from .. import rules
from ..models import Correction as CorrectionRow
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..models import Passage as PassageRow
from ..models import SupplementRequest as RequestRow
from ..records_desk import DayRow, DeskDay, Letter
from ..rules import Timeliness
from .finding import BESIDE, HEAVY, record_of

_PART = {
    Timeliness.OVERDUE: "overdue",
    Timeliness.DUE_TODAY: "today",
    Timeliness.DUE_SOON: "soon",
    Timeliness.WAITING: "waiting",
    Timeliness.UNDATED: "undated",
}
_PARTS = (*_PART.values(), "ready", "errors", "held", "in_term", "to_pass")


def desk_day(centre_id: int, *, kept_by_id: int | None = None) -> DeskDay:
    """Return the dossiers by what is to be done, the soonest first; of one officer or all.

    Open ones, and those that ended while an original lies here or an error is not put right.
    """
    parts: dict[str, list[DayRow]] = {part: [] for part in _PARTS}
    at, calendar = now(), centre.calendar()
    for row in _to_do(centre_id, kept_by_id):
        shown = _day_row(row, at, calendar)
        parts[_part_of(row, shown)].append(shown)
        if _is_to_pass(row, shown, at, calendar):
            parts["to_pass"].append(shown)
    return DeskDay(**{part: tuple(sorted(found, key=_order)) for part, found in parts.items()})


def _to_do(centre_id: int, kept_by_id: int | None) -> Iterable[Any]:
    """Return rows with what happened beside them.

    `correct_by_on`: by when its first open error must be put right; `asked_by`, `asked_at`,
    `answer_by_on`: of the one request that waits for an answer; `passed`: were the papers sent on?
    """
    every = DossierRow.objects.of(centre_id)
    wrong = CorrectionRow.objects.of(centre_id).filter(corrected_at=None)
    held = every.filter(
        originals_held_at__isnull=False, originals_returned_at=None, ended_at__isnull=False
    )
    # One set of ids: asked with OR, the database would walk through the dossiers of all years.
    to_do = every.filter(ended_at=None).values("pk")
    to_do = to_do.union(held.values("pk"), wrong.values("dossier_id"))
    rows = every.filter(pk__in=to_do)
    if kept_by_id is not None:
        rows = rows.filter(kept_by_id=kept_by_id)
    its = OuterRef("pk")
    passed = PassageRow.objects.of(centre_id).filter(dossier=its)
    open_request = RequestRow.objects.of(centre_id).filter(dossier=its, answered_at=None)
    rows = rows.annotate(
        correct_by_on=Subquery(wrong.filter(dossier=its).order_by("due_on").values("due_on")[:1]),
        asked_by=Subquery(open_request.values("body")),
        asked_at=Subquery(open_request.values("asked_at")),
        answer_by_on=Subquery(open_request.values("answer_by_on")),
        passed=Exists(passed),
    )
    return rows.select_related("official", "apology").defer(*HEAVY)


def _is_to_pass(row: Any, shown: DayRow, at: datetime, calendar: Calendar) -> bool:
    """Return whether the papers should have gone to who decides, and nobody noted that they did.

    What has a code is followed by the province's own system.

    # Law: NĐ 118/2025 Đ.18 k.2.
    """
    waits = shown.timeliness is Timeliness.WAITING or row.accepted_at is None
    if row.passed or row.ended_at or row.ready_at or shown.official_code or waits:
        return False
    return rules.pass_on_by(calendar, row.accepted_at) <= local(at).date()


def _part_of(row: DossierRow, shown: DayRow) -> str:
    if shown.correct_by_on:
        return "errors"
    if row.ended_at:
        return "held"
    return "ready" if shown.ready_at else _PART.get(shown.timeliness, "in_term")


def _order(row: DayRow) -> tuple[date, int]:
    """Return by which day a row presses: of an error, of an answer, of the result."""
    return (row.correct_by_on or row.answer_by_on or row.due_on or date.max, row.id)


def _day_row(row: Any, at: datetime, calendar: Calendar) -> DayRow:
    official, apology = getattr(row, "official", None), getattr(row, "apology", None)
    said = [(official.noted_at, official.due_at)] if official else []
    said += [(apology.apologised_at, apology.new_due_at)] if apology else []
    due_at = rules.said_last(row.term_from_at, said)
    due_on = local(due_at).date() if due_at else row.due_on
    course = rules.Course(
        brought_at=row.brought_at,
        accepted_at=row.accepted_at,
        asked=(rules.Asked(rules.Body(row.asked_by), row.asked_at),) if row.asked_by else (),
        ready_at=row.ready_at,
        due_on=due_on,
        due_at=due_at,
    )
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
        answer_by_on=row.answer_by_on,
        apologised=apology is not None,
        kept_by_id=row.kept_by_id,
        ended_at=row.ended_at,
        correct_by_on=row.correct_by_on,
    )


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
