"""What is said aloud, in words. Pure: values in, words out."""

from __future__ import annotations

import re

from donghanh.base.number_words import LINKING as LINKING
from donghanh.base.number_words import amount_words as amount_words
from donghanh.base.number_words import digit_words as digit_words
from donghanh.base.number_words import number_words as number_words

LABEL = re.compile(r"([A-Z]{0,3})-?(\d{1,4})([B-Z]?)")  # 2001B: the second of a clash
COUNTER_MAX = 99
READING_SECONDS_MIN = 2.0
SYLLABLES_A_SECOND = 2.0  # an aloud reader says four; who spells words out needs twice the time
_CODE = re.compile(r"\s*\(?(?:mã )?\b\d\.\d{6}\b\)?")
_DATE = re.compile(r"(ngày )?\b(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\b")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_SHORTENED = {
    "VNeID": "vê nờ e i đê", "CCCD": "căn cước công dân", "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân", "BHYT": "bảo hiểm y tế", "BHXH": "bảo hiểm xã hội",
    "NĐ": "nghị định", "TT": "thông tư", "DVCQG": "dịch vụ công quốc gia",
    "OTP": "ô tê pê", "CT07": "xê tê không bảy",
}  # fmt: skip
_LETTERS = {
    "A": "a", "B": "bê", "C": "xê", "D": "dê", "E": "e", "F": "ép-phờ", "G": "gờ", "H": "hờ",
    "I": "i", "J": "gi", "K": "ca", "L": "lờ", "M": "mờ", "N": "nờ", "O": "o", "P": "pê",
    "Q": "quy", "R": "rờ", "S": "sờ", "T": "tê", "U": "u", "V": "vê", "W": "vê-kép", "X": "ích",
    "Y": "y", "Z": "dét",
}  # fmt: skip


def label_words(label: str, *, one_by_one: bool = False, linking: str = LINKING[0]) -> str:
    """Return a ticket's label in words: "A105" → "a một trăm linh năm".

    Raise ValueError for anything that is not a label: a loudspeaker says numbers, never names.
    """
    matched = LABEL.fullmatch(label)
    if matched is None:
        raise ValueError("not a ticket's label")
    letters, digits, suffix = matched.groups()
    number = digit_words(digits) if one_by_one else number_words(int(digits), linking=linking)
    spelt = [_LETTERS[letter] for letter in letters]
    return " ".join([*spelt, number, *(_LETTERS[letter] for letter in suffix)])


def call_words(
    label: str, counter: int, *, one_by_one: bool = False, linking: str = LINKING[0]
) -> str:
    """Return one call: "Mời số một trăm linh năm, đến quầy số ba". Raise ValueError as above."""
    if not 1 <= counter <= COUNTER_MAX:
        raise ValueError("not a counter's number")
    called = label_words(label, one_by_one=one_by_one, linking=linking)
    return f"Mời số {called}, đến quầy số {number_words(counter)}"


def spoken(text: str) -> str:
    """Return a text in words that a voice reads rightly: dates, amounts, shortened names.

    Codes of procedures are left out: nobody keeps "1.001193" in the ear.
    """
    read = _CODE.sub("", text)
    read = _DATE.sub(lambda found: _date_words(*found.groups()), read)
    read = _NUMBER.sub(_number_read, read)
    for short, full in _SHORTENED.items():
        read = re.sub(rf"\b{short}\b", full, read)
    return " ".join(re.sub(r"\s*[()–]\s*", ", ", read).split()).strip(" ,")


def _date_words(prefix: str | None, day: str, month: str, year: str | None) -> str:
    words = f"ngày {number_words(int(day))} tháng {number_words(int(month))}"
    return f"{words} năm {number_words(int(year))}" if year else words


def _number_read(found: re.Match[str]) -> str:
    digits = found[0].replace(".", "")
    return amount_words(int(digits)) if len(digits) <= 12 else digit_words(digits)


def seconds_to_read(text: str) -> float:
    """Return how long a text must stand for slow readers: two syllables a second, 2 s at least."""
    return max(READING_SECONDS_MIN, len(spoken(text).split()) / SYLLABLES_A_SECOND)
