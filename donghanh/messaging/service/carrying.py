"""What the worker does: try each message that is due, once, outside any transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import SystemActor
from donghanh.base.sealed import KeyLost

from .. import rules
from ..carriers import carrier
from ..models import Attempt
from ..models import Message as MessageRow
from ..records import Answer, Channel, Letter, Outcome
from ..rows import reach_of, unsettled

TRIED = "message.tried"
AT_ONCE_MAX = 50  # of one task; the schedule comes back in half a minute
LOST_AFTER = timedelta(minutes=10)  # no carrier takes a minute: who began so long ago is gone
TRY_KEYS = UUID("5d2b8f1e-8a39-4f6b-9a02-0f9d6a4b7c30")


def has_due(centre_id: int, *, at: datetime | None = None) -> bool:
    """Return whether the machine has something to send, or a try that was cut short."""
    at = at or now()
    due = MessageRow.objects.of(centre_id).filter(
        next_at__lte=at, sent_at=None, told_at=None, dropped_at=None
    )
    lost = Attempt.objects.of(centre_id).filter(ended_at=None, began_at__lt=at - LOST_AFTER)
    return due.exists() or lost.exists()


def carry_due(centre_id: int) -> int:
    """Try every message that is due. Return how many the carriers took.

    Two workers may do this at once: whoever empties `next_at` first has the message.
    """
    for row in Attempt.objects.of(centre_id).filter(ended_at=None, began_at__lt=now() - LOST_AFTER):
        _end(row, Answer(Outcome.UNKNOWN, "máy dừng giữa chừng"))
    due = unsettled(centre_id).filter(next_at__lte=now()).order_by("next_at")
    return sum(_carry(row) for row in due[:AT_ONCE_MAX])


def _carry(row: MessageRow) -> bool:
    attempt = _begin(row)
    if attempt is None:
        return False
    answer = _sent(row)
    _end(attempt, answer)
    return answer.outcome is Outcome.SENT


def _begin(row: MessageRow) -> Attempt | None:
    """Claim a message and note that it is being tried, in one transaction. None: another has it."""
    with transaction.atomic():
        mine = MessageRow.objects.of(row.centre_id).filter(pk=row.pk, next_at=row.next_at)
        if not mine.filter(dropped_at=None, told_at=None).update(next_at=None):
            return None
        return Attempt.objects.create(centre_id=row.centre_id, message=row, began_at=now())


def _sent(row: MessageRow) -> Answer:
    way_out = carrier(Channel(row.channel))
    if way_out is None:
        return Answer(Outcome.REFUSED, "chưa đặt đường gửi")
    try:
        reach = reach_of(row.consent)
    except KeyLost:
        return Answer(Outcome.REFUSED, "không mở được số")
    return way_out.send(Letter(str(row.sending_key), reach.address, row.words, row.title))


@transaction.atomic
def _end(attempt: Attempt, answer: Answer) -> None:
    """Note what came of a try, and when the next one is, if any."""
    at = now()
    ended = Attempt.objects.of(attempt.centre_id).filter(pk=attempt.pk, ended_at=None)
    if not ended.update(ended_at=at, outcome=answer.outcome, reason=answer.reason[:60]):
        return
    mine = MessageRow.objects.of(attempt.centre_id).filter(pk=attempt.message_id)
    if answer.outcome is Outcome.SENT:
        mine.update(sent_at=at)
    else:
        tries = Attempt.objects.of(attempt.centre_id).filter(message_id=attempt.message_id).count()
        mine.filter(dropped_at=None).update(next_at=rules.next_try(answer.outcome, tries, at))
    by, key = SystemActor(attempt.centre_id), uuid5(TRY_KEYS, f"{attempt.pk}")
    audit.record(TRIED, attempt.message_id, by=by, key=key, centre_id=attempt.centre_id)
