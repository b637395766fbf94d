"""Complaints (phản ánh, kiến nghị): taken down with a number, an owner and a date; read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models.functions import Coalesce

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.base.text import nfc
from donghanh.centre import service as centre
from donghanh.messaging import service as messaging

from .. import rules
from ..faults import AboutYou, NoSuchComplaint
from ..models import Complaint as Row
from ..models import Series
from ..records import About, ComplaintRecord, OpenedComplaint, Opinion
from .complaint_rows import (
    heads,
    is_about,
    opened,
    oversees,
    owner_for,
    record_of,
    row_for,
)

TAKEN = "complaint.taken"
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

    Raise AboutYou when who takes it down is accused, NobodyImpartial.
    """
    rows = Row.objects.of(centre_id)
    made = audit.replayed(TAKEN, key, centre_id=centre_id)
    if made is not None:
        return record_of(rows.get(pk=made))
    accused = {*opinion.accused, *(heads(centre_id) if opinion.about_head else ())}
    if by.actor_kind == "staff" and by.actor_id in accused:
        raise AboutYou()
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
        owner_id=owner_for(centre_id, accused),
        taken_at=moment,
        due_on=centre.calendar().due_working_days(local(moment), rules.ANSWER_DAYS).on,
    )
    audit.record(TAKEN, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(row)


def complaints(centre_id: int, *, by: Actor, closed: bool = False) -> tuple[ComplaintRecord, ...]:
    """Return the complaints that somebody may see, the most pressing first; without words."""
    rows = Row.objects.of(centre_id).filter(closed_at__isnull=not closed)
    if not oversees(centre_id, by):
        rows = rows.filter(owner_id=by.actor_id)
    pressing = Coalesce("again_on", "due_on")
    shown = rows.order_by("-closed_at" if closed else pressing, "pk")[:200]
    return tuple(record_of(row) for row in shown if not is_about(row, by))


def complaint_by_code(centre_id: int, code: str, *, by: Actor) -> OpenedComplaint:
    """Return a complaint for its author. Reading it is an event.

    Raise NoSuchComplaint, also for who is accused and signed in.
    """
    row = Row.objects.of(centre_id).filter(code=tidy_code(code)).first()
    if row is None or is_about(row, by):
        raise NoSuchComplaint(code)
    audit.note_read("complaint.read", row.pk, by=by, centre_id=centre_id)
    return opened(row)


def read_complaint(centre_id: int, complaint_id: int, *, by: Actor) -> OpenedComplaint:
    """Return a complaint with its words for owner or overseer; opening it is an event.

    Raise NoSuchComplaint, also for who is accused.
    """
    row = row_for(centre_id, complaint_id, by)
    audit.note_read("complaint.read", row.pk, by=by, centre_id=centre_id)
    return opened(row)


def accused_in(centre_id: int, complaint_id: int, *, by: Actor) -> bool:
    """Return whether a complaint is about somebody, who must then not learn who its author is."""
    row = Row.objects.of(centre_id).filter(pk=complaint_id).first()
    return row is not None and is_about(row, by)


def official_text(told: OpenedComplaint, place: str) -> str:
    """Return the text to lay into the official system for phản ánh, kiến nghị."""
    one = told.complaint
    above = (
        "Nói về người đứng đầu Trung tâm: đề nghị cấp trên của người đó xem xét.\n"
        if told.about_head
        else ""
    )
    return (
        f"Phản ánh, kiến nghị về {ABOUT_WORDS[one.about]}\n"
        f"Nơi tiếp nhận ban đầu: Trung tâm Phục vụ hành chính công {place}, số {one.label}, "
        f"ngày {local(one.taken_at):%d/%m/%Y}\n{above}\n{told.words}"
    )
