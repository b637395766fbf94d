"""Sitting down with a visitor, and leaving: what was on the screen is not opened again."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from donghanh.accounts import service as accounts
from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import tidy_code
from donghanh.base.people import Actor
from donghanh.reception import service as reception

from .. import draft_rules
from ..faults import ForThemselves, MayNotSit, NotSitting
from ..models import Sitting as SittingRow
from ..records_drafts import Sitting

BEGAN, ENDED = "sitting.began", "sitting.ended"
SEEN_EVERY = timedelta(minutes=1)  # who only looks is written down once a minute


@audit.verb
def sit_down(
    centre_id: int,
    visit_id: int,
    *,
    not_for_self: bool,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    slip_code: str = "",
    counter_number: int | None = None,
) -> Sitting:
    """Sit with a visitor; an earlier sitting of this helper, or at this counter, ends.

    `not_for_self` is what the helper declared. `slip_code` is read from the visitor's slip: who
    helps for a shift needs it, and everybody who opens a visit of another day.
    Raise ForThemselves, MayNotSit, NoSuchVisit.
    """
    made = audit.replayed(BEGAN, key, centre_id=centre_id)
    if made is not None:
        return _record(SittingRow.objects.of(centre_id).get(pk=made))
    if not not_for_self:
        raise ForThemselves()
    at = at or now()
    visit = reception.visit(centre_id, visit_id)
    if not draft_rules.may_sit(_seat(visit, slip_code, by=by, at=at)):
        raise MayNotSit(str(visit_id))
    _end(_open(centre_id).filter(helper_id=by.actor_id), at)
    if counter_number is not None:
        _end(_open(centre_id).filter(counter_number=counter_number), at)
    row = SittingRow.objects.create(
        centre_id=centre_id,
        visit_id=visit.id,
        helper_id=by.actor_id,
        counter_number=counter_number,
        began_at=at,
        seen_at=at,
    )
    audit.record(BEGAN, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


def _seat(visit: reception.Visit, slip_code: str, *, by: Actor, at: datetime) -> draft_rules.Seat:
    ours = by.actor_kind == "staff" and by.centre_id == visit.centre_id
    role = accounts.role_of(visit.centre_id, by.actor_id) if ours else None
    receives = role is not None and accounts.may(role, accounts.Right.RECEIVE)
    return draft_rules.Seat(
        receives=receives,
        shift=role in accounts.SHIFT_ROLES,
        slip_shown=bool(slip_code) and tidy_code(slip_code) == visit.slip_code,
        came_today=visit.day == local(at).date(),
        visit_open=visit.closed_at is None,
    )


@audit.verb
def leave(centre_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> None:
    """The helper leaves the screen, or it lay idle: no page of the visit opens again there."""
    if audit.replayed(ENDED, key, centre_id=centre_id) is not None:
        return
    row = _open(centre_id).filter(helper_id=by.actor_id).first()
    if row is None:
        return
    _end(_open(centre_id).filter(pk=row.pk), at or now())
    audit.record(ENDED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def wipe_counter(
    centre_id: int, counter_number: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> bool:
    """The next ticket is called to a counter: whoever sat there with the last visitor is done.

    Return whether somebody sat there. Nothing is written where nobody did.
    """
    if audit.replayed(ENDED, key, centre_id=centre_id) is not None:
        return True
    row = _open(centre_id).filter(counter_number=counter_number).first()
    if row is None:
        return False
    _end(_open(centre_id).filter(pk=row.pk), at or now())
    audit.record(ENDED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return True


def sitting(centre_id: int, *, by: Actor) -> Sitting | None:
    """Return the sitting of a helper, None when it ended, lay idle, or the visit was closed."""
    row = _of(centre_id, by=by)
    return _record(row) if row else None


def must_sit(centre_id: int, visit_id: int, *, by: Actor) -> None:
    """Raise NotSitting unless this helper sits with this visitor now; note that they are there."""
    row = _of(centre_id, by=by)
    if row is None or row.visit_id != visit_id:
        raise NotSitting(str(visit_id))
    if now() - row.seen_at >= SEEN_EVERY:
        SittingRow.objects.of(centre_id).filter(pk=row.pk).update(seen_at=now())


def _of(centre_id: int, *, by: Actor) -> SittingRow | None:
    if by.actor_kind != "staff" or by.centre_id != centre_id:
        return None
    row = _open(centre_id).filter(helper_id=by.actor_id).first()
    return None if row is None or is_over(row) else row


def is_over(row: SittingRow) -> bool:
    """Whether a sitting that nobody ended is over all the same."""
    closed_at = reception.visit(row.centre_id, row.visit_id).closed_at
    return draft_rules.sitting_over(row.began_at, row.seen_at, closed_at, now())


def _open(centre_id: int) -> QuerySet[SittingRow]:
    return SittingRow.objects.of(centre_id).filter(ended_at=None)


def _end(rows: QuerySet[SittingRow], at: datetime) -> None:
    rows.update(ended_at=at)


def _record(row: SittingRow) -> Sitting:
    return Sitting(
        row.pk,
        row.centre_id,
        row.visit_id,
        row.helper_id,
        row.counter_number,
        row.began_at,
        row.ended_at,
    )
