"""What the messaging room hands out and takes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Channel(StrEnum):
    """How somebody can be told."""

    SMS = "sms"
    ZALO = "zalo"
    EMAIL = "email"
    CALL = "call"
    HAMLET = "hamlet"  # the head of the hamlet passes it on


class Outcome(StrEnum):
    """What is known after a try to send. Only NOT_SENT may be tried again by itself."""

    SENT = "sent"  # the carrier has it
    NOT_SENT = "not_sent"  # surely nothing left: a second try cannot double
    REFUSED = "refused"  # surely not sent, and a second try would say the same
    UNKNOWN = "unknown"  # it may have been sent: a person finds out


class Stage(StrEnum):
    """Where a message stands, told from its instants."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    BY_HAND = "by_hand"
    REFUSED = "refused"
    GAVE_UP = "gave_up"
    UNKNOWN = "unknown"
    TOLD = "told"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about: a dossier, an appointment, a visit; by its id in its own room."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How to reach somebody. `address`: telephone or e-mail; `person`: as the hamlet knows them.

    `text_only`: messages only, never a call ("chỉ nhắn tin").
    """

    channel: Channel
    address: str = ""
    person: str = ""
    hamlet: str = ""
    text_only: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody agreed to be told of one matter (đồng ý nhận tin); without the contact.

    `text_only`: never to be called; whoever sees the number elsewhere must know it.
    """

    id: int
    subject: Subject
    channel: Channel
    agreed_at: datetime
    keep_until_on: date
    text_only: bool


@dataclass(frozen=True, slots=True)
class Intent:
    """What is to be said: a text of content/messages.yaml and what stands in it.

    `place`: the commune with its kind ("xã Vĩnh Thuận"). Never a procedure, never a need.
    `until`: from then on it would be wrong to say it, and nobody does; None: it stays true.
    """

    centre_id: int
    subject: Subject
    kind: str
    place: str
    code: str = ""
    come_on: date | None = None
    hour: str = ""
    where: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said to one person about one matter (tin nhắn).

    `tries`: of the machine; `calls`: of people who did not reach its person, the last `called_at`.
    """

    id: int
    subject: Subject
    kind: str
    channel: Channel
    words: str
    stage: Stage
    intended_at: datetime
    come_on: date | None
    tries: int
    reason: str
    calls: int = 0
    called_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A message with whom it is for; opening it was an event."""

    message: Message
    reach: Reach


@dataclass(frozen=True, slots=True)
class Letter:
    """What a carrier takes: `key` is the same at each try, so that it can tell a repeat."""

    key: str
    to: str
    words: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a try; `reason` is for the office and never holds an address."""

    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HamletLine:
    """One person of a hamlet head's list: who, when to come with what, where. Never why."""

    message_id: int
    person: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class HamletSheet:
    """What a hamlet head is asked to pass on (danh sách nhờ báo giúp)."""

    id: int
    hamlet: str
    made_at: datetime
    lines: tuple[HamletLine, ...]


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet with how many people wait to be told, and the open lists that were printed."""

    name: str
    waiting: int
    lists: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outbox:
    """What a person must do, and what the machine does by itself. `more`: not shown yet."""

    by_hand: tuple[Message, ...]
    unknown: tuple[Message, ...]
    by_machine: tuple[Message, ...]
    hamlets: tuple[Hamlet, ...]
    more: int = 0
