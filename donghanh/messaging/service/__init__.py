"""Messaging: the front door. Who agreed, what is to be said, and that it was said once.

A message is noted before anything is sent. What surely failed is tried again by the worker; what
may have been sent is shown as unknown, and a person finds out.
"""

from __future__ import annotations

from ..faults import CannotSendAgain, NoConsent, NoSuchList, NoSuchMessage, ReachRefused
from ..records import (
    Channel,
    Consent,
    Hamlet,
    HamletLine,
    HamletSheet,
    Intent,
    Message,
    Opened,
    Outbox,
    Reach,
    Stage,
    Subject,
)
from .carrying import carry_due, has_due
from .consents import (
    agree,
    consent,
    forget,
    forget_old,
    postpone,
    read_reach,
    withdraw,
    wrong_with_reach,
)
from .hamlets import hamlet_sheet, make_hamlet_list
from .intents import ever_said, messages_of, new_events, send
from .outbox import (
    by_machine,
    drop,
    not_reached,
    open_message,
    outbox,
    send_again,
    subject_of_message,
    tell,
)
from .working import order_carrying

__all__ = [
    "CannotSendAgain",
    "Channel",
    "Consent",
    "Hamlet",
    "HamletLine",
    "HamletSheet",
    "Intent",
    "Message",
    "NoConsent",
    "NoSuchList",
    "NoSuchMessage",
    "Opened",
    "Outbox",
    "Reach",
    "ReachRefused",
    "Stage",
    "Subject",
    "agree",
    "by_machine",
    "carry_due",
    "consent",
    "drop",
    "ever_said",
    "forget",
    "forget_old",
    "hamlet_sheet",
    "has_due",
    "make_hamlet_list",
    "messages_of",
    "new_events",
    "not_reached",
    "open_message",
    "order_carrying",
    "outbox",
    "postpone",
    "read_reach",
    "send",
    "send_again",
    "subject_of_message",
    "tell",
    "withdraw",
    "wrong_with_reach",
]
