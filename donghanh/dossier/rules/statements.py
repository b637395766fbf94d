"""The account's own record: which line of a bank statement pays which charge. Pure.

Nothing is paid on a picture of a telephone: only a line of the statement that names the reference
and carries the exact amount pays it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from donghanh.base.ids import CODE_ALPHABET
from donghanh.base.text import fold, nfc, squeeze

from .register import Cell, read_instant

REFERENCE_MARK, REFERENCE_LETTERS = "DH", 8
_REFERENCE = re.compile(f"(?={REFERENCE_MARK}([{CODE_ALPHABET}]{{{REFERENCE_LETTERS}}}))")
_DIGITS = re.compile(r"\d+")

# Field -> words, and folded beginnings of headings that mean it.
STATEMENT_FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "booked_on": (
        "Ngày",
        ("ngay giao dich", "ngay hach toan", "ngay hieu luc", "ngay", "date", "transaction date"),
    ),
    "credit": (
        "Số tiền vào",
        ("so tien ghi co", "ghi co", "phat sinh co", "so tien vao", "tien vao", "credit", "co",
         "so tien", "amount"),
    ),
    "content": (
        "Nội dung",
        ("noi dung", "dien giai", "mo ta", "description", "details", "remark"),
    ),
    "bank_number": (
        "Số giao dịch",
        ("so giao dich", "ma giao dich", "so tham chieu", "so but toan", "so chung tu",
         "transaction no", "reference", "ref"),
    ),
}  # fmt: skip
NEEDED = ("booked_on", "credit", "content")


class Booking(StrEnum):
    """What became of a line of the statement."""

    PAID = "paid"
    WRONG_AMOUNT = "wrong_amount"
    PAID_BEFORE = "paid_before"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line that brought money: day, đồng, what was written, the bank's own number or ""."""

    booked_on: date
    vnd: int
    content: str
    bank_number: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """A charge as far as matching needs it."""

    charge_id: int
    vnd: int
    paid: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What a line is: which charge it names (None: none), and what became of it."""

    booking: Booking
    charge_id: int | None = None


def statement_columns(headings: Sequence[Cell]) -> dict[str, str]:
    """Return field -> heading for headings whose meaning is plain; each heading once."""
    told = {fold(str(one)): squeeze(nfc(str(one))) for one in headings if one}
    found: dict[str, str] = {}
    for field, (_, beginnings) in STATEMENT_FIELDS.items():
        for beginning in beginnings:
            fits = [words for key, words in told.items() if _means(key, beginning)]
            free = [words for words in fits if words not in found.values()]
            if free:
                found[field] = free[0]
                break
    return found


def _means(heading: str, beginning: str) -> bool:
    return heading == beginning or heading.startswith((f"{beginning} ", f"{beginning}("))


def read_statement_row(row: Mapping[str, Cell]) -> StatementRow | str | None:
    """Return a line that brought money, words of what is wrong, or None: it brought none."""
    given = row.get("credit")
    if given in (None, "", "0", 0, "-"):
        return None
    vnd = read_vnd(given)
    if vnd is None:
        return f"số tiền “{str(given)[:30]}” không đọc được"
    if vnd <= 0:
        return None
    booked = read_instant(row.get("booked_on"))
    if booked is None:
        return f"ngày “{str(row.get('booked_on') or '')[:30]}” không đọc được"
    return StatementRow(
        booked.date(),
        vnd,
        squeeze(nfc(str(row.get("content") or ""))),
        squeeze(str(row.get("bank_number") or ""))[:60],
    )


def read_vnd(given: Cell) -> int | None:
    """Return whole đồng as banks write them: 15000, "15,000", "+15.000,00 VND"; None for others."""
    if isinstance(given, datetime):
        return None
    if isinstance(given, int | float):
        return int(given) if given == int(given) else None
    bare = re.sub(r"(?i)\s|vnđ|vnd|đồng|đ$", "", str(given or ""))
    sign = -1 if bare.startswith("-") else 1
    whole = re.sub(r"[.,]0{1,2}$", "", bare.lstrip("+-"))
    if not re.fullmatch(r"\d+|\d{1,3}([.,])\d{3}(\1\d{3})*", whole):
        return None
    return sign * int("".join(_DIGITS.findall(whole)))


def references_in(content: str) -> tuple[str, ...]:
    """Return what may be references in a text, in order; banks add and drop spaces and marks."""
    squashed = "".join(letter for letter in content.upper() if letter.isalnum())
    return tuple(dict.fromkeys(_REFERENCE.findall(squashed)))


def match(row: StatementRow, owed: Mapping[str, Owed]) -> Match:
    """Return what a line pays: its one reference must be ours and the amount exact.

    Two of our references in one line are for a person to look at, so they pay nothing.
    """
    named = [owed[one] for one in references_in(row.content) if one in owed]
    if len(named) != 1:
        return Match(Booking.WRONG_AMOUNT if named else Booking.NOT_OURS)
    charge = named[0]
    if charge.paid:
        return Match(Booking.PAID_BEFORE, charge.charge_id)
    exact = row.vnd == charge.vnd
    return Match(Booking.PAID if exact else Booking.WRONG_AMOUNT, charge.charge_id)


@dataclass(frozen=True, slots=True)
class CashBox:
    """The box at the end of a day, in đồng. `counted` None: nobody has counted yet."""

    opening_vnd: int
    taken_vnd: int
    counted_vnd: int | None

    @property
    def expected_vnd(self) -> int:
        """What should lie in it."""
        return self.opening_vnd + self.taken_vnd

    @property
    def difference_vnd(self) -> int | None:
        """What lies in it beyond that; None before it was counted."""
        return None if self.counted_vnd is None else self.counted_vnd - self.expected_vnd
