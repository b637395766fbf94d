"""Vietnamese text: one way to store it, one to compare it, one to sort it, one to count it."""

from __future__ import annotations

import unicodedata
from datetime import date

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_BASE_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
_MARKS_OF_LETTERS = "\u0306\u0302\u031b"  # breve, circumflex, horn belong to the letter


def nfc(text: str) -> str:
    """Return the text as we store it: NFC, without zero-width marks."""
    return unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")


def fold(text: str) -> str:
    """Return lower case without any marks, đ as d, single spaces: "Đăng Ký" -> "dang ky"."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return squeeze("".join(c for c in plain if not unicodedata.combining(c)))


def squeeze(text: str) -> str:
    """Return the text with runs of white space as one space and none at the ends."""
    return " ".join(text.split())


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a key that sorts as a Vietnamese dictionary does: letters first, then tones."""
    letters: list[int] = []
    tones: list[int] = []
    for char in nfc(text).lower():
        letter, tone = _letter_and_tone(char)
        place = _BASE_LETTERS.find(letter)
        letters.append(1000 + place if place >= 0 else ord(letter[0]))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def _letter_and_tone(char: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES.index(p) + 1 for p in parts if p in _TONES), 0)
    kept = parts[0] + "".join(p for p in parts[1:] if p in _MARKS_OF_LETTERS)
    return unicodedata.normalize("NFC", kept), tone


def syllable_count(text: str) -> int:
    """Return the number of tiếng: words between white space that hold a letter or a digit."""
    return sum(1 for word in text.split() if any(c.isalnum() for c in word))


def day_words(day: date) -> str:
    """Return a date as people say it: "thứ Ba, 3/3/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day}/{day.month}/{day.year}"
