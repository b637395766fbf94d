"""Who decides a procedure, as content/deciding-bodies.yaml says; read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from donghanh.base.content import CONTENT, read_yaml

BODY_LETTERS_MAX = 160  # as the column holds


@lru_cache(maxsize=1)
def _content() -> Any:
    return read_yaml(CONTENT / "deciding-bodies.yaml")


def deciding_bodies(procedure_code: str, commune: str) -> tuple[str, ...]:
    """Return who may decide a procedure, in words; none where it is not known.

    `commune`: with its kind, "xã …". Raise ContentError.

    # Law: NĐ 118/2025 Đ.3 k.7, Đ.14, Đ.20: who helps, who receives and who decides may be three.
    """
    ids = _content()["procedures"].get(procedure_code, ())
    return tuple(_words(id, commune) for id in ids)


def all_bodies(commune: str) -> tuple[str, ...]:
    """Return every body that the content knows, in words."""
    return tuple(_words(id, commune) for id in _content()["bodies"])


def _words(id: str, commune: str) -> str:
    return str(_content()["bodies"][id]).format(commune=commune)
