"""The province's register: which column is what, and what a row says. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import Any

from donghanh.base.text import fold, nfc, squeeze
from donghanh.base.workdays import VIETNAM_OFFSET

from .terms import is_official_code, tidy_official_code

# Field -> words, and folded beginnings of headings that mean it, the most telling first.
FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "code": ("Mã hồ sơ", ("ma ho so", "ma so ho so", "ma hs", "ma so hs", "so ho so")),
    "title": ("Tên thủ tục", ("ten tthc", "ten thu tuc", "thu tuc", "noi dung")),
    "deciding_body": (
        "Cơ quan giải quyết",
        ("co quan chu tri", "co quan giai quyet", "don vi giai quyet", "don vi xu ly"),
    ),
    "status_words": ("Tình trạng", ("trang thai", "tinh trang", "ket qua xu ly")),
    "accepted_at": ("Ngày nhận", ("nhan ho so", "ngay nhan", "ngay tiep nhan", "thoi diem nhan")),
    "due_at": ("Ngày hẹn trả", ("hen tra", "ngay hen tra", "thoi diem hen", "han xu ly")),
    "settled_at": (
        "Ngày có kết quả",
        ("ngay co ket qua", "ngay hoan thanh", "ngay xu ly xong", "ngay ket thuc"),
    ),
    "returned_at": ("Ngày trả", ("tra ket qua", "ngay tra", "thoi diem tra")),
}
INSTANTS = ("accepted_at", "due_at", "settled_at", "returned_at")
LETTERS_MAX = {"title": 400, "deciding_body": 160, "status_words": 120}

CLOSING_HOUR = 17  # of a centre; as an apology without an hour

_VIETNAM = timezone(VIETNAM_OFFSET)
_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_HOUR = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?(?::\d{2})?\s*(CH|PM)?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{5}(?:[.,]\d+)?")
_LAST_MINUTE = (23, 59)
_EPOCH = datetime(1899, 12, 30, tzinfo=_VIETNAM)  # how spreadsheets count days
_SERIALS = range(36526, 73050)  # the years 2000 to 2099
_COLUMN_MARK = re.compile(r"\(?\d{1,2}\)?")

Cell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What a row of the register says. Instants are aware; None where the cell is empty."""

    code: str
    title: str = ""
    deciding_body: str = ""
    status_words: str = ""
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    settled_at: datetime | None = None
    returned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BadCell:
    """What is wrong with a row, in plain Vietnamese."""

    why: str


def guessed_columns(headings: Sequence[Cell]) -> dict[str, str]:
    """Return field -> heading, for headings whose meaning is plain; each heading once."""
    told = {fold(str(one)): squeeze(nfc(str(one))) for one in headings if one}
    found: dict[str, str] = {}
    for field, (_, beginnings) in FIELDS.items():
        for beginning in beginnings:
            fits = [words for key, words in told.items() if key.startswith(beginning)]
            free = [words for words in fits if words not in found.values()]
            if free:
                found[field] = free[0]
                break
    return found


def read_row(row: Mapping[str, Cell]) -> RegisterRow | BadCell:
    """Return what a row says, by field, or what is wrong with it."""
    code = tidy_official_code(str(row.get("code") or ""))
    if not is_official_code(code):
        return BadCell(f"mã hồ sơ “{code[:48]}” không đúng dạng" if code else "không có mã hồ sơ")
    instants: dict[str, Any] = {}
    for field in INSTANTS:
        given = row.get(field)
        read = read_instant(given)
        if given not in (None, "") and read is None:
            return BadCell(f"{FIELDS[field][0].lower()} “{str(given)[:40]}” không đọc được")
        instants[field] = read
    accepted, due = instants["accepted_at"], _at_closing(instants["due_at"])
    instants["due_at"] = due
    if accepted and due and due.date() < accepted.date():
        return BadCell("ngày hẹn trả trước ngày nhận")
    texts: dict[str, Any] = {
        field: squeeze(nfc(str(row.get(field) or "")))[:letters]
        for field, letters in LETTERS_MAX.items()
    }
    return RegisterRow(code=code, **texts, **instants)


def read_instant(given: Cell) -> datetime | None:
    """Return a moment as registers write it; a day alone is its last minute (hạn hết ngày).

    A bare number is a day as spreadsheets count them; "3:00 CH" is in the afternoon.
    """
    if isinstance(given, datetime):
        return given.replace(tzinfo=_VIETNAM) if given.tzinfo is None else given
    text = str(given or "").strip()
    if _NUMBER.fullmatch(text):
        return _of_serial(float(text.replace(",", ".")))
    try:
        stamp = datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        stamp = None
    return read_instant(stamp) if stamp else _of_words(text)


