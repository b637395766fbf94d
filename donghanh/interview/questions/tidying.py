"""What every typed text goes through: kept as it is or refused plainly, never cut or mangled."""

from __future__ import annotations

import unicodedata

from donghanh.base.text import fold, nfc, squeeze

from ..records import Fault, Raw

NOTHING = Fault("Chưa có câu trả lời.", "Nói hoặc gõ câu trả lời, hoặc bấm “Tôi không biết”.")
_KEPT = "\n\t\r"
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tidy(raw: Raw, length_max: int) -> str | Fault:
    """Return the text in NFC, each line with single spaces, empty lines left out."""
    if not isinstance(raw, str | int):
        return Fault("Câu này cần một câu trả lời bằng chữ.", "Gõ câu trả lời vào một ô.")
    text = nfc(str(raw)) if _is_text(str(raw)) else ""
    if not text and str(raw):
        return Fault("Có ký tự điều khiển, không in được.", "Gõ lại, đừng chép từ nơi khác.")
    text = "\n".join(line for line in map(squeeze, text.splitlines()) if line)
    if not text:
        return NOTHING
    if len(text) > length_max:
        return Fault(
            f"Câu trả lời dài {len(text)} chữ cái, ô này chứa được {length_max}.",
            "Viết ngắn lại; phần còn lại ghi vào tờ giấy riêng.",
        )
    return text


def one_line(raw: Raw, length_max: int) -> str | Fault:
    """Return the text on one line."""
    text = tidy(raw, length_max)
    return text if isinstance(text, Fault) else squeeze(text)


def digits_of(raw: Raw) -> str | Fault:
    """Return the digits of a number typed with spaces, dots or dashes between them."""
    text = one_line(raw, 60)
    if isinstance(text, Fault):
        return text
    digits = "".join(char for char in text if char not in " .-\u2013")
    if digits.isascii() and digits.isdigit():
        return digits
    return Fault("Ở đây chỉ có chữ số.", "Xem lại trên thẻ, đọc từng số một.")


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for accents, capitals and spaces."""
    return fold(one) == fold(other)


def _is_text(text: str) -> bool:
    return not any(
        char in _TURNING or (char not in _KEPT and unicodedata.category(char) in ("Cc", "Cs"))
        for char in text
    )
