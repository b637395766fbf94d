"""What a centre can get ready for a booked time, read once from content/preparations.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from donghanh.base.content import CONTENT, read_yaml

from .records import HelpWanted, Preparation


@lru_cache(maxsize=1)
def preparations() -> tuple[Preparation, ...]:
    """Return what can be asked for, in the order of the screen. Raise ContentError."""
    rows = read_yaml(CONTENT / "preparations.yaml")["preparations"]
    return tuple(Preparation(**{**row, "offers": tuple(row["offers"])}) for row in rows)


def chosen(ids: Iterable[str]) -> tuple[Preparation, ...]:
    """Return the preparations of some ids; ids that mean nothing are left out."""
    named = frozenset(ids)
    return tuple(one for one in preparations() if one.id in named)


def offers_of(wanted: HelpWanted) -> tuple[str, ...]:
    """Return which offers of reception are meant, each once."""
    return tuple(dict.fromkeys(offer for one in chosen(wanted.ids) for offer in one.offers))


def lines_of(wanted: HelpWanted) -> tuple[str, ...]:
    """Return what to do before that day, a line each."""
    language = wanted.language or "(hỏi lại thứ tiếng)"
    return tuple(one.prepare.replace("{language}", language) for one in chosen(wanted.ids))
