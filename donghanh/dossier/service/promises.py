"""Taking a dossier in and promising a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import short_code
from donghanh.base.people import Actor
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre
from donghanh.guidance import service as guidance
from donghanh.reception import service as reception

from .. import rules
from ..faults import NotLikeThis
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..records import Applicant, Bodies, Dossier, Promised
from .bodies import decides_alone
from .finding import dossier, record_of
from .papers import papers_at_hand

NO_TERM = Promised(None, "Chưa rõ thời hạn. Cán bộ sẽ báo ngày.", False, ())
NOT_COMPLETE = Promised(None, "Chưa tính hạn: hồ sơ chờ bổ sung giấy tờ.", False, ())
NOBODY_NAMED, OURS = Applicant(), Bodies("")


@dataclass(frozen=True, slots=True)
class Taken:
    """What may be said of a dossier when it is taken in; all of it may be left out.

    `originals`: names of originals that stay with us. `mismatch`: what differs from the national
    data, in words. `receives`, `decides`: names of the other bodies, where it is not us.
    `collect_way`: how the person asks to get the result: counter, post or home.
    """

    applicant: Applicant = NOBODY_NAMED
    originals: tuple[str, ...] = ()
    mismatch: str = ""
    bodies: Bodies = OURS
    collect_way: rules.Way = rules.Way.COUNTER


@audit.verb
def accept(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    taken: Taken | None = None,
) -> Dossier:
    """Take the papers in and promise a date. The version of the procedure of this day is kept.

    Raise NotLikeThis for a way that a result of this kind never goes.

    # Law: NĐ 118/2025 Đ.17 k.1b: a difference from the national data never stops it; Đ.22 k.3: the
    # result goes the way that was registered.
    """
    made = audit.replayed("dossier.accepted", key, centre_id=centre_id)
    if made is not None:
        return dossier(centre_id, made)
    row = _taken_in(centre_id, visit_id, procedure_code, taken, by, at or now())
    audit.record("dossier.accepted", row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(row, given={})


@audit.verb
def settle_at_once(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    taken: Taken | None = None,
) -> Dossier:
    """Take the papers in and give the result on the spot.

    # Law: NĐ 118/2025 Đ.17 k.4: no receipt is needed; one is printed when the person asks.
    """
    made = audit.replayed("dossier.settled_at_once", key, centre_id=centre_id)
    if made is not None:
        return dossier(centre_id, made)
    at = at or now()
    row = _taken_in(centre_id, visit_id, procedure_code, taken, by, at)
    row.ready_at = row.ended_at = at
    row.save(update_fields=["ready_at", "ended_at"])
    HandoverRow.objects.create(centre_id=centre_id, dossier=row, handed_over_at=at, shown="tai_cho")
    audit.record("dossier.settled_at_once", row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(row)


def _taken_in(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    taken: Taken | None,
    by: Actor,
    at: datetime,
) -> DossierRow:
    row = brought(centre_id, visit_id, procedure_code, taken, by, at)
    begin_term(row, at, held=papers_at_hand(centre_id, row.visit_id, procedure_code)[0])
    row.accepted_at = at
    row.save()
    return row


def brought(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    taken: Taken | None,
    by: Actor,
    at: datetime,
) -> DossierRow:
    """Return a new row, not saved yet, of papers that were brought."""
    taken = taken or Taken()
    who = taken.applicant
    procedure = _procedure(centre_id, procedure_code, at)
    if taken.collect_way not in ways_to_collect(procedure):
        raise NotLikeThis(rules.HandingFault.NOT_BY_POST, procedure_code)
    return DossierRow(
        centre_id=centre_id,
        code=short_code(),
        visit_id=reception.visit(centre_id, visit_id).id,
        **_version(procedure),
        answers=papers_at_hand(centre_id, visit_id, procedure_code)[1],
        originals=list(taken.originals),
        originals_held_at=at if taken.originals else None,
        applicant_name=who.name,
        applicant_id_number=who.id_number,
        applicant_address=who.address,
        applicant_phone=who.phone,
        authoriser=asdict(who.authoriser) if who.authoriser else "",
        collect_way="" if taken.collect_way is rules.Way.COUNTER else taken.collect_way,
        mismatch=taken.mismatch,
        receiving_body=taken.bodies.receives,
        deciding_body=taken.bodies.decides or decides_alone(centre_id, procedure.code),
        kept_by_id=by.actor_id if by.actor_kind == "staff" else None,
        brought_at=at,
        **_columns(NOT_COMPLETE),
    )


def ways_to_collect(procedure: catalogue.Procedure) -> tuple[rules.Way, ...]:
    """Return how a result of a procedure may be asked for."""
    words = procedure.who_may_collect.words
    return rules.ways_to_collect(by_post=rules.goes_by_post(proof_for(procedure), words))


def proof_for(procedure: catalogue.Procedure, relation: str = "") -> rules.CollectingProof:
    """Return what who collects for another must show; `relation` as `guidance.Relation`'s value."""
    collects = procedure.who_may_collect
    return rules.proof_to_collect(
        procedure.who_may_file.in_person, collects.words, collects.authorisation, relation
    )


