"""What the dossier room hands out for lists: the desk's day, finding, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .records import Dossier, Life
from .rules import Timeliness


@dataclass(frozen=True, slots=True)
class DayRow:
    """One open dossier as a desk's list shows it. It names nobody.

    `answer_by_on`: of what it waits for; None also where the law sets no day (at reception).
    """

    id: int
    code: str
    official_code: str
    procedure_code: str
    procedure_title: str
    accepted_at: datetime | None
    due_on: date | None
    certain: bool
    timeliness: Timeliness
    ready_at: datetime | None
    answer_by_on: date | None
    apologised: bool
    kept_by_id: int | None


@dataclass(frozen=True, slots=True)
class DeskDay:
    """The open dossiers of a centre or of one officer, by what must be done about them."""

    overdue: tuple[DayRow, ...]
    today: tuple[DayRow, ...]
    soon: tuple[DayRow, ...]
    waiting: tuple[DayRow, ...]
    ready: tuple[DayRow, ...]
    undated: tuple[DayRow, ...]
    in_term: tuple[DayRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier that a search found, with the name and the last digits that tell it apart."""

    dossier: Dossier
    name: str
    id_ending: str


@dataclass(frozen=True, slots=True)
class Status:
    """How far a dossier is, for who knows its code and a second secret."""

    dossier: Dossier
    life: Life
    timeliness: Timeliness


@dataclass(frozen=True, slots=True)
class Letter:
    """A result under way by post, for the day's list. Reading its receiver is an event."""

    dossier: Dossier
    posted_at: datetime
    tracking: str
    fee_vnd: int | None
    paid_by: str
    arrived_at: datetime | None
    receiver: str
    address: str
    phone: str
