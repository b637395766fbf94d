"""A bank's file: which column is what, which account it is of, what a line says. Pure.

Every bank writes its own: a column for money in, one with a sign, or one amount with a column that
says which way. What a machine cannot tell is chosen once by a person and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from donghanh.base.text import fold, nfc, squeeze

from .register import Cell, read_instant
from .statements import StatementRow

# Field -> words, and folded beginnings of headings that mean it.
STATEMENT_FIELDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "booked_on": (
        "Ngày",
        ("ngay giao dich", "ngay hach toan", "ngay hieu luc", "ngay", "date", "transaction date",
         "booking date", "value date"),
    ),
    "credit": (
        "Số tiền vào",
        ("so tien ghi co", "ghi co", "phat sinh co", "ps co", "so tien vao", "tien vao", "credit",
         "co", "so tien giao dich", "so tien", "amount"),
    ),
    "content": (
        "Nội dung",
        ("noi dung", "dien giai", "mo ta", "chi tiet", "description", "details", "remark",
         "narrative"),
    ),
    "way": (
        "Tiền vào hay ra, khi chỉ có một cột số tiền",
        ("no/co", "no / co", "ghi no/ghi co", "ghi no/co", "loai giao dich", "debit/credit", "d/c",
         "dr/cr", "+/-", "dau"),
    ),
    "bank_number": (
        "Số giao dịch",
        ("so giao dich", "ma giao dich", "so tham chieu", "so but toan", "so chung tu", "so ct",
         "transaction no", "transaction id", "reference", "ref"),
    ),
}  # fmt: skip
NEEDED = ("booked_on", "credit", "content")

_IN = frozenset({"c", "cr", "co", "ghi co", "credit", "+", "vao", "tien vao", "in"})
_OUT = frozenset({"d", "dr", "no", "ghi no", "debit", "-", "ra", "tien ra", "out"})
_DIGITS = re.compile(r"\d+")
_ACCOUNT = re.compile(r"\b(?:so tai khoan|tai khoan|so tk|stk|tk|account(?: no| number)?)\b")
_NUMBER = re.compile(r"\d[\d .]{4,24}\d")


def statement_columns(headings: Sequence[Cell]) -> dict[str, str]:
    """Return field -> heading for headings whose meaning is plain; each heading once."""
    told = {fold(str(one)): squeeze(nfc(str(one))) for one in headings if one}
    found: dict[str, str] = {}
    for field, (_, beginnings) in STATEMENT_FIELDS.items():
        for beginning in beginnings:
            fits = [words for key, words in told.items() if _means(key, beginning)]
            free = [words for words in fits if words not in found.values()]
            if free:
                found[field] = free[0]
                break
    return found


def _means(heading: str, beginning: str) -> bool:
    """Whether a heading begins so. What speaks of money going out only is never money in."""
    words = set(re.findall(r"[a-z]+", heading))
    out = words & {"no", "debit"} and not words & {"co", "credit"}
    begins = heading == beginning or heading.startswith((f"{beginning} ", f"{beginning}("))
    return begins and not out


def shape_of(headings: Sequence[str]) -> str:
    """Return what tells one bank's file from another's: its headings, whatever their case."""
    return sha256(
        "|".join(dict.fromkeys(fold(one) for one in headings if one)).encode()
    ).hexdigest()


def accounts_in(cells: Sequence[Cell]) -> frozenset[str]:
    """Return numbers of accounts that stand above the headings: "Số tài khoản: 1234 5678"."""
    found: set[str] = set()
    for place, cell in enumerate(cells):
        said = _said(cell)
        label = _ACCOUNT.search(said)
        if label is None:
            continue
        after = (_said(one) for one in cells[place + 1 : place + 3])
        beside = [said[label.end() :], *after]
        numbers = (_NUMBER.search(words) for words in beside)
        first = next((number for number in numbers if number), None)
        if first:
            found.add("".join(_DIGITS.findall(first[0])))
    return frozenset(found)


def _said(cell: Cell) -> str:
    whole = isinstance(cell, float) and cell == int(cell)
    return fold(str(int(cell) if whole else cell or ""))  # type: ignore[arg-type]


def read_statement_row(row: Mapping[str, Cell]) -> StatementRow | str | None:
    """Return a line that brought money, words of what is wrong, or None: it brought none."""
    given = row.get("credit")
    if given in (None, "", "0", 0, "-"):
        return None
    vnd = read_vnd(given)
    if vnd is None:
        return f"số tiền “{str(given)[:30]}” không đọc được"
    way = fold(squeeze(str(row.get("way") or "")))
    if vnd <= 0 or way in _OUT:
        return None
    if way and way not in _IN:
        return f"“{way[:30]}” không rõ là tiền vào hay ra"
    booked = read_instant(row.get("booked_on"))
    if booked is None:
        return f"ngày “{str(row.get('booked_on') or '')[:30]}” không đọc được"
    content = squeeze(nfc(str(row.get("content") or "")))
    return StatementRow(
        booked.date(), vnd, content, squeeze(_said(row.get("bank_number"))).upper()[:60]
    )


def read_vnd(given: Cell) -> int | None:
    """Return whole đồng as banks write them: 15000, "15,000", "+15.000,00 VND"; None for others."""
    if isinstance(given, datetime):
        return None
    if isinstance(given, int | float):
        return int(given) if given == int(given) else None
    bare = re.sub(r"(?i)\s|vnđ|vnd|đồng|đ$", "", str(given or ""))
    sign = -1 if bare.startswith("-") else 1
    whole = re.sub(r"[.,]0{1,2}$", "", bare.lstrip("+-"))
    if not re.fullmatch(r"\d+|\d{1,3}([.,])\d{3}(\1\d{3})*", whole):
        return None
    return sign * int("".join(_DIGITS.findall(whole)))
