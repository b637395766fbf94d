"""A count, or an amount of money in whole đồng."""

from __future__ import annotations

import re

from donghanh.base.money import dong
from donghanh.base.number_words import amount_words
from donghanh.base.text import fold

from ..records import Fault, Known, Parts, Question, Raw, Value
from .tidying import digits_of, one_line

NUMBER_MAX = 10**9
MONEY_MAX = 10**12 - 1
_MONEY = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,3}))?\s*([a-z]*)\s*(?:dong|d|vnd)?")
_TIMES = {"": 1, "dong": 1, "d": 1, "vnd": 1, "nghin": 10**3, "ngan": 10**3, "k": 10**3,
          "trieu": 10**6, "tr": 10**6, "ty": 10**9}  # fmt: skip


def parse_number(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return a whole number."""
    digits = digits_of(raw)
    if isinstance(digits, Fault):
        return digits
    if len(digits) > 9:
        return Fault("Số này lớn quá.", "Xem lại có thừa số không không.")
    return int(digits)


def parse_money(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return đồng: "1.500.000", "1,5 triệu" and "500 nghìn" are understood."""
    text = one_line(raw, 60)
    if isinstance(text, Fault):
        return text
    found = _MONEY.fullmatch(fold(text).replace("₫", "d"))
    if not found or found[3] not in _TIMES:
        return Fault("Không đọc được số tiền.", "Viết, ví dụ, 500.000 hoặc 500 nghìn.")
    whole, after, times = found[1], found[2] or "", _TIMES[found[3]]
    if after and times == 1:
        return Fault("Số tiền có phần lẻ.", "Viết tròn đồng, ví dụ 500.000.")
    digits = whole.replace(".", "").replace(" ", "")
    amount = int(digits + after) * times // 10 ** len(after) if len(digits) < 13 else MONEY_MAX + 1
    if amount > MONEY_MAX:
        return Fault("Số tiền lớn quá.", "Xem lại có thừa số không không.")
    return amount


def show_number(value: Value, asked: Question) -> str:
    """Return the number as people write it."""
    return str(value)


def show_money(value: Value, asked: Question) -> str:
    """Return 500.000 đồng."""
    return dong(int(str(value)))


def spoken_number(value: Value, asked: Question) -> str:
    """Return the number in words."""
    return amount_words(int(str(value)))


def spoken_money(value: Value, asked: Question) -> str:
    """Return the amount in words."""
    return f"{amount_words(int(str(value)))} đồng"


def boxes_of_money(value: Value, asked: Question) -> Parts:
    """Return the amount, and its words ("bằng chữ")."""
    words = spoken_money(value, asked)
    return {"": show_money(value, asked), "in_words": words[0].upper() + words[1:]}
