"""Decisions of the feedback room: values in, values out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from donghanh.base.text import fold, nfc

from .records import Petition, Stage

# Law: Luật Tiếp công dân 42/2013/QH13 Đ.28 k.1: within ten working days the author is told what
# became of it: taken up, or passed on to whom. The law names no day for the answer itself.
ANSWER_DAYS = 10
CHASE_DAYS = 10  # working days without an answer of a register's keeper: then somebody asks again
PROMISE_DAYS_MAX = 60  # what is promised further away is a day nobody remembers
WORDS_MAX = 4000  # letters; two full pages
CODE_MAX = 60  # letters of a code or number that another office gave
TERSE_MIN = 5  # letters; less says nothing
LOOK_UP_DIGITS_MIN, LOOK_UP_LETTERS_MIN = 4, 2  # less would open everybody

# Said with its accents, or typed without any: "đợi tiền" is not "đòi tiền", "thăm ở" not "tham ô".
_ACCUSES = (
    "tố cáo", "hối lộ", "tham ô", "tham nhũng", "lót tay", "vòi vĩnh", "vòi tiền", "đòi tiền",
    "đòi thêm tiền", "đòi phong bì", "đưa phong bì", "nhận phong bì", "ăn tiền", "ăn chặn",
    "ăn bớt", "bòn rút", "lập khống", "khai khống",
)  # fmt: skip
_APPEALS = (
    "khiếu nại", "không đồng ý quyết định", "không đồng ý với quyết định", "xem lại quyết định",
    "hủy quyết định", "huỷ quyết định", "rút lại quyết định",
)  # fmt: skip
_BETWEEN_WORDS = re.compile(r"\W+")


def may_hold(noter: int, served: Collection[int]) -> bool:
    """Return whether somebody may note a rating: never who served on the day it is about."""
    return noter not in served


def wrong_with_promise(again_on: date | None, today: date) -> str:
    """Return why a day cannot be promised for the answer, "" when it can."""
    if again_on is None:
        return "Ghi ngày như 26/11/2026."
    if again_on <= today:
        return "Ngày trả lời phải sau hôm nay."
    if again_on > today + timedelta(days=PROMISE_DAYS_MAX):
        return f"Hẹn xa quá {PROMISE_DAYS_MAX} ngày. Chọn ngày gần hơn."
    return ""


def owner_of(candidates: Sequence[int], accused: Collection[int]) -> int | None:
    """Return the first who is not accused, None when all are."""
    return next((one for one in candidates if one not in accused), None)


def sounds_like(words: str) -> Petition | None:
    """Return what a text seems to be instead of phản ánh, kiến nghị; None for neither."""
    said = f" {_BETWEEN_WORDS.sub(' ', nfc(words).lower())} "
    if _says(said, _ACCUSES):
        return Petition.TO_CAO
    return Petition.KHIEU_NAI if _says(said, _APPEALS) else None


def _says(said: str, phrases: Sequence[str]) -> bool:
    return any(f" {one} " in said or f" {fold(one)} " in said for one in phrases)


def wrong_with_words(words: str) -> str:
    """Return why a text cannot be taken down, "" when it can."""
    length = len(words.strip())
    if length < TERSE_MIN:
        return "Ghi điều ông bà muốn nói, một hai câu là đủ."
    return f"Dài quá {WORDS_MAX} chữ cái. Ghi ngắn lại." if length > WORDS_MAX else ""


def wrong_with_answer(words: str) -> str:
    """Return why words cannot be told to an author, "" when they can."""
    length = len(words.strip())
    if length < TERSE_MIN:
        return "Ghi lời trả lời, một hai câu là đủ."
    return f"Dài quá {WORDS_MAX} chữ cái. Ghi ngắn lại." if length > WORDS_MAX else ""


def stage(*, sent: bool, answered: bool, closed: bool, told: bool = False) -> Stage:
    """Return where something stands."""
    if closed:
        return Stage.CLOSED
    if answered:
        return Stage.ANSWERED
    if told:
        return Stage.TOLD
    return Stage.SENT if sent else Stage.TAKEN


def is_late(
    due_on: date,
    answered_on: date | None,
    today: date,
    *,
    told_on: date | None = None,
    again_on: date | None = None,
) -> bool:
    """Return whether the first word came, or still is, after its day, or the answer after its own.

    `due_on`: the law's day for the first word; `told_on`: when something was said on the way, with
    `again_on` as the day of the answer.
    """
    if (told_on or answered_on or today) > due_on:
        return True
    return (answered_on or today) > (again_on or due_on)


def look_up_key(typed: str) -> str:
    """Return what to look somebody up by: four digits or more, or a folded name; "" for less."""
    plain = fold(typed)
    digits = _BETWEEN_WORDS.sub("", plain)
    if digits.isdigit():
        return digits if len(digits) >= LOOK_UP_DIGITS_MIN else ""
    return plain if len(plain) >= LOOK_UP_LETTERS_MIN else ""


def known_levels(said: Mapping[str, int], matters: Collection[str]) -> dict[str, int]:
    """Return the answers that are one of three levels of a known matter."""
    return {one: level for one, level in said.items() if one in matters and level in (1, 2, 3)}


def one_line(typed: str, letters_max: int) -> str:
    """Return a code or number as it is kept: one line, no control characters, not too long."""
    kept = "".join(letter for letter in nfc(typed) if letter.isprintable())
    return kept.strip()[:letters_max].strip()


def label(prefix: str, number: int, year: int) -> str:
    """Return how a number is said: "PA 3/2026"."""
    return f"{prefix} {number}/{year}"
