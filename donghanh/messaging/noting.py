"""A message as it is noted: its words for the channel that its person chose."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings

from donghanh.base.clock import local

from . import rules
from .carriers import carrier
from .models import Consent, Message
from .records import Channel, Intent
from .rows import subject_of
from .texts import words_of

SLOTS = ("place", "code", "hour", "where")
SENDING_KEYS = UUID("b1f5c5b0-4d0c-4f7e-8a55-2f6f0f2f9f11")


def note(intent: Intent, agreed: Consent, key: UUID, at: datetime) -> Message | None:
    """Write down what is to be said; None where this channel does not say it.

    Raise KeyError for a kind without a text.
    """
    channel = Channel(agreed.channel)
    words, title = words_of(intent, channel, accents=settings.SMS_ACCENTS)
    if not words:
        return None
    return Message.objects.create(
        centre_id=intent.centre_id,
        consent=agreed,
        kind=intent.kind,
        channel=channel,
        words=words,
        title=title,
        slots={name: getattr(intent, name) for name in SLOTS},
        come_on=intent.come_on,
        sending_key=sending_key(intent.centre_id, key),
        intended_at=at,
        until_at=intent.until,
        next_at=rules.by_day(local(at), channel) if carrier(channel) else None,
    )


def sending_key(centre_id: int, key: UUID) -> UUID:
    """Return the key by which a carrier tells a repeat: the same at each try of the machine.

    When a person has it sent again it is another, or the carrier would say yes and send nothing.
    """
    return uuid5(SENDING_KEYS, f"{centre_id}:{key}")


def intent_of(row: Message) -> Intent:
    """Return what a message was to say."""
    subject, until = subject_of(row.consent), row.until_at
    return Intent(row.centre_id, subject, row.kind, come_on=row.come_on, until=until, **row.slots)
