"""Taking a dossier in, promising a date, and the official code that outweighs it."""

from __future__ import annotations

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
from ..faults import CodeTaken, NotAnOfficialCode, WrongDueDate
from ..models import Dossier as DossierRow
from ..models import OfficialCode as OfficialCodeRow
from ..records import Applicant, Dossier, Promised
from .finding import dossier, record_of, row_of
from .papers import papers_at_hand


@audit.verb
def accept(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    applicant: Applicant | None = None,
) -> Dossier:
    """Take the papers in and promise a date. The version of the procedure of this day is kept."""
    made = audit.replayed("dossier.accepted", key, centre_id=centre_id)
    if made is not None:
        return dossier(centre_id, made)
    at = at or now()
    who = applicant or Applicant()
    held, answers = papers_at_hand(centre_id, visit_id, procedure_code)
    procedure = _procedure(centre_id, procedure_code, at)
    found = guidance.checklist(procedure, answers, held=held, on=local(at).date())
    promised = _promise(found.time, at)
    row = DossierRow.objects.create(
        centre_id=centre_id,
        code=short_code(),
        visit_id=reception.visit(centre_id, visit_id).id,
        **_version(procedure),
        answers=answers,
        papers=_handed_in(found),
        applicant_name=who.name,
        applicant_id_number=who.id_number,
        applicant_address=who.address,
        applicant_phone=who.phone,
        accepted_at=at,
        due_on=promised.due_on,
        due_words=promised.words,
        due_certain=promised.certain,
        due_counted=list(promised.counted),
    )
    audit.record("dossier.accepted", row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(row)


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


def _handed_in(found: guidance.Checklist) -> list[str]:
    """Return the papers that stay with the centre; what was only shown went back in the hand."""
    return [
        item.held_instead.id if item.held_instead else item.paper.id
        for item in found.papers
        if item.held and item.required.how == "hand_in"
    ]


def _promise(rule: catalogue.TimeRule | None, at: datetime) -> Promised:
    accepted_local = local(at).replace(tzinfo=None)
    due = rules.due(centre.calendar(), rule.kind, rule.days, accepted_local) if rule else None
    if rule is None or due is None:
        return Promised(None, "Chưa rõ thời hạn. Cán bộ sẽ báo ngày.", False, ())
    counted = tuple(
        f"{day.on.day}/{day.on.month}: {'tính' if day.counted else 'không tính'} – {day.why}"
        for day in due.days
    )
    return Promised(due.on, rule.words, due.certain, counted)


@audit.verb
def set_official(
    centre_id: int,
    dossier_id: int,
    typed_code: str,
    due_at: datetime | None,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Keep the province's code and date. Raise NotAnOfficialCode, CodeTaken or WrongDueDate.

    # Law: NĐ 118/2025 Đ.17 k.3: the code and the date on the official receipt are those that count.
    """
    if audit.replayed("official_code.set", key, centre_id=centre_id) is None:
        row = row_of(centre_id, dossier_id)
        code = _free_code(centre_id, dossier_id, typed_code)
        if due_at is not None and local(due_at).date() < local(row.accepted_at).date():
            raise WrongDueDate(due_at.isoformat())
        OfficialCodeRow.objects.of(centre_id).update_or_create(
            dossier=row,
            defaults={"code": code, "due_at": due_at, "noted_at": at or now()},
            create_defaults={
                "centre_id": centre_id,
                "code": code,
                "due_at": due_at,
                "noted_at": at or now(),
            },
        )
        audit.record("official_code.set", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


def _free_code(centre_id: int, dossier_id: int, typed: str) -> str:
    code = rules.tidy_official_code(typed)
    if not rules.is_official_code(code):
        raise NotAnOfficialCode(code)
    others = OfficialCodeRow.objects.of(centre_id).exclude(dossier_id=dossier_id)
    if others.filter(code=code).exists():
        raise CodeTaken(code)
    return code
