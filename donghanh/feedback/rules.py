"""Decisions of the feedback room: values in, values out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from donghanh.base.text import fold

from .records import Petition, Stage

ANSWER_DAYS = 10  # Law: Luật Tiếp công dân Đ.28: working days until the author is answered
WORDS_MAX = 4000  # letters; two full pages
TERSE_MIN = 5  # letters; less says nothing

_ACCUSES = re.compile(
    r"\bto cao\b|\bhoi lo\b|\btham o\b|\btham nhung\b|\bdoi (?:tien|phong bi)\b|\bvoi vinh\b"
)
_APPEALS = re.compile(
    r"\bkhieu nai\b|\bkhong dong y (?:voi )?quyet dinh\b|\bxem lai quyet dinh\b|\bhuy quyet dinh\b"
)


def may_hold(noter: int, served: Collection[int]) -> bool:
    """Return whether somebody may note a rating: never who served on the day it is about."""
    return noter not in served


def owner_of(candidates: Sequence[int], accused: Collection[int]) -> int | None:
    """Return the first who is not accused, None when all are."""
    return next((one for one in candidates if one not in accused), None)


def sounds_like(words: str) -> Petition | None:
    """Return what a text seems to be instead of phản ánh, kiến nghị; None for neither."""
    folded = fold(words)
    if _ACCUSES.search(folded):
        return Petition.TO_CAO
    return Petition.KHIEU_NAI if _APPEALS.search(folded) else None


def wrong_with_words(words: str) -> str:
    """Return why a text cannot be taken down, "" when it can."""
    length = len(words.strip())
    if length < TERSE_MIN:
        return "Ghi điều ông bà muốn nói, một hai câu là đủ."
    return f"Dài quá {WORDS_MAX} chữ cái. Ghi ngắn lại." if length > WORDS_MAX else ""


def stage(*, sent: bool, answered: bool, closed: bool) -> Stage:
    """Return where something stands."""
    if closed:
        return Stage.CLOSED
    if answered:
        return Stage.ANSWERED
    return Stage.SENT if sent else Stage.TAKEN


def is_late(due_on: date, answered_on: date | None, today: date) -> bool:
    """Return whether the answer came, or still is, after its day."""
    return (answered_on or today) > due_on


def known_levels(said: Mapping[str, int], matters: Collection[str]) -> dict[str, int]:
    """Return the answers that are one of three levels of a known matter."""
    return {one: level for one, level in said.items() if one in matters and level in (1, 2, 3)}


def label(prefix: str, number: int, year: int) -> str:
    """Return how a number is said: "PA 3/2026"."""
    return f"{prefix} {number}/{year}"
