"""The province's register: which column is what, and what a row says. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from donghanh.base.text import fold, nfc, squeeze
from donghanh.base.workdays import VIETNAM_OFFSET

from .terms import is_official_code, tidy_official_code

# Field -> words, and folded beginnings of headings that mean it, the most telling first.
FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "code": ("Mã hồ sơ", ("ma ho so", "ma hs", "so ho so")),
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

_VIETNAM = timezone(VIETNAM_OFFSET)
_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?")

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
    accepted, due = instants["accepted_at"], instants["due_at"]
    if accepted and due and due < accepted:
        return BadCell("ngày hẹn trả trước ngày nhận")
    texts: dict[str, Any] = {
        field: squeeze(nfc(str(row.get(field) or "")))[:letters]
        for field, letters in LETTERS_MAX.items()
    }
    return RegisterRow(code=code, **texts, **instants)


def read_instant(given: Cell) -> datetime | None:
    """Return a moment as registers write it; a day alone is its last minute (hạn hết ngày)."""
    if isinstance(given, datetime):
        return given.replace(tzinfo=_VIETNAM) if given.tzinfo is None else given
    text = str(given or "")
    day, iso = _DAY.search(text), _ISO.search(text)
    found = day or iso
    if found is None:
        return None
    date, month, year = found.groups() if day else found.groups()[::-1]
    rest = text.replace(found.group(0), " ")
    hour = _HOUR.search(rest)
    try:
        at = datetime(int(year), int(month), int(date), tzinfo=_VIETNAM)
        if hour:
            return at.replace(hour=int(hour.group(1)), minute=int(hour.group(2) or 0))
    except ValueError:
        return None
    return at + timedelta(hours=23, minutes=59)
