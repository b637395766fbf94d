"""What the dossier room hands out about money, copies and certifications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from .rules import DigitalCitizen, FeeLine, Run, StatementRow, total_vnd

NOTHING_SEEN = DigitalCitizen()


class PayWay(StrEnum):
    """How a charge was paid."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was seen of somebody that changes the fee.

    `groups`: ids of exemptions whose papers were seen. `counts`: how many of a unit ("trang",
    "bản" …). `extras`: place in the procedure's extras -> how many. `price`: place among the
    decision's prices, where it has several.
    """

    groups: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    digital: DigitalCitizen = NOTHING_SEEN
    extras: Mapping[int, int] = field(default_factory=dict)
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a dossier pays, line by line."""

    lines: tuple[FeeLine, ...]

    @property
    def vnd(self) -> int | None:
        """The sum; None while a line is not known."""
        return total_vnd(self.lines)


@dataclass(frozen=True, slots=True)
class Payment:
    """How and when a charge was paid. `booked_on`: the day on the account's record."""

    way: PayWay
    vnd: int
    paid_at: datetime
    taken_by_id: int
    booked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """What somebody is asked to pay. `lines` are empty but in an opened charge.

    `part_vnd`: what came by transfer and was too little. `going_back`: somebody asked to return it.
    """

    id: int
    centre_id: int
    reference: str
    dossier_id: int | None
    vnd: int
    charged_at: datetime
    by_id: int
    payment: Payment | None
    voided_at: datetime | None = None
    lines: tuple[FeeLine, ...] = ()
    part_vnd: int = 0
    going_back: bool = False

    @property
    def rest_vnd(self) -> int:
        """What is still to come while it is open."""
        return self.vnd - self.part_vnd

    @property
    def open(self) -> bool:
        """Whether money is still to come."""
        return bool(self.vnd) and self.payment is None and self.voided_at is None


@dataclass(frozen=True, slots=True)
class BadStatementRow:
    """A row of a statement that could not be read."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class StatementRead:
    """What came of a statement. `seen_before`: lines that an earlier file had brought."""

    id: int
    rows_read: int
    paid: int
    wrong_amount: int
    paid_before: int
    withdrawn: int
    not_ours: int
    seen_before: int
    bad: tuple[BadStatementRow, ...]
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class StatementLook:
    """A file before it is taken in: its columns, its first lines, and what would come of all.

    `wrong_account`: a number of another account that stands above the headings, "" for none;
    `right_account`: whether ours does. `missing`: needed fields without a column.
    """

    headings: tuple[str, ...]
    columns: Mapping[str, str]
    remembered: bool
    first_rows: tuple[StatementRow, ...]
    bad: tuple[BadStatementRow, ...]
    rows: int
    vnd: int
    would: Mapping[str, int]
    missing: tuple[str, ...]
    wrong_account: str = ""
    right_account: bool = False


@dataclass(frozen=True, slots=True)
class CopyPrice:
    """The approved price of a page, and the decision behind it."""

    kind: str
    vnd: int
    source: str
    applies_from: date


@dataclass(frozen=True, slots=True)
class CopyJob:
    """Pages made for somebody."""

    id: int
    kind: str
    pages: int
    goes_to: str
    free: bool
    charge_id: int | None
    made_at: datetime
    by_id: int
    dossier_id: int | None = None


@dataclass(frozen=True, slots=True)
class Certification:
    """A number of a register. `words`: as the paper has it; `struck_at` None while it holds."""

    id: int
    kind: str
    year: int
    volume: int
    number: int
    words: str
    dossier_id: int | None
    numbered_at: datetime
    by_id: int
    struck_at: datetime | None = None
    struck_why: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Where a register stands this year. `mark` "": the usual one of its kind."""

    kind: str
    year: int
    volume: int
    last: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class BookExplained:
    """A register with every number from 1 to the last explained."""

    book: Book
    runs: tuple[Run, ...]
    struck: tuple[Certification, ...]
