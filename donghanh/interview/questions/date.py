"""A date, whole or (for those who were never told) with only the month or the year.

Kept as "2026-03-05", "1950-03" or "1950".
"""

from __future__ import annotations

import calendar
import re

from donghanh.base.number_words import number_words
from donghanh.base.text import fold

from ..records import Fault, Known, Parts, Question, Raw, Value
from .tidying import NOTHING, one_line

YEAR_MIN, YEAR_MAX = 1880, 2199  # nobody alive was born before; papers name no later day
PARTS = ("in_words", "day", "month", "year")
_BETWEEN = re.compile(r"\b(?:ngay|mung|thang|nam)\b|[/.,\-\s]+")
_SAY = "Nói ngày, tháng, năm, ví dụ 5/3/1958."


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the date, or what is impossible in it."""
    numbers = _numbers(raw)
    if isinstance(numbers, Fault):
        return numbers
    fault = _impossible(numbers)
    if fault:
        return fault
    if len(numbers) < 3 and not asked.partial:
        return Fault("Ngày này còn thiếu ngày hoặc tháng.", "Xem trên giấy tờ và viết đủ.")
    year, *rest = numbers
    return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)])


def show(value: Value, asked: Question) -> str:
    """Return 05/03/2026, 03/1950 or 1950."""
    return "/".join(reversed(str(value).split("-")))


def spoken(value: Value, asked: Question) -> str:
    """Return "ngày năm tháng ba năm hai nghìn không trăm hai mươi sáu"."""
    numbers = [int(part) for part in str(value).split("-")]
    names = ("năm", "tháng", "ngày")
    said = [f"{name} {number_words(n)}" for name, n in zip(names, numbers, strict=False)]
    return " ".join(reversed(said))


def boxes(value: Value, asked: Question) -> Parts:
    """Return the whole, the words ("ghi bằng chữ") and the three numbers."""
    words = spoken(value, asked)
    parts = dict(zip(("year", "month", "day"), str(value).split("-"), strict=False))
    return {"": show(value, asked), "in_words": words[0].upper() + words[1:], **parts}


def _numbers(raw: Raw) -> list[int] | Fault:
    """Return year, month, day, as far as they were given."""
    text = _joined(raw)
    if isinstance(text, Fault):
        return text
    found = _BETWEEN.sub(" ", fold(text)).split()
    if len(found) == 1 and len(found[0]) == 8:  # as the card's code has it: 05031958
        found = [found[0][:2], found[0][2:4], found[0][4:]]
    if not 1 <= len(found) <= 3 or not all(one.isascii() and one.isdigit() for one in found):
        return Fault("Không đọc được ngày này.", _SAY)
    if len(found[0]) == 4:
        return [int(one) for one in found]
    if len(found[-1]) != 4:
        return Fault("Năm phải đủ bốn chữ số.", _SAY, "year")
    return [int(one) for one in reversed(found)]


def _joined(raw: Raw) -> str | Fault:
    if not isinstance(raw, dict):
        return one_line(raw, 60)
    parts = [str(raw.get(part, "")).strip() for part in ("day", "month", "year")]
    if not any(parts):
        return NOTHING
    if parts[0] and not parts[1]:
        return Fault("Có ngày mà thiếu tháng.", _SAY, "month")
    return one_line("/".join(part for part in parts if part), 60)


def _impossible(numbers: list[int]) -> Fault | None:
    year, month, day = [*numbers, 1, 1][:3] if len(numbers) < 3 else numbers
    if not YEAR_MIN <= year <= YEAR_MAX:
        return Fault(f"Năm {year} không đúng.", "Xem lại năm trên giấy tờ.", "year")
    if not 1 <= month <= 12:
        return Fault(f"Không có tháng {month}.", "Tháng từ 1 đến 12.", "month")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return Fault(
            f"Tháng {month} năm {year} không có ngày {day}.",
            f"Tháng ấy có {last} ngày. Xem lại trên giấy tờ.",
            "day",
        )
    return None
