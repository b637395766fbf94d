"""What the worker does: try each message that is due, once, outside any transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import SystemActor
from donghanh.base.scope import CentreQuerySet
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


def has_due(centre_id: int) -> bool:
    """Return whether the machine has something to send, or a try that was cut short."""
    return _due(centre_id).exists() or _cut_short(centre_id).exists()


def carry_due(centre_id: int) -> int:
    """Try every message that is due. Return how many the carriers took.

    Two workers may do this at once: whoever empties `next_at` first has the message. A carrier
    that fails is left in peace until the next round: one provider that hangs must not turn a
    morning's messages into as many unknown ones, nor keep the worker from other work.
    """
    for cut in _cut_short(centre_id):
        _end(cut, Answer(Outcome.UNKNOWN, "máy dừng giữa chừng"))
    taken, failed = 0, set[str]()
    for row in _due(centre_id).order_by("next_at")[:AT_ONCE_MAX]:
        if row.channel in failed:
            continue
        outcome = _carry(row)
        taken += outcome is Outcome.SENT
        if outcome in (Outcome.UNKNOWN, Outcome.NOT_SENT):
            failed.add(row.channel)
    return taken


def _due(centre_id: int) -> CentreQuerySet[MessageRow]:
    """Return what the machine may try now: nothing at night, nothing new while a carrier rests."""
    at = now()
    tried = Exists(Attempt.objects.of(centre_id).filter(message=OuterRef("pk")))
    due = unsettled(centre_id).filter(next_at__lte=at).exclude(channel__in=rules.silent(local(at)))
    return due.filter(~Q(channel__in=_resting(centre_id, at)) | tried)


def _resting(centre_id: int, at: datetime) -> list[str]:
    """Return the channels whose last try, not long ago, left nobody knowing what became of it."""
    lately = Attempt.objects.of(centre_id).filter(
        began_at__gt=at - rules.RESTS, ended_at__isnull=False, by_person=False
    )
    last = dict(lately.order_by("ended_at", "pk").values_list("message__channel", "outcome"))
    return [channel for channel, outcome in last.items() if outcome == Outcome.UNKNOWN]


def _cut_short(centre_id: int) -> CentreQuerySet[Attempt]:
    return Attempt.objects.of(centre_id).filter(ended_at=None, began_at__lt=now() - LOST_AFTER)


def _carry(row: MessageRow) -> Outcome | None:
    attempt = _begin(row)
    if attempt is None:
        return None
    answer = _sent(row)
    _end(attempt, answer)
    return answer.outcome


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
        made = Attempt.objects.of(attempt.centre_id).filter(
            message_id=attempt.message_id, by_person=False
        )
        next_at = rules.next_try(answer.outcome, made.count(), at)
        mine.filter(dropped_at=None).update(next_at=next_at)
    by, key = SystemActor(attempt.centre_id), uuid5(TRY_KEYS, f"{attempt.pk}")
    audit.record(TRIED, attempt.message_id, by=by, key=key, centre_id=attempt.centre_id)
