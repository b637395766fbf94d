"""One of a few answers with pictures; also yes or no in whole sentences, and how one signs."""

from __future__ import annotations

from ..records import Fault, Known, Parts, Question, Raw, Value
from .tidying import NOTHING, same

TICKED = "x"


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the choice's id; its words are understood too."""
    for choice in asked.choices:
        if raw == choice.id or (isinstance(raw, str) and same(raw, choice.words)):
            return choice.id
    if raw == "":
        return NOTHING
    words = "; ".join(choice.words for choice in asked.choices)
    return Fault("Không có câu trả lời này.", f"Chọn một: {words}.")


def show(value: Value, asked: Question) -> str:
    """Return the words of the choice."""
    return next(choice.words for choice in asked.choices if choice.id == value)


def boxes(value: Value, asked: Question) -> Parts:
    """Return the words, and under the choice's id the mark of its square."""
    return {"": show(value, asked), str(value): TICKED}
