"""The outbox: what a person must do, and what they say of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from ..carriers import carrier
from ..faults import CannotSendAgain, NoConsent
from ..models import Attempt
from ..models import Message as MessageRow
from ..noting import sending_key
from ..records import Channel, Hamlet, Message, Opened, Outbox, Outcome, Stage, Subject
from ..rows import reach_of, record_of, row_of, unsettled

TOLD, DROPPED, AGAIN = "message.told", "message.dropped", "message.sent_again"
NOT_REACHED = "message.not_reached"
SHOWN_MAX = 200  # of a week without anybody at the outbox
MACHINE = (Stage.QUEUED, Stage.SENDING)


def by_machine(channel: Channel) -> bool:
    """Return whether the machine sends on this channel by itself here."""
    return carrier(channel) is not None


def outbox(centre_id: int) -> Outbox:
    """Return what is not settled: nobody's name, nobody's number."""
    found = unsettled(centre_id)
    rows = list(found.order_by("intended_at", "pk")[:SHOWN_MAX])
    shown = [(row, record_of(row)) for row in rows]
    others = [one for row, one in shown if row.channel != Channel.HAMLET]
    return Outbox(
        by_hand=tuple(o for o in others if o.stage not in (*MACHINE, Stage.UNKNOWN)),
        unknown=tuple(o for o in others if o.stage is Stage.UNKNOWN),
        by_machine=tuple(o for o in others if o.stage in MACHINE),
        hamlets=_hamlets([row for row in rows if row.channel == Channel.HAMLET]),
        more=found.count() - SHOWN_MAX if len(rows) == SHOWN_MAX else 0,
    )


def _hamlets(rows: list[MessageRow]) -> tuple[Hamlet, ...]:
    waiting: defaultdict[str, int] = defaultdict(int)
    lists: defaultdict[str, set[int]] = defaultdict(set)
    for row in rows:
        waiting[row.consent.hamlet] += row.hamlet_list_id is None
        if row.hamlet_list_id is not None:
            lists[row.consent.hamlet].add(row.hamlet_list_id)
    return tuple(Hamlet(one, waiting[one], tuple(sorted(lists[one]))) for one in sorted(waiting))


def subject_of_message(centre_id: int, message_id: int) -> Subject:
    """Return what a message is about, without opening whom it is for. Raise NoSuchMessage."""
    return record_of(row_of(centre_id, message_id)).subject


def open_message(centre_id: int, message_id: int, *, by: Actor) -> Opened:
    """Return a message with whom it is for. Opening it is an event. Raise NoSuchMessage."""
    row = row_of(centre_id, message_id)
    if row.consent.ended_at is not None:
        raise NoConsent(str(message_id))
    audit.note_read("contact.read", row.consent_id, by=by, centre_id=centre_id)
    return Opened(record_of(row), reach_of(row.consent))


@audit.verb
def tell(
    centre_id: int, message_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Message:
    """A person says that it was told, or that it has arrived. Raise NoSuchMessage."""
    return _settle(TOLD, centre_id, message_id, by=by, key=key, at=at)


@audit.verb
def drop(
    centre_id: int, message_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Message:
    """A person says that it need not, or cannot, be told any more. Raise NoSuchMessage."""
    return _settle(DROPPED, centre_id, message_id, by=by, key=key, at=at)


def _settle(
    verb: str, centre_id: int, message_id: int, *, by: Actor, key: UUID, at: datetime | None
) -> Message:
    if audit.replayed(verb, key, centre_id=centre_id) is None:
        row, instant = row_of(centre_id, message_id), at or now()
        mine = MessageRow.objects.of(centre_id).filter(pk=row.pk)
        if verb == TOLD:
            mine.update(told_at=instant, next_at=None)
        else:
            mine.update(dropped_at=instant, next_at=None)
        audit.record(verb, message_id, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(_any(centre_id, message_id))


@audit.verb
def not_reached(
    centre_id: int, message_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Message:
    """A person called and nobody answered; it stays to be told. Raise NoSuchMessage."""
    if audit.replayed(NOT_REACHED, key, centre_id=centre_id) is None:
        row, instant = row_of(centre_id, message_id), at or now()
        Attempt.objects.create(
            centre_id=centre_id,
            message=row,
            began_at=instant,
            ended_at=instant,
            outcome=Outcome.NOT_SENT,
            by_person=True,
        )
        audit.record(NOT_REACHED, message_id, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(_any(centre_id, message_id))


@audit.verb
def send_again(
    centre_id: int, message_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Message:
    """A person found that it did not arrive: let the machine try once more.

    Raise NoSuchMessage, or CannotSendAgain where no machine sends on this channel.
    """
    if audit.replayed(AGAIN, key, centre_id=centre_id) is None:
        row = row_of(centre_id, message_id)
        stage = record_of(row).stage
        if stage in MACHINE or not by_machine(Channel(row.channel)):
            raise CannotSendAgain(str(message_id))
        mine = MessageRow.objects.of(centre_id).filter(pk=row.pk)
        mine.update(next_at=at or now(), sending_key=sending_key(centre_id, key))
        audit.record(AGAIN, message_id, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(_any(centre_id, message_id))


def _any(centre_id: int, message_id: int) -> MessageRow:
    return MessageRow.objects.of(centre_id).select_related("consent").get(pk=message_id)
