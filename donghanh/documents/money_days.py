"""A day's money on paper: every line, the box, what went back and where. It is no account book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from donghanh.base.clock import local
from donghanh.base.money import dong

from . import rules
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One line: when, the code of its charge, how it came or went back, by whom, đồng."""

    at: datetime
    code: str
    words: str
    by: str
    vnd: int


@dataclass(frozen=True, slots=True)
class MoneyDaySheet:
    """A day's money (bảng kê tiền trong ngày). `box`, `account`: words and đồng, in order.

    `counted`: the count of the box. `notes`: what explains a difference, and what is not settled.
    """

    centre_name: str
    commune: str
    on: date
    lines: tuple[MoneyLine, ...]
    sums: tuple[tuple[str, int], ...]
    box: tuple[tuple[str, int], ...]
    counted: tuple[tuple[str, int], ...]
    account: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]
    made_at: datetime


def money_day_sheet(sheet: MoneyDaySheet) -> bytes:
    """Return the sheet as a tagged PDF (A4), with room for three signatures."""
    wall = local(sheet.made_at)
    contents = {
        "centre_name": sheet.centre_name,
        "commune": sheet.commune,
        "day_words": f"{rules.weekday(sheet.on)}, {rules.date_figures(sheet.on)}",
        "lines": [
            [
                f"{local(line.at):%H:%M}",
                rules.code_groups(line.code),
                line.words,
                line.by,
                dong(line.vnd),
            ]
            for line in sheet.lines
        ],
        "sums": _told(sheet.sums),
        "box": _told(sheet.box),
        "counted": _told(sheet.counted),
        "account": _told(sheet.account),
        "notes": list(sheet.notes),
        "issued_words": f"In lúc {rules.clock_words(wall)}, {rules.date_figures(wall.date())}.",
    }
    return typeset("money_day.typ", contents, at=sheet.made_at)


def _told(rows: tuple[tuple[str, int], ...]) -> list[list[str]]:
    return [[words, dong(vnd)] for words, vnd in rows]
