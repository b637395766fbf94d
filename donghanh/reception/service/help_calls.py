"""Calling a person to a place: to a machine, or to a volunteer who is not sure.

It says nothing on the board or by loudspeaker: one strip on every screen of the staff shows it,
whoever says "Tôi tới" first comes, and the asker sees the name.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor

from ..help_records import HelpCall
from ..models import HelpCall as HelpCallRow

CALLED, TAKEN = "help.called", "help.taken"
STANDS_FOR = timedelta(hours=4)  # half a day; who still needs somebody then has found one


class NoSuchHelpCall(Fact):
    """This centre has no such call for a person."""

    message = "Không tìm thấy lần gọi này."
    remedy = "Tải lại trang để xem danh sách mới."


@audit.verb
def call_help(
    centre_id: int,
    place: str,
    *,
    wants_officer: bool,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> HelpCall:
    """Ask for a person at a place. While one call of an asker stands, another press is the same."""
    made = audit.replayed(CALLED, key, centre_id=centre_id)
    if made is not None:
        return help_call(centre_id, made)
    at = at or now()
    own = HelpCallRow.objects.of(centre_id).filter(
        asker_kind=by.actor_kind, asker_id=by.actor_id, taken_at=None
    )
    own.filter(called_at__lt=at - STANDS_FOR).delete()
    row = own.first() or HelpCallRow.objects.create(
        centre_id=centre_id,
        asker_kind=by.actor_kind,
        asker_id=by.actor_id,
        place=place,
        wants_officer=wants_officer,
        called_at=at,
    )
    audit.record(CALLED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


@audit.verb
def take_call(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> HelpCall:
    """ "Tôi tới": who says it first comes; a second press changes nothing. Raise NoSuchHelpCall."""
    help_call(centre_id, call_id)
    if audit.replayed(TAKEN, key, centre_id=centre_id) is None:
        rows = HelpCallRow.objects.of(centre_id).filter(pk=call_id, taken_at=None)
        rows.update(taken_at=at or now(), taken_by_id=by.actor_id)
        audit.record(TAKEN, call_id, by=by, key=key, at=at, centre_id=centre_id)
    return help_call(centre_id, call_id)


def help_call(centre_id: int, call_id: int) -> HelpCall:
    """Return a call with who comes. Raise NoSuchHelpCall."""
    row = HelpCallRow.objects.of(centre_id).filter(pk=call_id).first()
    if row is None:
        raise NoSuchHelpCall(str(call_id))
    return _record(row)


def help_calls(centre_id: int, *, taken_since: datetime | None = None) -> tuple[HelpCall, ...]:
    """Return the calls that nobody took, oldest first, and those taken since an instant."""
    shown = Q(taken_at=None, called_at__gte=now() - STANDS_FOR)
    if taken_since is not None:
        shown |= Q(taken_at__gte=taken_since)
    rows = HelpCallRow.objects.of(centre_id).filter(shown).order_by("pk")
    return tuple(_record(row) for row in rows)


def _record(row: HelpCallRow) -> HelpCall:
    return HelpCall(
        row.pk,
        row.asker_kind,
        row.asker_id,
        row.place,
        row.wants_officer,
        row.called_at,
        row.taken_at,
        row.taken_by_id,
    )
