"""A person's name: one field, letters of any script, no order or number of parts assumed."""

from __future__ import annotations

import unicodedata

from ..records import Fault, Known, Question, Raw, Value
from .tidying import one_line

LENGTH_MAX = 200
_BETWEEN = frozenset(" '’ʼ-‐.·,()/")  # K'Sor, Y-Bhir, Nguyễn Văn A (Tư)


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the name, or why it is none."""
    text = one_line(raw, min(asked.length_max, LENGTH_MAX))
    if isinstance(text, Fault):
        return text
    strange = sorted({char for char in text if not _in_a_name(char)})
    if strange:
        return Fault(
            f"Trong tên có ký tự lạ: {' '.join(strange[:5])}", "Viết tên đúng như trên giấy tờ."
        )
    if not any(char.isalpha() for char in text):
        return Fault("Tên chưa có chữ nào.", "Viết tên đúng như trên giấy tờ.")
    return text


def show(value: Value, asked: Question) -> str:
    """Return the name."""
    return str(value)


def _in_a_name(char: str) -> bool:
    return char in _BETWEEN or unicodedata.category(char)[0] in "LM"
