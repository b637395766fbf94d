"""What the dossier room hands out for lists: the desk's day, finding, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from donghanh.base.clock import local

from .records import Dossier, Life
from .rules import Timeliness


@dataclass(frozen=True, slots=True)
class DayRow:
    """One dossier as a desk's list shows it. It names nobody.

    `answer_by_on`: of what it waits for; None also where the law sets no day (at reception).
    `correct_by_on`: of our own error that is not put right yet.
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
    ended_at: datetime | None = None
    correct_by_on: date | None = None

    @property
    def early(self) -> bool:
        """Whether the result is here before its day: the person is told first, then comes.

        # Law: NĐ 118/2025 Đ.22 k.5.
        """
        ready_on = local(self.ready_at).date() if self.ready_at else None
        return bool(ready_on and self.due_on and ready_on < self.due_on)


@dataclass(frozen=True, slots=True)
class DeskDay:
    """The dossiers of a centre or of one officer, by what must be done about them.

    `held` ended, and originals still lie here. `to_pass` are in another part as well: their papers
    should have gone to who decides by now.
    """

    overdue: tuple[DayRow, ...]
    today: tuple[DayRow, ...]
    soon: tuple[DayRow, ...]
    waiting: tuple[DayRow, ...]
    ready: tuple[DayRow, ...]
    errors: tuple[DayRow, ...]
    held: tuple[DayRow, ...]
    undated: tuple[DayRow, ...]
    in_term: tuple[DayRow, ...]
    to_pass: tuple[DayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Relay:
    """Open dossiers that went from one officer to another (bàn giao). `from_id` None: nobody's.

    `left`: how many of them are open and with the receiver still.
    """

    id: int
    from_id: int | None
    to_id: int
    relayed_at: datetime
    left: int


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
