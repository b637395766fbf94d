"""When to come for a result, for who cannot use a date: pictures, the weekday, both calendars."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any, Literal

from donghanh.base import lunar
from donghanh.base.clock import local

from . import rules
from .prints import pictured
from .typesetting import typeset

Half = Literal["morning", "afternoon", "all_day"]

NOON = time(12)
WEEK = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")
HALVES: dict[Half, tuple[str, tuple[str, ...]]] = {
    "morning": ("Buổi sáng", ("buoi_sang",)),
    "afternoon": ("Buổi chiều", ("buoi_chieu",)),
    "all_day": ("Sáng hay chiều đều được", ("buoi_sang", "buoi_chieu")),
}


@dataclass(frozen=True, slots=True)
class Money:
    """How money comes that was granted. What is empty is left to be ticked and written by hand.

    `who_collects`: who may draw it in another's place, with which paper.
    """

    how: str = ""
    where: str = ""
    who_collects: str = ""


@dataclass(frozen=True, slots=True)
class PictureReturn:
    """What the slip says. `due_at` None: no day is known, and `due_words` says why.

    A `due_at` at midnight leaves the half of the day open. `money`: of a grant, else None.
    """

    centre_name: str
    commune: str
    code: str
    procedure: str
    picture: str | None
    issued_at: datetime
    due_at: datetime | None
    due_words: str = ""
    where: str = ""
    bring: tuple[str, ...] = ()
    who_collects: str = ""
    money: Money | None = None
    phone: str = ""


def picture_return(slip: PictureReturn) -> bytes:
    """Return the slip as a tagged PDF (A5). Raise FontMissing, PrintFailed."""
    due = local(slip.due_at) if slip.due_at else None
    issued = local(slip.issued_at).date()
    contents = {name: part for name, part in asdict(slip).items() if not name.endswith("_at")}
    contents |= pictured({"picture": slip.picture}) | {
        "code_groups": rules.code_groups(slip.code),
        "day": _day(due.date(), issued) if due else None,
        "half": _half(due) if due else None,
        "bring_words": rules.sentence_list(slip.bring),
        "issued_words": f"In ngày {rules.date_figures(issued)}.",
    }
    return typeset("picture_return.typ", contents, at=slip.issued_at)


def half_of(due: datetime) -> Half:
    """Return the half of the day in which one is asked to come; midnight says no hour."""
    if due.time() == time.min:
        return "all_day"
    return "morning" if due.time() < NOON else "afternoon"


def _half(due: datetime) -> dict[str, Any]:
    words, pictures = HALVES[half_of(due)]
    return {
        "words": words,
        "clock": "" if due.time() == time.min else f"từ {rules.clock_words(due)}",
        "pictures": [pictured({"picture": one}) for one in pictures],
    }


def _day(on: date, issued: date) -> dict[str, Any]:
    nights = (on - issued).days
    weekday = rules.weekday(on)
    return {
        "weekday": weekday[0].upper() + weekday[1:],
        "solar": f"{on.day} tháng {on.month} năm {on.year}",
        "lunar": lunar.words(on),
        "nights": f"Còn {nights} đêm nữa, tính từ hôm in phiếu" if nights > 0 else "",
        "week": [{"words": one, "here": n == on.weekday()} for n, one in enumerate(WEEK)],
    }
