"""Complaints (phản ánh, kiến nghị): a number, an owner who is not accused, a date, an answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Role
from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.ids import derived_key, short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.base.text import nfc
from donghanh.centre import service as centre
from donghanh.messaging import service as messaging

from .. import rules
from ..faults import AccusedOwner, AlreadyClosed, NobodyImpartial, NoSuchComplaint, NotAnsweredYet
from ..models import Complaint as Row
from ..models import Series
from ..records import About, ComplaintRecord, OpenedComplaint, Opinion

TAKEN, ASSIGNED, FORWARDED = "complaint.taken", "complaint.assigned", "complaint.forwarded"
ANSWERED, CLOSED, ACCUSED = "complaint.answered", "complaint.closed", "complaint.accused_named"
OVERSEERS = (Role.HEAD, Role.SUPERVISOR)  # in the order in which one becomes the owner
OWNERS = (*OVERSEERS, Role.OFFICER, Role.POLICE)
ABOUT_WORDS = {
    About.CONDUCT: "hành vi hành chính",
    About.RULE: "quy định hành chính",
    About.OTHER: "nội dung khác",
}


def subject_of_complaint(complaint_id: int) -> messaging.Subject:
    """Return what messages about a complaint are about."""
    return messaging.Subject("complaint", complaint_id)


@audit.verb
def take_complaint(
    centre_id: int, opinion: Opinion, *, by: Actor, key: UUID, at: datetime | None = None
) -> ComplaintRecord:
    """Take a complaint down, sealed, with its owner and the day of its answer.

    Raise AccusedOwner when who takes it down is accused, NobodyImpartial.
    """
    rows = Row.objects.of(centre_id)
    made = audit.replayed(TAKEN, key, centre_id=centre_id)
    if made is not None:
        return _record(rows.get(pk=made))
    accused = _accused(centre_id, opinion)
    if by.actor_kind == "staff" and by.actor_id in accused:
        raise AccusedOwner()
    moment = at or now()
    year = local(moment).year
    row = Row.objects.create(
        centre_id=centre_id,
        number=Series.take(centre_id, "complaint", year),
        year=year,
        code=short_code(),
        about=opinion.about,
        channel=opinion.channel,
        words=nfc(opinion.words).strip()[: rules.WORDS_MAX],
        accused=sorted(accused),
        owner_id=_owner(centre_id, accused),
        taken_at=moment,
        due_on=centre.calendar().due_working_days(local(moment), rules.ANSWER_DAYS).on,
    )
    audit.record(TAKEN, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


def complaints(centre_id: int, *, by: Actor, closed: bool = False) -> tuple[ComplaintRecord, ...]:
    """Return the complaints that somebody may see, the most pressing first; without words."""
    rows = Row.objects.of(centre_id).filter(closed_at__isnull=not closed)
    if not oversees(centre_id, by):
        rows = rows.filter(owner_id=by.actor_id)
    shown = rows.order_by("-closed_at" if closed else "due_on", "pk")[:200]
    return tuple(_record(row) for row in shown if by.actor_id not in _about(row))


def oversees(centre_id: int, by: Actor) -> bool:
    """Return whether somebody sees and gives out the complaints that are not about them."""
    return by.actor_kind == "staff" and accounts.role_of(centre_id, by.actor_id) in OVERSEERS


def complaint_by_code(centre_id: int, code: str, *, by: Actor) -> OpenedComplaint:
    """Return a complaint for its author. Reading it is an event. Raise NoSuchComplaint."""
    row = Row.objects.of(centre_id).filter(code=tidy_code(code)).first()
    if row is None:
        raise NoSuchComplaint(code)
    audit.note_read("complaint.read", row.pk, by=by, centre_id=centre_id)
    return _opened(row)


def read_complaint(centre_id: int, complaint_id: int, *, by: Actor) -> OpenedComplaint:
    """Return a complaint with its words for owner or overseer; opening it is an event.

    Raise NoSuchComplaint, also for who is accused.
    """
    row = _row(centre_id, complaint_id, by)
    audit.note_read("complaint.read", row.pk, by=by, centre_id=centre_id)
    return _opened(row)


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
    row = _open_row(centre_id, complaint_id, by)
    if owner_id in _about(row) or owner_id not in _candidates(centre_id):
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
    row = _open_row(centre_id, complaint_id, by)
    row.accused = sorted({*_about(row), *accused})
    if row.owner_id in row.accused:
        row.owner_id = _owner(centre_id, row.accused)
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
    row = _open_row(centre_id, complaint_id, by)
    row.official_code = nfc(official_code).strip()[:60]
    row.forwarded_at = at or now()
    row.save()
    audit.record(FORWARDED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


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
    row = _open_row(centre_id, complaint_id, by)
    row.answer = nfc(words).strip()[: rules.WORDS_MAX]
    row.answered_at = row.answered_at or at or now()
    row.save()
    audit.record(ANSWERED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    intent = messaging.Intent(
        centre_id,
        subject_of_complaint(row.pk),
        "answered",
        centre.commune_words(centre.by_id(centre_id)),
        row.code,
    )
    messaging.send(intent, by=by, key=derived_key(key, "told"), at=at)


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
    row = _open_row(centre_id, complaint_id, by)
    if row.answered_at is None:
        raise NotAnsweredYet()
    row.pleased, row.closed_at = pleased, at or now()
    row.save()
    audit.record(CLOSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    subject = subject_of_complaint(row.pk)
    messaging.forget(centre_id, subject, by=by, key=derived_key(key, "contact"), at=at)


def official_text(opened: OpenedComplaint, place: str) -> str:
    """Return the text to lay into the official system for phản ánh, kiến nghị."""
    told = opened.complaint
    return (
        f"Phản ánh, kiến nghị về {ABOUT_WORDS[told.about]}\n"
        f"Nơi tiếp nhận ban đầu: Trung tâm Phục vụ hành chính công {place}, số {told.label}, "
        f"ngày {local(told.taken_at):%d/%m/%Y}\n\n{opened.words}"
    )


def _accused(centre_id: int, opinion: Opinion) -> set[int]:
    heads = {one.id for one in accounts.all_staff(centre_id) if one.role is Role.HEAD}
    return {*opinion.accused, *(heads if opinion.about_head else ())}


def _about(row: Row) -> tuple[int, ...]:
    return tuple(row.accused or ())


def _candidates(centre_id: int) -> list[int]:
    staff = accounts.all_staff(centre_id)
    return [one.id for role in OWNERS for one in staff if one.role is role]


def _owner(centre_id: int, accused: Collection[int]) -> int:
    owner = rules.owner_of(_candidates(centre_id), accused)
    if owner is None:
        raise NobodyImpartial()
    return owner


def _row(centre_id: int, complaint_id: int, by: Actor) -> Row:
    row = Row.objects.of(centre_id).filter(pk=complaint_id).first()
    if row is None or by.actor_id in _about(row):
        raise NoSuchComplaint(str(complaint_id))
    if row.owner_id != by.actor_id and not oversees(centre_id, by):
        raise NoSuchComplaint(str(complaint_id))
    return row


def _open_row(centre_id: int, complaint_id: int, by: Actor) -> Row:
    row = _row(centre_id, complaint_id, by)
    if row.closed_at is not None:
        raise AlreadyClosed()
    return row


def _record(row: Row) -> ComplaintRecord:
    answered_on = local(row.answered_at).date() if row.answered_at else None
    return ComplaintRecord(
        id=row.pk,
        centre_id=row.centre_id,
        label=rules.label("PA", row.number, row.year),
        code=row.code,
        about=About(row.about),
        channel=row.channel,
        owner_id=row.owner_id,
        taken_at=row.taken_at,
        due_on=row.due_on,
        stage=rules.stage(
            sent=row.forwarded_at is not None,
            answered=row.answered_at is not None,
            closed=row.closed_at is not None,
        ),
        late=rules.is_late(row.due_on, answered_on, today()),
        official_code=row.official_code,
        answered_at=row.answered_at,
        closed_at=row.closed_at,
    )


def _opened(row: Row) -> OpenedComplaint:
    return OpenedComplaint(_record(row), row.words, row.answer, _about(row), row.pleased)
