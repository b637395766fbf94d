"""What the reception room hands out about those who asked for a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from donghanh.base.people import Actor


@dataclass(frozen=True, slots=True)
class Danger:
    """A kind of danger and what is done: words for the one who asks, lines for the officer.

    `quiet`: those who stand near must not read it. `hours` is the law's term, None where it sets
    none; `clock` says from when it runs. `to_check` is for officers only.
    """

    id: str
    words: str
    quiet: bool
    here: str
    now: tuple[str, ...]
    message: str
    officer: tuple[str, ...]
    hours: int | None = None
    clock: str = ""
    law: str = ""
    to_check: str = ""


@dataclass(frozen=True, slots=True)
class DoneChoice:
    """Something that may have been done about an alarm."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class HelpCall:
    """Somebody asks for a person at a place; `taken_by_id` is the member of staff who comes.

    `wants_officer`: a volunteer cannot come to it.
    """

    id: int
    asker_kind: str
    asker_id: int
    place: str
    wants_officer: bool
    called_at: datetime
    taken_at: datetime | None
    taken_by_id: int | None

    def is_of(self, asker: Actor) -> bool:
        """Return whether this machine, or this member of staff, asked."""
        return (self.asker_kind, self.asker_id) == (asker.actor_kind, asker.actor_id)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Somebody in danger asked for an officer (báo nguy): where and when, not what they said."""

    id: int
    place: str
    raised_at: datetime
    taken_at: datetime | None
    taken_by_id: int | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenedAlarm:
    """An alarm with its sealed part, read by somebody named. `left` below zero: the term is over.

    `danger` is None when the key of sealed values is lost.
    """

    alarm: Alarm
    danger: Danger | None
    due_at: datetime | None
    left: timedelta | None
    done: tuple[DoneChoice, ...]


@dataclass(frozen=True, slots=True)
class Callback:
    """A question left to be called back about: its day only, no contact."""

    id: int
    left_at: datetime
    closed_at: datetime | None
    answered: bool | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call back about what; reading it is an event. `text_only`: written to, not called."""

    question: str
    called_as: str
    phone: str
    text_only: bool = False
