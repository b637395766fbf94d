"""Decisions about those who asked for a person; pure."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

PHONE_DIGITS = range(9, 12)  # 9 of a landline without its 0, 10 of a mobile, 11 of a few others
QUESTION_LETTERS_MAX = 300
NAME_LETTERS_MAX = 60
_NOT_DIGITS = re.compile(r"[\s.\-()]+")
_PHONE = re.compile(r"\+?\d+")
COUNTRY = "+84"


def due_at(raised_at: datetime, hours: int | None) -> datetime | None:
    """Return when the law's term ends, None where it sets none."""
    return raised_at + timedelta(hours=hours) if hours is not None else None


def tidy_phone(typed: str) -> str:
    """Return a telephone number as it is dialled here, "" for what is none."""
    number = _NOT_DIGITS.sub("", typed)
    if not _PHONE.fullmatch(number) or not number.isascii():
        return ""
    if number.startswith(COUNTRY):
        number = "0" + number.removeprefix(COUNTRY)
    digits = number.removeprefix("+")
    return digits if digits == number and len(digits) in PHONE_DIGITS else ""


def wrong_with_callback(question: str, phone: str, *, consent: bool) -> dict[str, str]:
    """Return what is missing of a question to be called back about, by field, as what to do."""
    wrong = {}
    if not question:
        wrong["question"] = "Hãy viết vài chữ về điều cần hỏi."
    if len(question) > QUESTION_LETTERS_MAX:
        wrong["question"] = "Câu hỏi dài quá. Hãy viết ngắn lại, một hai câu thôi."
    if not tidy_phone(phone):
        wrong["phone"] = "Viết số điện thoại để chúng tôi gọi lại, ví dụ 0912 345 678."
    if not consent:
        wrong["consent"] = "Hãy đánh dấu đồng ý, vì không đồng ý thì chúng tôi không được giữ số."
    return wrong
