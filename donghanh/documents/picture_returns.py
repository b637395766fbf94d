"""When to come for a result, for who cannot use a date: pictures, the weekday, both calendars.

The same slip as paper (A5 or the roll of a receipt printer) and as sentences to be read out.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any, Literal

from donghanh.base import lunar
from donghanh.base.clock import local

from . import rules
from .drawings import qr_svg
from .prints import pictured
from .records import CollectWay, SlipForm, SlipSize
from .typesetting import typeset

Half = Literal["morning", "afternoon", "all_day"]

NOON = time(12)
NIGHTS_MAX = 31  # more squares nobody counts
WEEK = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")
HALVES: dict[Half, tuple[str, tuple[str, ...]]] = {
    "morning": ("Buổi sáng", ("buoi_sang",)),
    "afternoon": ("Buổi chiều", ("buoi_chieu",)),
    "all_day": ("Sáng hay chiều đều được", ("buoi_sang", "buoi_chieu")),
}
# Way -> what the day is, the picture of where, where to when no place is told.
WAYS: dict[CollectWay, tuple[str, str, str]] = {
    "counter": ("Mời ông, bà đến", "quay", ""),
    "post": ("Bưu điện mang đến nhà, sau ngày", "buu_dien", "nhà ông, bà, theo địa chỉ đã ghi"),
    "home": ("Cán bộ mang đến nhà, từ ngày", "gia_dinh", "nhà ông, bà, theo địa chỉ đã ghi"),
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
    `scan`: what the square says that a scanner or a telephone reads; empty for none.
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
    way: CollectWay = "counter"
    scan: str = ""


def picture_return(slip: PictureReturn, *, size: SlipSize = "a5", form: SlipForm = "pdf") -> bytes:
    """Return the slip as a tagged PDF, or as PNG. Raise FontMissing, PrintFailed."""
    due = local(slip.due_at) if slip.due_at else None
    issued = local(slip.issued_at).date()
    coming, where_picture, _ = WAYS[slip.way]
    contents = {name: part for name, part in asdict(slip).items() if not name.endswith("_at")}
    contents |= pictured({"picture": slip.picture}) | {
        "size": size,
        "code_groups": rules.code_groups(slip.code),
        "coming": coming,
        "where": _where(slip),
        "where_picture": pictured({"picture": where_picture}),
        "bring_picture": pictured({"picture": "can_cuoc"}),
        "day": _day(due.date(), issued) if due else None,
        "half": _half(due) if due and slip.way == "counter" else None,
        "bring_words": rules.sentence_list(slip.bring),
        "issued_words": f"In ngày {rules.date_figures(issued)}.",
        "qr": qr_svg(slip.scan) if slip.scan else None,
    }
    return typeset("picture_return.typ", contents, form=form, at=slip.issued_at)


def return_sentences(slip: PictureReturn) -> tuple[str, ...]:
    """Return the slip as sentences to be read out, the day first; nothing is said by looks."""
    code = ", ".join(" ".join(group) for group in rules.code_groups(slip.code).split())
    facts = (
        ("Kết quả ở" if slip.way == "counter" else "Gửi đến", _where(slip)),
        ("Mang theo" if slip.way == "counter" else "Khi nhận cần", ", ".join(slip.bring)),
        ("Ai nhận thay được", slip.who_collects),
    )
    lines = (
        f"Việc: {slip.procedure}.",
        *_said_day(slip),
        slip.due_words,
        *(f"{name}: {words.rstrip('.')}." for name, words in facts if words),
        *_said_money(slip.money),
        f"Muốn hỏi, gọi {slip.phone}." if slip.phone else "",
        f"Mã phiếu: {code}.",
    )
    return tuple(line for line in lines if line)


def return_text(slip: PictureReturn) -> str:
    """Return the slip as plain text: for a screen reader, a Braille line or to be read out."""
    lines = (f"Phiếu hẹn của {slip.centre_name}, {slip.commune}.", *return_sentences(slip))
    issued = f"In ngày {rules.date_figures(local(slip.issued_at).date())}."
    return "\r\n".join((*lines, f"{issued} Không thay Giấy tiếp nhận hồ sơ.")) + "\r\n"


def half_of(due: datetime) -> Half:
    """Return the half of the day in which one is asked to come; midnight says no hour."""
    if due.time() == time.min:
        return "all_day"
    return "morning" if due.time() < NOON else "afternoon"


def _where(slip: PictureReturn) -> str:
    return slip.where if slip.way == "counter" else WAYS[slip.way][2]


def _said_day(slip: PictureReturn) -> tuple[str, ...]:
    if slip.due_at is None:
        return ()
    due = local(slip.due_at)
    day = _day(due.date(), local(slip.issued_at).date())
    half = _half(due)
    when = f"{half['words']}{', ' if half['clock'] else ''}{half['clock']}."
    return (
        f"{WAYS[slip.way][0]}: {rules.weekday(due.date())}, {day['solar']}, tức {day['lunar']}.",
        f"{day['nights']}." if day["nights"] else "",
        when if slip.way == "counter" else "",
    )


def _said_money(money: Money | None) -> tuple[str, ...]:
    if money is None:
        return ()
    ask = "cán bộ nói rõ trước khi ông, bà về"
    who = f"Ai lĩnh thay được: {money.who_collects.rstrip('.')}." if money.who_collects else ""
    return (f"Tiền đến bằng: {money.how or ask}.", f"Lĩnh ở: {money.where or ask}.", who)


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
        "squares": nights if 0 < nights <= NIGHTS_MAX else 0,
        "week": [{"words": one, "here": n == on.weekday()} for n, one in enumerate(WEEK)],
    }
