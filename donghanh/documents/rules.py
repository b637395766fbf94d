"""How facts are put into words on paper. Pure: values in, words out."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from datetime import date, datetime

# What the pinned fonts hold, as tried out with the typesetter; anything else would print nothing.
PRINTABLE = frozenset(
    [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x1EA0, 0x1EFA))]
    + list("ĂăĐđĨĩŨũƠơƯư–—‘’“”•…₫\n")
    + [chr(code) for code in (*range(0x1780, 0x17DE), *range(0x17E0, 0x17EA))]  # Khmer
)
STAND_IN = "?"
_SAME_THING = {"\u2010": "-", "\u2011": "-", "\u2212": "–", "\t": " ", "\r": ""}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


# What forms are set in holds more: names of the uplands and of other countries.
FORM_PRINTABLE = PRINTABLE | frozenset(
    chr(code) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1EFA), *range(0x2BC, 0x2BD))
)


def prints_whole(text: str, letters: Collection[str]) -> bool:
    """Whether every letter of a text can be shown as it is; what nobody sees does not count."""
    composed = unicodedata.normalize("NFC", text)
    return all(
        char in letters or char in _SAME_THING or unicodedata.category(char) == "Cf"
        for char in composed
    )


def printable(text: str, letters: Collection[str] = PRINTABLE) -> str:
    """Return the text in letters that our fonts hold: never a box, never a silent gap.

    A foreign letter loses its mark ("ō" to "o"); what has no Latin letter beneath becomes "?".
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(_printable_letter(char, letters) for char in composed)


def _printable_letter(char: str, letters: Collection[str]) -> str:
    if char in letters:
        return char
    if char in _SAME_THING:
        return _SAME_THING[char]
    if unicodedata.category(char) in ("Cf", "Cc", "Mn"):
        return ""
    base = unicodedata.normalize("NFD", char)[0]
    return base if base in letters else STAND_IN


def weekday(day: date) -> str:
    """Return the day of the week in words: "thứ Bảy"."""
    return _WEEKDAYS[day.weekday()]


def date_figures(day: date) -> str:
    """Return a date in figures, two digits for day and month: "05/02/2027"."""
    return f"{day:%d/%m/%Y}"


def official_date(day: date) -> str:
    """Return a date as official papers write it: "ngày 05 tháng 02 năm 2027".

    # Law: NĐ 30/2020/NĐ-CP, Phụ lục I: days below 10 and months 1 and 2 take a 0 in front.
    """
    month = f"{day.month:02d}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def clock_words(wall: datetime) -> str:
    """Return a wall-clock time in words: "8 giờ", "15 giờ 05"."""
    return f"{wall.hour} giờ" + (f" {wall.minute:02d}" if wall.minute else "")


def official_moment(wall: datetime) -> str:
    """Return an instant as Mẫu 01 writes it: "15 giờ 05 phút, ngày 05 tháng 02 năm 2027"."""
    return f"{wall.hour:02d} giờ {wall.minute:02d} phút, {official_date(wall.date())}"


def difference_words(ours: date | None, official: date | None) -> str:
    """Return how the official day differs from the desk's; empty when it does not."""
    if ours is None or official is None or ours == official:
        return ""
    days = (official - ours).days
    how = f"muộn hơn {days} ngày" if days > 0 else f"sớm hơn {-days} ngày"
    return f"Ngày này {how} so với ngày bàn hướng dẫn đã nói ({date_figures(ours)})."


def code_groups(code: str) -> str:
    """Return a short code in groups of three for reading aloud: "C4D7HK" to "C4D 7HK"."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))


def sentence_list(words: Sequence[str]) -> str:
    """Return words as a line with a capital: ("phiếu này", "bút") → "Phiếu này; bút"."""
    line = "; ".join(words)
    return line[:1].upper() + line[1:]
