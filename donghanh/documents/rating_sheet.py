"""The sheet for the box: how it went, on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from donghanh.base.clock import local

from . import rules
from .prints import pictured
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """What the sheet asks. `faces`: (words, picture); `matters`: question and its answers."""

    centre_name: str
    faces: tuple[tuple[str, str], ...]
    matters: tuple[tuple[str, tuple[str, ...]], ...]
    printed_at: datetime


def rating_sheet(sheet: RatingSheet) -> bytes:
    """Return the sheet as a tagged PDF (A5). Raise FontMissing, PrintFailed.

    # Law: NĐ 118/2025/NĐ-CP Đ.31 (sheets among the ways), Đ.33 (the eight matters).
    """
    contents = {
        "centre_name": sheet.centre_name,
        "faces": [pictured({"words": words, "picture": drawn}) for words, drawn in sheet.faces],
        "matters": [{"ask": ask, "choices": list(choices)} for ask, choices in sheet.matters],
        "issued_words": f"In ngày {rules.date_figures(local(sheet.printed_at).date())}.",
    }
    return typeset("rating_sheet.typ", contents, at=sheet.printed_at)
