"""Numbers as they are read in Vietnamese. Pure: values in, words out."""

from __future__ import annotations

LINKING = ("linh", "lẻ")  # between hundreds and ones; the first is the official way
_GROUPS = ((9, "tỷ"), (6, "triệu"), (3, "nghìn"), (0, ""))
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def number_words(number: int, *, linking: str = LINKING[0]) -> str:
    """Return a number from 0 to 9999 as it is read: 105 → "một trăm linh năm".

    `linking` is "linh" as in the north, or "lẻ". Raise ValueError outside that range.
    """
    if not 0 <= number <= 9999:
        raise ValueError("only numbers from 0 to 9999 are called")
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _under_thousand(rest, full=False, linking=linking)
    words = f"{_DIGITS[thousands]} nghìn"
    return f"{words} {_under_thousand(rest, full=True, linking=linking)}" if rest else words


def digit_words(digits: str) -> str:
    """Return digits one by one: "105" → "một không năm"."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)


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


def _under_thousand(number: int, *, full: bool, linking: str = LINKING[0]) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _under_hundred(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} {linking} {_DIGITS[rest]}" if rest < 10 else f"{words} {_under_hundred(rest)}"


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
