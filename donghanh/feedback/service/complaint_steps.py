"""What is done with a complaint: given to an owner, passed on, answered, closed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.text import nfc
from donghanh.centre import service as centre
from donghanh.messaging import service as messaging

from .. import rules
from ..faults import AccusedOwner, NotAnsweredYet, ToldOnce
from ..models import Complaint as Row
from .complaint_rows import about, open_row_for, owner_for, owners
from .complaints import subject_of_complaint

ASSIGNED, FORWARDED, TOLD = "complaint.assigned", "complaint.forwarded", "complaint.progress_told"
ANSWERED, CLOSED, ACCUSED = "complaint.answered", "complaint.closed", "complaint.accused_named"


@audit.verb
def assign(
    centre_id: int,
    complaint_id: int,
    owner_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Give a complaint to an owner. Raise AccusedOwner, AlreadyClosed, NoSuchComplaint."""
    if audit.replayed(ASSIGNED, key, centre_id=centre_id) is not None:
        return
    row = open_row_for(centre_id, complaint_id, by)
    if owner_id not in owners(centre_id, about(row)):
        raise AccusedOwner()
    row.owner_id = owner_id
    row.save()
    audit.record(ASSIGNED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def name_accused(
    centre_id: int,
    complaint_id: int,
    accused: Collection[int],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Note whom a complaint is about; one who owned it owns it no more. Raise NobodyImpartial."""
    if audit.replayed(ACCUSED, key, centre_id=centre_id) is not None:
        return
    row = open_row_for(centre_id, complaint_id, by)
    row.accused = sorted({*about(row), *accused})
    if row.owner_id in row.accused:
        row.owner_id = owner_for(centre_id, row.accused)
    row.save()
    audit.record(ACCUSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def forward(
    centre_id: int,
    complaint_id: int,
    official_code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """It was typed into the official system: keep its code. Raise AlreadyClosed."""
    if audit.replayed(FORWARDED, key, centre_id=centre_id) is not None:
        return
    row = open_row_for(centre_id, complaint_id, by)
    row.official_code = rules.one_line(official_code, rules.CODE_MAX)
    row.forwarded_at = at or now()
    row.save()
    audit.record(FORWARDED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def tell_progress(
    centre_id: int,
    complaint_id: int,
    words: str,
    again_on: date,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Tell the author, once, who works on it and by which day the answer comes.

    Raise ToldOnce, AlreadyClosed, NoSuchComplaint.

    # Law: Luật Tiếp công dân Đ.28 k.1: taken up, or passed on to whom, within ten working days.
    """
    if audit.replayed(TOLD, key, centre_id=centre_id) is not None:
        return
    row = open_row_for(centre_id, complaint_id, by)
    if row.told_at is not None or row.answered_at is not None:
        raise ToldOnce()
    row.told, row.told_at, row.again_on = _tidy(words), at or now(), again_on
    row.save()
    audit.record(TOLD, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    _tell(row, "in_work", by=by, key=key, at=at)


@audit.verb
def answer_complaint(
    centre_id: int,
    complaint_id: int,
    words: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Keep the answer and tell its author, where they agreed to be told. Raise AlreadyClosed."""
    if audit.replayed(ANSWERED, key, centre_id=centre_id) is not None:
        return
    row = open_row_for(centre_id, complaint_id, by)
    row.answer = _tidy(words)
    row.answered_at = row.answered_at or at or now()
    row.save()
    audit.record(ANSWERED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    _tell(row, "answered", by=by, key=key, at=at)


@audit.verb
def close_complaint(
    centre_id: int,
    complaint_id: int,
    pleased: bool | None,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """The author knows the answer; `pleased`: what they said of it, None for nothing.

    Their contact is blanked. Raise NotAnsweredYet, AlreadyClosed.
    """
    if audit.replayed(CLOSED, key, centre_id=centre_id) is not None:
        return
    row = open_row_for(centre_id, complaint_id, by)
    if row.answered_at is None:
        raise NotAnsweredYet()
    row.pleased, row.closed_at = pleased, at or now()
    row.save()
    audit.record(CLOSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    subject = subject_of_complaint(row.pk)
    messaging.forget(centre_id, subject, by=by, key=derived_key(key, "contact"), at=at)


def _tidy(words: str) -> str:
    return nfc(words).strip()[: rules.WORDS_MAX]


def _tell(row: Row, kind: str, *, by: Actor, key: UUID, at: datetime | None) -> None:
    intent = messaging.Intent(
        row.centre_id,
        subject_of_complaint(row.pk),
        kind,
        centre.commune_words(centre.by_id(row.centre_id)),
        row.code,
        come_on=row.again_on if kind == "in_work" else None,
    )
    messaging.send(intent, by=by, key=derived_key(key, "told"), at=at)
