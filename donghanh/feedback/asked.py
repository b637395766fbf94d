"""What content/feedback.yaml says, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from donghanh.base.content import CONTENT, read_yaml

from .records import Matter, Petition, PetitionWay, RegisterPlace


@lru_cache(maxsize=1)
def _content() -> Any:
    return read_yaml(CONTENT / "feedback.yaml")


@lru_cache(maxsize=1)
def matters() -> tuple[Matter, ...]:
    """Return the eight matters in the law's order. Raise ContentError.

    # Law: Nghị định 118/2025/NĐ-CP Đ.33.
    """
    return tuple(Matter(**one) for one in _content()["matters"])


def unknown_words() -> str:
    """Return how people say that they cannot tell."""
    return str(_content()["unknown"])


@lru_cache(maxsize=1)
def registers() -> Mapping[str, RegisterPlace]:
    """Return the official registers by id. Raise ContentError."""
    return {id: RegisterPlace(id, **one) for id, one in _content()["registers"].items()}


def flaws() -> Mapping[str, str]:
    """Return what may be wrong: id -> words."""
    return dict(_content()["flaws"])


@lru_cache(maxsize=1)
def petitions() -> Mapping[Petition, PetitionWay]:
    """Return where khiếu nại and tố cáo go. Raise ContentError."""
    return {
        Petition(id): PetitionWay(Petition(id), **{**one, "lines": tuple(one["lines"])})
        for id, one in _content()["petitions"].items()
    }
