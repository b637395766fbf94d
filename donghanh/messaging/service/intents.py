"""What is to be said: noted before anything is sent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from ..models import Attempt, Reading
from ..models import Consent as ConsentRow
from ..models import Message as MessageRow
from ..noting import note
from ..records import Intent, Message, Subject
from ..rows import messages, record_of

INTENDED = "message.intended"
# Two transactions may end in another order than they began: what is read once more changes nothing.
READ_AGAIN = timedelta(minutes=10)


@audit.verb
def send(intent: Intent, *, by: Actor, key: UUID, at: datetime | None = None) -> Message | None:
    """Note what is to be said to who agreed. None when nobody did, or not on their channel.

    What the person was not told yet about the same matter is said no more: this is newer. The
    worker sends it where the channel has a way out, else it waits in the outbox for a person.
    Raise KeyError for a kind without a text.
    """
    made = audit.replayed(INTENDED, key, centre_id=intent.centre_id)
    if made is not None:
        return record_of(messages(intent.centre_id).get(pk=made))
    agreed = ConsentRow.objects.of(intent.centre_id).filter(
        subject_kind=intent.subject.kind, subject_id=intent.subject.id, ended_at=None
    )
    row = agreed.first()
    if row is None:
        return None
    _drop_older(row, at or now())
    noted = note(intent, row, key, at or now())
    if noted is None:
        return None
    audit.record(INTENDED, noted.pk, by=by, key=key, at=at, centre_id=intent.centre_id)
    return record_of(messages(intent.centre_id).get(pk=noted.pk))


def _drop_older(agreed: ConsentRow, at: datetime) -> None:
    older = MessageRow.objects.of(agreed.centre_id).filter(consent=agreed)
    waiting = older.filter(sent_at=None, told_at=None, dropped_at=None)
    trying = Attempt.objects.of(agreed.centre_id).filter(ended_at=None).values("message_id")
    waiting.exclude(pk__in=trying).update(dropped_at=at, next_at=None)


def messages_of(centre_id: int, subject: Subject) -> tuple[Message, ...]:
    """Return what was said, or is to be said, about one matter, the latest first."""
    rows = messages(centre_id).filter(
        consent__subject_kind=subject.kind, consent__subject_id=subject.id
    )
    return tuple(record_of(row) for row in rows.order_by("-pk"))


def ever_said(centre_id: int, kind: str, ids: Collection[int]) -> frozenset[int]:
    """Return of which matters of a kind something was said, or is to be said."""
    rows = MessageRow.objects.of(centre_id).filter(
        consent__subject_kind=kind, consent__subject_id__in=ids
    )
    return frozenset(rows.values_list("consent__subject_id", flat=True))


def new_events(
    centre_id: int, verbs: Collection[str], *, at: datetime | None = None
) -> list[audit.EventNumber]:
    """Return events of some verbs since they were last read, and some minutes again.

    Whoever acts on them derives its key from the event, so that a second reading does nothing.
    """
    until = at or now()
    row, _ = Reading.objects.of(centre_id).get_or_create(
        centre_id=centre_id, defaults={"read_to_at": until}
    )
    found = audit.events_since(centre_id, row.read_to_at - READ_AGAIN, verbs)
    Reading.objects.of(centre_id).filter(pk=row.pk).update(read_to_at=until)
    return found
