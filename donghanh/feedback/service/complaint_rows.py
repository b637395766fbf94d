"""A complaint's row: who may see it, who may own it, and the record it is handed out as."""

from __future__ import annotations

from collections.abc import Collection

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Role
from donghanh.base.clock import local, today
from donghanh.base.people import Actor

from .. import rules
from ..faults import AlreadyClosed, NobodyImpartial, NoSuchComplaint
from ..models import Complaint as Row
from ..records import About, ComplaintRecord, OpenedComplaint

OVERSEERS = (Role.HEAD, Role.SUPERVISOR)  # in the order in which one becomes the owner
OWNERS = (*OVERSEERS, Role.OFFICER, Role.POLICE)


def oversees(centre_id: int, by: Actor) -> bool:
    """Return whether somebody sees and gives out the complaints that are not about them."""
    return by.actor_kind == "staff" and accounts.role_of(centre_id, by.actor_id) in OVERSEERS


def heads(centre_id: int) -> set[int]:
    """Return the ids of who heads the centre."""
    return {one.id for one in accounts.all_staff(centre_id) if one.role is Role.HEAD}


def about(row: Row) -> tuple[int, ...]:
    """Return whom a complaint is about."""
    return tuple(row.accused or ())


def is_about(row: Row, by: Actor) -> bool:
    """Return whether a complaint is about somebody."""
    return by.actor_kind == "staff" and by.actor_id in about(row)


def owners(centre_id: int, accused: Collection[int]) -> list[int]:
    """Return who may own a complaint, who comes first first."""
    staff = accounts.all_staff(centre_id)
    fit = [one.id for role in OWNERS for one in staff if one.role is role]
    return [one for one in fit if one not in accused]


def owner_for(centre_id: int, accused: Collection[int]) -> int:
    """Return who owns a complaint. Raise NobodyImpartial."""
    owner = rules.owner_of(owners(centre_id, accused), accused)
    if owner is None:
        raise NobodyImpartial()
    return owner


def row_for(centre_id: int, complaint_id: int, by: Actor, *, to_change: bool = False) -> Row:
    """Return a row for its owner or an overseer, locked where it is to be changed.

    Raise NoSuchComplaint, also for who is accused.
    """
    rows = Row.objects.of(centre_id).filter(pk=complaint_id)
    row = (rows.select_for_update() if to_change else rows).first()
    if row is None or is_about(row, by):
        raise NoSuchComplaint(str(complaint_id))
    if row.owner_id != by.actor_id and not oversees(centre_id, by):
        raise NoSuchComplaint(str(complaint_id))
    return row


def open_row_for(centre_id: int, complaint_id: int, by: Actor) -> Row:
    """Return a row that is not closed, locked. Raise AlreadyClosed, NoSuchComplaint."""
    row = row_for(centre_id, complaint_id, by, to_change=True)
    if row.closed_at is not None:
        raise AlreadyClosed()
    return row


def record_of(row: Row) -> ComplaintRecord:
    """Return a row as a record."""
    answered_on = local(row.answered_at).date() if row.answered_at else None
    told_on = local(row.told_at).date() if row.told_at else None
    return ComplaintRecord(
        id=row.pk,
        centre_id=row.centre_id,
        label=rules.label("PA", row.number, row.year),
        code=row.code,
        about=About(row.about),
        channel=row.channel,
        owner_id=row.owner_id,
        taken_at=row.taken_at,
        due_on=row.again_on or row.due_on,
        told_at=row.told_at,
        stage=rules.stage(
            sent=row.forwarded_at is not None,
            told=row.told_at is not None,
            answered=row.answered_at is not None,
            closed=row.closed_at is not None,
        ),
        late=rules.is_late(
            row.due_on, answered_on, today(), told_on=told_on, again_on=row.again_on
        ),
        official_code=row.official_code,
        answered_at=row.answered_at,
        closed_at=row.closed_at,
    )


def opened(row: Row) -> OpenedComplaint:
    """Return a row with its words."""
    accused = about(row)
    return OpenedComplaint(
        record_of(row),
        words=row.words,
        told=row.told,
        answer=row.answer,
        accused=accused,
        about_head=not heads(row.centre_id).isdisjoint(accused),
        owners=tuple(owners(row.centre_id, accused)),
        pleased=row.pleased,
    )