def begin_term(row: DossierRow, at: datetime, *, held: Iterable[str] | None) -> None:
    """Let the term begin at an instant, by the version that the dossier keeps; not saved.

    `held`: papers that are here, None for every paper that is to be handed in.

    # Law: NĐ 118/2025 Đ.17 k.3: from when it was complete; Đ.19 k.5: anew after a supplement.
    """
    procedure = catalogue.procedure_version(row.procedure_row_id)
    on = local(at).date()
    found = guidance.checklist(procedure, row.answers, held=tuple(held or ()), on=on)
    row.papers = _handed_in(found, every=held is None)
    row.term_from_at = at
    for column, value in _columns(_promise(found.time, at)).items():
        setattr(row, column, value)


def promised_again(row: DossierRow) -> Promised:
    """Return what the term that runs promises by the calendar of today."""
    if row.term_from_at is None:
        return NO_TERM
    procedure = catalogue.procedure_version(row.procedure_row_id)
    on = local(row.term_from_at).date()
    found = guidance.checklist(procedure, row.answers, held=tuple(row.papers), on=on)
    return _promise(found.time, row.term_from_at)


def _columns(promised: Promised) -> dict[str, Any]:
    """Return a promise as the row keeps it."""
    return {
        "due_on": promised.due_on,
        "due_words": promised.words,
        "due_certain": promised.certain,
        "due_counted": list(promised.counted),
    }


def _version(procedure: catalogue.Procedure) -> dict[str, Any]:
    """Return which version of which procedure a dossier is for."""
    return {
        "procedure_code": procedure.code,
        "procedure_row_id": procedure.row_id,
        "procedure_title": procedure.title,
    }


def _procedure(centre_id: int, code: str, at: datetime) -> catalogue.Procedure:
    """Return the procedure as this province does it on the day. Raise NoSuchProcedure."""
    here = centre.by_id(centre_id).province
    return catalogue.procedure(code, on=local(at).date(), province=here)


def _handed_in(found: guidance.Checklist, *, every: bool) -> list[str]:
    """Return the papers that stay with the centre; what was only shown went back in the hand."""
    return [
        item.held_instead.id if item.held_instead else item.paper.id
        for item in found.papers
        if item.required.how == "hand_in" and (every or item.held)
    ]


def _promise(rule: catalogue.TimeRule | None, at: datetime) -> Promised:
    accepted_local = local(at).replace(tzinfo=None)
    due = rules.due(centre.calendar(), rule.kind, rule.days, accepted_local) if rule else None
    if rule is None or due is None:
        return NO_TERM
    counted = tuple(
        f"{day.on.day}/{day.on.month}: {'tính' if day.counted else 'không tính'} – {day.why}"
        for day in due.days
    )
    return Promised(due.on, rule.words, due.certain, counted)