def _of_serial(days: float) -> datetime | None:
    if int(days) not in _SERIALS:
        return None
    at = _EPOCH + timedelta(minutes=round(days * 24 * 60))
    return at if days % 1 else _last_minute(at)


def _of_words(text: str) -> datetime | None:
    day, iso = _DAY.search(text), _ISO.search(text)
    found = day or iso
    if found is None:
        return None
    date, month, year = found.groups() if day else found.groups()[::-1]
    said = _HOUR.search(text.replace(found.group(0), " "))
    try:
        at = datetime(int(year), int(month), int(date), tzinfo=_VIETNAM)
        return at.replace(**_hour_and_minute(said)) if said else _last_minute(at)
    except ValueError:
        return None


def _hour_and_minute(said: re.Match[str]) -> dict[str, Any]:
    hour, afternoon = int(said.group(1)), bool(said.group(3))
    return {
        "hour": hour + 12 if afternoon and hour < 12 else hour,
        "minute": int(said.group(2) or 0),
    }


def _at_closing(due_at: datetime | None) -> datetime | None:
    """Return a due day without an hour as the end of that day's work: nobody comes at midnight."""
    alone = due_at is not None and (due_at.hour, due_at.minute) == _LAST_MINUTE
    return due_at.replace(hour=CLOSING_HOUR, minute=0) if due_at and alone else due_at


def _last_minute(at: datetime) -> datetime:
    return at.replace(hour=_LAST_MINUTE[0], minute=_LAST_MINUTE[1])


def tells_columns(row: Sequence[Cell]) -> bool:
    """Return whether a row only numbers the columns of a printed form: (1), (2), (3)."""
    said = [str(cell).strip() for cell in row if cell not in (None, "")]
    return len(said) > 2 and all(_COLUMN_MARK.fullmatch(cell) for cell in said)


def joined_headings(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the headings of a table whose columns are grouped: two rows, the upper one merged."""
    width = max(len(upper), len(lower))
    tops = [*upper, *[""] * (width - len(upper))]
    names = [*lower, *[""] * (width - len(lower))]
    return [name or top for top, name in zip(tops, names, strict=True)]


def further(one: RegisterRow, other: RegisterRow) -> bool:
    """Return whether a row tells of more than another one of the same dossier, or of the same."""
    return _told(one) >= _told(other)


def _told(row: RegisterRow) -> tuple[bool, bool, int]:
    return (row.returned_at is not None, row.settled_at is not None, _RANK[news_of(row)])


class News(StrEnum):
    """What the province says has become of a dossier."""

    WORKING = "working"
    SUPPLEMENT = "supplement"
    READY = "ready"
    REFUSED = "refused"
    STOPPED = "stopped"
    RETURNED = "returned"


_RANK = {news: rank for rank, news in enumerate(News)}
# Folded words -> what they mean; the first that is found counts.
_MEANS: tuple[tuple[str, News], ...] = (
    ("tu choi", News.REFUSED),
    ("khong du dieu kien", News.REFUSED),
    ("khong tiep nhan", News.REFUSED),
    ("da bo sung", News.WORKING),
    ("yeu cau bo sung", News.SUPPLEMENT),
    ("cho bo sung", News.SUPPLEMENT),
    ("can bo sung", News.SUPPLEMENT),
    ("dung xu ly", News.STOPPED),
    ("dung giai quyet", News.STOPPED),
    ("rut ho so", News.STOPPED),
    ("chua co ket qua", News.WORKING),
    ("cho tra", News.READY),
    ("chua tra", News.READY),
    ("da tra", News.RETURNED),
    ("co ket qua", News.READY),
    ("xu ly xong", News.READY),
    ("da giai quyet", News.READY),
    ("hoan thanh", News.READY),
)


def news_of(row: RegisterRow) -> News:
    """Return what a row says has become of its dossier; WORKING for what is not understood."""
    said = fold(row.status_words)
    for words, news in _MEANS:
        if words in said:
            return news if news is not News.READY or row.returned_at is None else News.RETURNED
    if row.returned_at is not None:
        return News.RETURNED
    return News.READY if row.settled_at is not None else News.WORKING


def is_news(news: News, *, waits: bool, ready: bool) -> bool:
    """Return whether what the province says is not yet so here; `waits`: for papers."""
    match news:
        case News.WORKING:
            return False
        case News.SUPPLEMENT:
            return not waits and not ready
        case News.READY:
            return not ready
    return True
