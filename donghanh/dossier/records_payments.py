"""What the dossier room hands out about money, copies and certifications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from .rules import CashBox, DigitalCitizen, FeeLine, total_vnd

NOTHING_SEEN = DigitalCitizen()


class PayWay(StrEnum):
    """How a charge was paid."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was seen of somebody that changes the fee.

    `groups`: ids of exemptions whose papers were seen. `counts`: how many of a unit ("trang",
    "bản" …). `extras`: place in the procedure's extras -> how many.
    """

    groups: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)
    digital: DigitalCitizen = NOTHING_SEEN
    extras: Mapping[int, int] = field(default_factory=dict)


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
    """What somebody is asked to pay. `lines` are empty but in an opened charge."""

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
    not_ours: int
    seen_before: int
    bad: tuple[BadStatementRow, ...]
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line of the day's list: a payment, or cash given back (`vnd` below zero)."""

    at: datetime
    reference: str
    dossier_id: int | None
    way: PayWay
    vnd: int
    taken_by_id: int


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Money on the account that fits no open charge exactly; somebody must look at it."""

    booked_on: date
    vnd: int
    bank_number: str
    booking: str
    reference: str


@dataclass(frozen=True, slots=True)
class CashCounted:
    """What somebody counted in the box."""

    opening_vnd: int
    counted_vnd: int
    reason: str
    counted_at: datetime
    by_id: int


@dataclass(frozen=True, slots=True)
class MoneyDay:
    """A day's money. `spared`: charges of nothing."""

    on: date
    lines: tuple[DayLine, ...]
    spared: int
    waiting: tuple[Charge, ...]
    unsettled: tuple[Unsettled, ...]
    count: CashCounted | None

    @property
    def cash_vnd(self) -> int:
        """Cash taken, less what was given back."""
        return sum(line.vnd for line in self.lines if line.way is PayWay.CASH)

    @property
    def transfer_vnd(self) -> int:
        """What the account's record says came in for our charges."""
        return sum(line.vnd for line in self.lines if line.way is PayWay.TRANSFER)

    @property
    def box(self) -> CashBox:
        """The box as it should be and as it was counted."""
        opening, counted = (
            (self.count.opening_vnd, self.count.counted_vnd) if self.count else (0, None)
        )
        return CashBox(opening, self.cash_vnd, counted)

    @property
    def balances(self) -> bool:
        """Whether box and list agree."""
        return self.box.difference_vnd == 0


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


@dataclass(frozen=True, slots=True)
class Certification:
    """A number of a register: "số 12, quyển 1/2026 – SCT/BS"."""

    id: int
    kind: str
    year: int
    volume: int
    number: int
    dossier_id: int | None
    numbered_at: datetime


@dataclass(frozen=True, slots=True)
class Book:
    """Where a register stands this year."""

    kind: str
    year: int
    volume: int
    last: int
