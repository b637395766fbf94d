"""The number of an identity card: 12 digits, or 9 on the old card. It has no check digit."""

from __future__ import annotations

from donghanh.base.number_words import digit_words

from ..records import Fault, Known, Question, Raw, Value
from .tidying import digits_of

LENGTHS = (12, 9)


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the digits, or how many are missing."""
    digits = digits_of(raw)
    if isinstance(digits, Fault) or len(digits) in LENGTHS:
        return digits
    return Fault(
        f"Số này có {len(digits)} chữ số.", "Thẻ căn cước có 12 số, chứng minh cũ có 9 số."
    )


def show(value: Value, asked: Question) -> str:
    """Return the digits as on the card."""
    return str(value)


def spoken(value: Value, asked: Question) -> str:
    """Return the digits one by one, three at a time."""
    digits = str(value)
    return ", ".join(digit_words(digits[at : at + 3]) for at in range(0, len(digits), 3))
