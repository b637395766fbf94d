"""A telephone number: 10 digits from 0, or 11 for a landline of 02…; +84 is the same as 0."""

from __future__ import annotations

from donghanh.base.number_words import digit_words

from ..records import Fault, Known, Question, Raw, Value
from .tidying import digits_of


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the digits from 0, or what is wrong with them."""
    digits = digits_of(raw.replace("+", "00").replace("(0)", "") if isinstance(raw, str) else raw)
    if isinstance(digits, Fault):
        return digits
    if digits.startswith(("0084", "84")) and len(digits) >= 11:
        digits = "0" + digits.removeprefix("00").removeprefix("84").removeprefix("0")
    if not digits.startswith("0"):
        return Fault("Số điện thoại bắt đầu bằng số 0.", "Đọc lại từ số đầu tiên.")
    if len(digits) == 10 or (digits.startswith("02") and len(digits) == 11):
        return digits
    return Fault(f"Số này có {len(digits)} chữ số.", "Số di động có 10 số. Đọc lại từng số.")


def show(value: Value, asked: Question) -> str:
    """Return 0900 123 456."""
    digits = str(value)
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


def spoken(value: Value, asked: Question) -> str:
    """Return the digits one by one as they are grouped."""
    return ", ".join(digit_words(group) for group in show(value, asked).split())
