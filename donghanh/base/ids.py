"""Keys that make a verb safe to repeat, and short codes that people can read aloud."""

from __future__ import annotations

import secrets
from uuid import UUID, uuid4, uuid5

# No 0/O, 1/I/L, 5/S, 8/B, 2/Z, no vowels (no words come out by accident).
CODE_ALPHABET = "34679CDFGHJKMNPQRTVWXY"
CODE_LENGTH = 6  # 22^6 = 113 million; a centre has under a million slips in its life

_TYPED_FOR = str.maketrans({"0": "Q", "O": "Q", "Đ": "D"})


def new_key() -> UUID:
    """Return a new key for one verb."""
    return uuid4()


def derived_key(key: UUID, purpose: str) -> UUID:
    """Return the key of a verb that another verb calls, the same at each replay."""
    return uuid5(key, purpose)


def short_code(length: int = CODE_LENGTH) -> str:
    """Return a random code without letters or digits that look alike."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(length))


def tidy_code(typed: str) -> str:
    """Return a typed code as we keep it: capitals, no spaces, dots or dashes."""
    return "".join(c for c in typed.upper().translate(_TYPED_FOR) if c.isalnum())


def grouped(code: str) -> str:
    """Return a code in groups of three, for reading aloud: "C4D7HK" -> "C4D 7HK"."""
    return " ".join(code[i : i + 3] for i in range(0, len(code), 3))
