"""What nobody may write into any field of ours: one-time codes and passwords. Pure.

One rule for the whole house: the citizen types such things on their own phone, and nobody else
reads, notes or sends them. Sums of money, official codes and telephone numbers pass.
"""

from __future__ import annotations

import re

from .text import fold

SECRET_REFUSED = "Không ghi mã này vào đây. Mã một lần và mật khẩu là của riêng người dân."  # noqa: S105

_WORDS = re.compile(r"\botp\b|\bmat khau\b|\bpassword\b|\bpasscode\b|\bma pin\b")
_WORD_WITH_VALUE = re.compile(
    r"\b(?:otp|mat khau|password|passcode|ma pin)\b[^.?!]{0,20}?(?:\bla\b|[:=])\s*\S"
    r"|\b(?:otp|mat khau|password|passcode|ma pin)\s+(?=\S*\d)\S+"
)
# Six figures by themselves, also as "123 456". Beside letters, points, hyphens or more figures they
# belong to an official code, a date or a telephone number; before a unit they are an amount.
_LONE_SIX = re.compile(
    r"(?<![\w.,/\-+])(?<!\d )(\d{3}[ ]?\d{3})(?![\w/\-]| ?\d|[.,]\d)"
    r"(?!\s*(?:đồng|dong|đ\b|vnđ|vnd|nghìn|ngàn|trang|người|m2))",
    re.IGNORECASE,
)


def holds_secret(text: str) -> bool:
    """Return whether a text to be kept looks like a one-time code or a password."""
    return bool(_WORDS.search(fold(text)) or _LONE_SIX.search(text))


def tells_secret(question: str) -> bool:
    """Return whether a question holds the secret itself; "quên mật khẩu" only asks about one."""
    return bool(_WORD_WITH_VALUE.search(fold(question)) or _LONE_SIX.search(question))


def lone_six(text: str) -> tuple[str, ...]:
    """Return the groups of six figures that stand by themselves."""
    return tuple(found.replace(" ", "") for found in _LONE_SIX.findall(text))
