"""What the forms of a one-stop office have in common: head, boxes, moments, who signs."""

from __future__ import annotations

from datetime import date, datetime, time

from donghanh.base import lunar
from donghanh.base.clock import local

from . import rules
from .one_stop_records import Matter, OneStopHead
from .records_forms import (
    Aside,
    Box,
    FormPart,
    FormPrint,
    FormTitle,
    Line,
    OfficeHeading,
    SignatureBlock,
    Words,
)

VERSION = "tt03-2025"
LAW = "Mẫu số {number}, Phụ lục I, Thông tư 03/2025/TT-VPCP ngày 15/9/2025"
# The wording was found copied in another decision, never in the circular's own annex.
DRAFT = "Bản dựng lại, chưa đối chiếu với Phụ lục I Thông tư 03/2025/TT-VPCP."
ADVICE = "Hệ thống của tỉnh in được mẫu này thì dùng bản đó."
SIGN = "(Ký và ghi rõ họ tên)"
OURS = "Phần nhắc thêm của Trung tâm, không thuộc mẫu giấy trên"
EMPTY_DAY = "ngày …… tháng …… năm ………"
EMPTY_HOUR = "…… giờ …… phút"
PAPERS_MIN = 3  # numbered lines that an empty sheet has


def sheet(
    number: str,
    head: OneStopHead,
    symbol: str,
    title: str,
    *parts: FormPart,
    landscape: bool = False,
    draft: str = DRAFT,
) -> FormPrint:
    """Return a form: its head with the number and the letters of its kind, its title, its parts."""
    heading = OfficeHeading(
        head.governing_body, head.centre_name, f"Số: {head.number or '……'}{symbol}", head.place,
        head.made_on,
    )  # fmt: skip
    return FormPrint(
        form_id=f"mot_cua_mau{number}",
        title=title.capitalize(),
        version=VERSION,
        law=LAW.format(number=number),
        layout_compared=False,
        parts=(heading, FormTitle(title), *parts),
        landscape=landscape,
        draft_mark=draft,
        draft_advice=ADVICE,
    )


def line(label: str, value: str = "", after: str = "") -> Line:
    """Return a line of one box."""
    return Line((Box("", label, value, after),))


def timed(label: str, at: datetime | None) -> FormPart:
    """Return a line that says hour and day; dots where nothing is known."""
    return line(label, moment(at), ".") if at else Words(f"{label} {moment(None)}.")


def numbered(words: tuple[str, ...]) -> tuple[Line, ...]:
    """Return words as numbered lines; empty ones to write on where there are none."""
    shown = words or ("",) * PAPERS_MIN
    return tuple(line(f"{number}.", one) for number, one in enumerate(shown, 1))


def reach(phone: str, email: str) -> Line:
    """Return the line of telephone and e-mail."""
    return Line((Box("", "Số điện thoại:", phone), Box("", "Email:", email, share=2)))


def signed(title: str, name: str = "", *, digital: str = "") -> SignatureBlock:
    """Return who signs; `digital`: whose digital signature stands there on a screen."""
    note = f"{SIGN}\n(Chữ ký số của {digital} nếu là biểu mẫu điện tử)" if digital else SIGN
    return SignatureBlock(title, note, Box("", "", name))


def moment(at: datetime | None) -> str:
    """Return hour and day as the forms write them; dots for what is not known."""
    if at is None:
        return f"{EMPTY_HOUR}, {EMPTY_DAY}"
    wall = local(at)
    if wall.time() == time.min:  # midnight: the hour is not known
        return f"{EMPTY_HOUR}, {rules.official_date(wall.date())}"
    return rules.official_moment(wall)


def day(on: date | None) -> str:
    """Return a day as the forms write it; dots for none."""
    return rules.official_date(on) if on else EMPTY_DAY


def spoken_day(on: date) -> str:
    """Return a day as people say it, by both calendars."""
    words = f"{rules.weekday(on)}, {rules.date_figures(on)}, tức {lunar.words(on)}"
    return words[0].upper() + words[1:]


def aside(*lines: str) -> tuple[Aside, ...]:
    """Return the frame with our own words; nothing where there are none."""
    said = tuple(one for one in lines if one)
    return (Aside(OURS, said),) if said else ()


def our_code(matter: Matter) -> str:
    """Return the line with our own code."""
    return f"Mã của bàn hướng dẫn: {matter.code}." if matter.code else ""
