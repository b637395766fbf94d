"""Rows of messages as records."""

from __future__ import annotations

from django.db.models import Prefetch, Q

from donghanh.base.clock import now
from donghanh.base.scope import CentreQuerySet
from donghanh.base.sealed import KeyLost

from . import rules
from .faults import NoSuchMessage
from .models import Attempt, Consent, Message
from .records import Channel, Outcome, Reach, Subject
from .records import Consent as ConsentRecord
from .records import Message as MessageRecord


def messages(centre_id: int) -> CentreQuerySet[Message]:
    """Return a centre's messages with consent and tries: two queries when they are read."""
    tries = Prefetch("attempts", Attempt.objects.of(centre_id).order_by("pk"))
    return Message.objects.of(centre_id).select_related("consent").prefetch_related(tries)


def unsettled(centre_id: int) -> CentreQuerySet[Message]:
    """Return the messages that nobody has got for sure, and that are still true."""
    return messages(centre_id).filter(
        Q(until_at=None) | Q(until_at__gt=now()), sent_at=None, told_at=None, dropped_at=None
    )


def row_of(centre_id: int, message_id: int) -> Message:
    """Return a message that is not settled. Raise NoSuchMessage."""
    row = unsettled(centre_id).filter(pk=message_id).first()
    if row is None:
        raise NoSuchMessage(str(message_id))
    return row


def record_of(row: Message) -> MessageRecord:
    """Return a message as others may see it."""
    tries = [one for one in row.attempts.all() if not one.by_person]
    calls = [one for one in row.attempts.all() if one.by_person]
    ended = [one for one in tries if one.ended_at]
    past = row.until_at is not None and row.until_at <= now()
    stage = rules.stage(
        sent=row.sent_at is not None,
        told=row.told_at is not None,
        dropped=row.dropped_at is not None or past,
        queued=row.next_at is not None,
        sending=len(ended) < len(tries),
        last=Outcome(ended[-1].outcome) if ended else None,
    )
    return MessageRecord(
        row.pk,
        subject_of(row.consent),
        row.kind,
        Channel(row.channel),
        row.words,
        stage,
        row.intended_at,
        row.come_on,
        len(tries),
        ended[-1].reason if ended else "",
        len(calls),
        calls[-1].began_at if calls else None,
    )


def consent_of(row: Consent) -> ConsentRecord:
    """Return a consent without its contact."""
    try:
        text_only = reach_of(row).text_only
    except KeyLost:
        text_only = True  # nobody knows: better not to call
    return ConsentRecord(
        row.pk, subject_of(row), Channel(row.channel), row.agreed_at, row.keep_until_on, text_only
    )


def subject_of(row: Consent) -> Subject:
    """Return what a consent is about."""
    return Subject(row.subject_kind, row.subject_id)


def reach_of(row: Consent) -> Reach:
    """Open a contact; empty once it was blanked."""
    kept = row.reach or {}
    return Reach(
        Channel(row.channel),
        kept.get("address", ""),
        kept.get("person", ""),
        row.hamlet,
        bool(kept.get("text_only")),
    )
