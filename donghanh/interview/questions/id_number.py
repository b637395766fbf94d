"""The number of an identity card: 12 digits, or 9 on the old card. It has no check digit.

The 12 are the personal identifier (số định danh); the 9 are not, so they are written with the name
of their card.
"""

from __future__ import annotations

from donghanh.base.number_words import digit_words

from ..records import Fault, Known, Parts, Question, Raw, Value
from .tidying import digits_of

LENGTHS = (12, 9)
IDENTIFIER = "identifier"  # the part that only the 12 digits have
PARTS = (IDENTIFIER,)
OLD_CARD = "Chứng minh nhân dân số {}"


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the digits, or how many are missing."""
    digits = digits_of(raw)
    if isinstance(digits, Fault) or len(digits) in LENGTHS:
        return digits
    return Fault(
        f"Số này có {len(digits)} chữ số.", "Thẻ căn cước có 12 số, chứng minh cũ có 9 số."
    )


def show(value: Value, asked: Question) -> str:
    """Return the 12 digits, or the old card's 9 with its name."""
    return str(value) if is_identifier(str(value)) else OLD_CARD.format(value)


def spoken(value: Value, asked: Question) -> str:
    """Return the same with its digits one by one."""
    digits = str(value)
    return aloud(digits) if is_identifier(digits) else OLD_CARD.format(aloud(digits))


def aloud(digits: str) -> str:
    """Return digits one by one, three at a time."""
    return ", ".join(digit_words(digits[at : at + 3]) for at in range(0, len(digits), 3))


def boxes(value: Value, asked: Question) -> Parts:
    """Return the number, and as identifier only what is one."""
    whole = {"": show(value, asked)}
    return {**whole, IDENTIFIER: str(value)} if is_identifier(str(value)) else whole


def is_identifier(digits: str) -> bool:
    """Whether digits are a personal identifier."""
    return len(digits) == LENGTHS[0]
