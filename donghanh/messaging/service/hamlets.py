"""The list that a hamlet's head passes on: person, day, place. Never procedure, never need."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from ..faults import NoSuchList
from ..models import HamletList
from ..models import Message as MessageRow
from ..records import Channel, HamletLine, HamletSheet
from ..rows import reach_of, unsettled

MADE = "hamlet_list.made"


@audit.verb
def make_hamlet_list(
    centre_id: int, hamlet: str, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """Put who waits in a hamlet on one list and return its id. Raise NoSuchList for nobody.

    Each person agreed to be told this way; whoever prints it reads contacts, which is an event.
    """
    made = audit.replayed(MADE, key, centre_id=centre_id)
    if made is not None:
        return made
    waiting = unsettled(centre_id).filter(
        channel=Channel.HAMLET, consent__hamlet=hamlet, hamlet_list=None
    )
    ids = [row.pk for row in waiting]
    if not ids:
        raise NoSuchList(hamlet)
    row = HamletList.objects.create(centre_id=centre_id, hamlet=hamlet, made_at=at or now())
    MessageRow.objects.of(centre_id).filter(pk__in=ids).update(hamlet_list=row)
    audit.record(MADE, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return int(row.pk)


def hamlet_sheet(centre_id: int, list_id: int, *, by: Actor) -> HamletSheet:
    """Return a list with its people who are not told yet. Reading it is an event.

    Raise NoSuchList.
    """
    row = HamletList.objects.of(centre_id).filter(pk=list_id).first()
    if row is None:
        raise NoSuchList(str(list_id))
    audit.note_read("hamlet_list.read", row.pk, by=by, centre_id=centre_id)
    people = unsettled(centre_id).filter(hamlet_list=row).order_by("come_on", "pk")
    lines = (
        HamletLine(one.pk, reach_of(one.consent).person, one.words, one.slots["place"])
        for one in people
    )
    return HamletSheet(row.pk, row.hamlet, row.made_at, tuple(lines))
