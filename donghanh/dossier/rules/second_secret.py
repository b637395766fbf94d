"""Second secrets, and what an officer looks somebody up by. Pure."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable

from donghanh.base.text import fold

SECRET_DIGITS = 4
NAME_LETTERS_MIN = 2  # one letter would open everybody
_SEPARATORS = re.compile(r"[\s.\-()+]")


def fits_secret(typed: str, numbers: Iterable[str]) -> bool:
    """Return whether typed digits are the last four of one of the numbers (or the whole of it)."""
    digits = _SEPARATORS.sub("", typed)
    if not digits.isascii() or not digits.isdigit() or len(digits) < SECRET_DIGITS:
        return False
    fits = [
        hmac.compare_digest(digits, number[-len(digits) :])
        for number in numbers
        if number.isascii() and len(number) >= len(digits)
    ]
    return any(fits)


def look_up_key(typed: str) -> str:
    """Return what to look for: at least four digits, or a folded name; empty for too little."""
    digits = _SEPARATORS.sub("", typed)
    if digits.isascii() and digits.isdigit():
        return digits if len(digits) >= SECRET_DIGITS else ""
    name = fold(typed)
    return name if len(name) >= NAME_LETTERS_MIN else ""
