"""What is said aloud, in words. Pure: values in, words out."""

from __future__ import annotations

import re

LABEL = re.compile(r"([A-Z]{0,3})-?(\d{1,4})")
COUNTER_MAX = 99
READING_SECONDS_MIN = 2.0
SYLLABLES_A_SECOND = 2.0  # an aloud reader says four; who spells words out needs twice the time
_GROUPS = ((9, "tỷ"), (6, "triệu"), (3, "nghìn"), (0, ""))
_CODE = re.compile(r"\s*\(?(?:mã )?\b\d\.\d{6}\b\)?")
_DATE = re.compile(r"(ngày )?\b(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\b")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_SHORTENED = {
    "VNeID": "vê nờ e i đê", "CCCD": "căn cước công dân", "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân", "BHYT": "bảo hiểm y tế", "BHXH": "bảo hiểm xã hội",
    "NĐ": "nghị định", "TT": "thông tư", "DVCQG": "dịch vụ công quốc gia",
    "OTP": "ô tê pê", "CT07": "xê tê không bảy",
}  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_LETTERS = {
    "A": "a", "B": "bê", "C": "xê", "D": "dê", "E": "e", "F": "ép-phờ", "G": "gờ", "H": "hờ",
    "I": "i", "J": "gi", "K": "ca", "L": "lờ", "M": "mờ", "N": "nờ", "O": "o", "P": "pê",
    "Q": "quy", "R": "rờ", "S": "sờ", "T": "tê", "U": "u", "V": "vê", "W": "vê-kép", "X": "ích",
    "Y": "y", "Z": "dét",
}  # fmt: skip


def number_words(number: int) -> str:
    """Return a number from 0 to 9999 as the northern official style reads it: 105 → "một trăm
    linh năm". Raise ValueError outside that range.
    """
    if not 0 <= number <= 9999:
        raise ValueError("only numbers from 0 to 9999 are called")
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _under_thousand(rest, full=False)
    words = f"{_DIGITS[thousands]} nghìn"
    return f"{words} {_under_thousand(rest, full=True)}" if rest else words


def digit_words(digits: str) -> str:
    """Return digits one by one: "105" → "một không năm"."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def label_words(label: str, *, one_by_one: bool = False) -> str:
    """Return a ticket's label in words: "A105" → "a một trăm linh năm".

    Raise ValueError for anything that is not a label: a loudspeaker says numbers, never names.
    """
    matched = LABEL.fullmatch(label)
    if matched is None:
        raise ValueError("not a ticket's label")
    letters, digits = matched.groups()
    number = digit_words(digits) if one_by_one else number_words(int(digits))
    return " ".join([*(_LETTERS[letter] for letter in letters), number])


def call_words(label: str, counter: int, *, one_by_one: bool = False) -> str:
    """Return one call: "Mời số một trăm linh năm, đến quầy số ba". Raise ValueError as above."""
    if not 1 <= counter <= COUNTER_MAX:
        raise ValueError("not a counter's number")
    called = label_words(label, one_by_one=one_by_one)
    return f"Mời số {called}, đến quầy số {number_words(counter)}"


def amount_words(number: int) -> str:
    """Return a number below a million million as read: 540000 → "năm trăm bốn mươi nghìn".

    Raise ValueError outside that range.
    """
    if not 0 <= number < 10**12:
        raise ValueError("only numbers below a million million are read")
    if number <= 9999:
        return number_words(number)
    groups = [(number // 10**size % 1000, name) for size, name in _GROUPS]
    words: list[str] = []
    for value, name in groups:
        if value:
            words += [_under_thousand(value, full=bool(words)), *([name] if name else [])]
    return " ".join(words)


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


def _under_thousand(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _under_hundred(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {_DIGITS[rest]}" if rest < 10 else f"{words} {_under_hundred(rest)}"


def _under_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    if tens == 1:
        last = "lăm" if ones == 5 else _DIGITS[ones]
        return f"mười {last}" if ones else "mười"
    return (
        f"{_DIGITS[tens]} mươi {_AFTER_TENS.get(ones, _DIGITS[ones])}"
        if ones
        else (f"{_DIGITS[tens]} mươi")
    )
