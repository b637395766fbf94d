"""The account's own record: which line of a bank statement pays which charge. Pure.

Nothing is paid on a picture of a telephone: only a line of the statement that names the reference
and carries the exact amount pays it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from donghanh.base.ids import CODE_ALPHABET
from donghanh.base.text import fold

REFERENCE_MARK, REFERENCE_LETTERS = "DH", 8
_REFERENCE = re.compile(f"(?={REFERENCE_MARK}([{CODE_ALPHABET}]{{{REFERENCE_LETTERS}}}))")


class Booking(StrEnum):
    """What became of a line of the statement."""

    PAID = "paid"
    WRONG_AMOUNT = "wrong_amount"
    PAID_BEFORE = "paid_before"
    WITHDRAWN = "withdrawn"
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
    """A charge as far as matching needs it. `vnd`: what is still to come."""

    charge_id: int
    vnd: int
    paid: bool
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What a line is: which charge it names (None: none), and what became of it."""

    booking: Booking
    charge_id: int | None = None


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
    if charge.withdrawn:
        return Match(Booking.WITHDRAWN, charge.charge_id)
    if charge.paid:
        return Match(Booking.PAID_BEFORE, charge.charge_id)
    exact = row.vnd == charge.vnd
    return Match(Booking.PAID if exact else Booking.WRONG_AMOUNT, charge.charge_id)


def fingerprint_words(row: StatementRow) -> str:
    """Return what a line says however a bank's file spells it: no bank writes it the same twice.

    The bank's own number is no part of it: one file of the same day has it, another has not.
    """
    letters = "".join(letter for letter in fold(row.content) if letter.isalnum())
    return f"{row.booked_on}|{row.vnd}|{letters}"


def fingerprint(words: str, place: int) -> str:
    """Return the fingerprint of the `place`-th line of a file that says these words."""
    return sha256(f"{words}|{place}".encode()).hexdigest()


class Settling(StrEnum):
    """What a person made of a line that fitted nothing exactly."""

    PAID = "paid"  # it pays its charge whole
    PART = "part"  # it is a part; the rest is still to come
    OVER = "over"  # it is more; the charge is paid and the rest goes back
    RETURNED = "returned"  # all of it goes back
    ELSEWHERE = "elsewhere"  # no fee of ours: accounting sees to it


def settling_of(line_vnd: int, owed_vnd: int) -> Settling:
    """Return what a line is to a charge with so much still to come."""
    if line_vnd == owed_vnd:
        return Settling.PAID
    return Settling.PART if line_vnd < owed_vnd else Settling.OVER
