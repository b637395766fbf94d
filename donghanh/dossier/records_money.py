"""What the dossier room hands out about a day's money: the list, what goes back, the box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .records_payments import Charge, PayWay
from .rules import CashBox


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line of the day's list: money that came, or went back (`vnd` below zero).

    `part`: it was less than its charge.
    """

    at: datetime
    reference: str
    dossier_id: int | None
    way: PayWay
    vnd: int
    by_id: int
    part: bool = False


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Money on the account that fits no open charge exactly; somebody must look at it.

    `reference`: the charge that it names, "" for none; `owed_vnd`: what is still to come there.
    """

    id: int
    booked_on: date
    vnd: int
    bank_number: str
    booking: str
    reference: str
    owed_vnd: int | None


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that goes back. `reference`: the charge it was paid for, "" for none."""

    id: int
    way: PayWay
    vnd: int
    reference: str
    dossier_id: int | None
    why: str
    asked_at: datetime
    asked_by_id: int
    agreed_at: datetime | None
    agreed_by_id: int | None
    order_number: str


@dataclass(frozen=True, slots=True)
class CashCounted:
    """What somebody counted in the box, and what should have lain in it at that moment."""

    carried_vnd: int | None
    opening_vnd: int
    expected_vnd: int
    counted_vnd: int
    reason: str
    counted_at: datetime
    by_id: int

    @property
    def difference_vnd(self) -> int:
        """What lay in it beyond that."""
        return self.counted_vnd - self.expected_vnd

    @property
    def off_vnd(self) -> int:
        """How much was missing or too much."""
        return abs(self.difference_vnd)


@dataclass(frozen=True, slots=True)
class CashHanded:
    """Cash that went to the treasurer."""

    id: int
    vnd: int
    to_whom: str
    slip_number: str
    handed_at: datetime
    by_id: int


@dataclass(frozen=True, slots=True)
class AccountDay:
    """What the account's record says of a day it booked, in đồng.

    `matched_vnd`: for charges; `elsewhere_vnd`: no fee of ours; `returning_vnd`: goes back, or is
    to; `open_vnd`: nobody has looked yet.
    """

    matched_vnd: int
    elsewhere_vnd: int
    returning_vnd: int
    open_vnd: int

    @property
    def booked_vnd(self) -> int:
        """All that came in."""
        return self.matched_vnd + self.elsewhere_vnd + self.returning_vnd + self.open_vnd


@dataclass(frozen=True, slots=True)
class MoneyDay:
    """A day's money. `spared`: charges of nothing. `carried_vnd`: what was left in the box before.

    `waiting`, `unsettled`, `parts` (too little, the rest is awaited) and `asked` (refunds without a
    second person) are of all days.
    """

    on: date
    lines: tuple[DayLine, ...]
    spared: int
    waiting: tuple[Charge, ...]
    unsettled: tuple[Unsettled, ...]
    parts: tuple[Unsettled, ...]
    asked: tuple[Refund, ...]
    returned: tuple[Refund, ...]
    handed: tuple[CashHanded, ...]
    count: CashCounted | None
    carried_vnd: int | None
    account: AccountDay

    def sum_vnd(self, way: PayWay, *, back: bool = False) -> int:
        """Return what came in by a way, or what went `back` of it; never below zero."""
        ours = (line.vnd for line in self.lines if line.way is way)
        return sum(-vnd if back else vnd for vnd in ours if (vnd < 0) is back)

    @property
    def cash_vnd(self) -> int:
        """Cash taken, less what was given back."""
        return self.sum_vnd(PayWay.CASH) - self.sum_vnd(PayWay.CASH, back=True)

    @property
    def transfer_vnd(self) -> int:
        """What came by transfer for our charges, less what went back of it."""
        return self.sum_vnd(PayWay.TRANSFER) - self.sum_vnd(PayWay.TRANSFER, back=True)

    @property
    def handed_vnd(self) -> int:
        """What went to the treasurer."""
        return sum(one.vnd for one in self.handed)

    @property
    def box(self) -> CashBox:
        """The box as it should be now."""
        opening = self.count.opening_vnd if self.count else self.carried_vnd or 0
        return CashBox(
            opening,
            self.sum_vnd(PayWay.CASH),
            self.sum_vnd(PayWay.CASH, back=True),
            self.handed_vnd,
        )

    @property
    def moved_since(self) -> bool:
        """Whether cash came or went back to people after the count: it is to be counted again."""
        cash = (line for line in self.lines if line.way is PayWay.CASH)
        return self.count is not None and any(one.at > self.count.counted_at for one in cash)

    @property
    def balances(self) -> bool:
        """Whether box and list agree, counted after the last cash."""
        return self.count is not None and not self.count.difference_vnd and not self.moved_since

    @property
    def left_vnd(self) -> int | None:
        """What lies in the box now: counted, less what was handed on since; None: not counted."""
        if self.count is None:
            return None
        since = self.count.counted_at
        cash = (one.vnd for one in self.lines if one.way is PayWay.CASH and one.at > since)
        gone = (one.vnd for one in self.handed if one.handed_at > since)
        return self.count.counted_vnd + sum(cash) - sum(gone)
