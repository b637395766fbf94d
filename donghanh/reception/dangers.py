"""Reading content/playbooks/dangers.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml, shown

from .help_records import Danger, DoneChoice

DANGERS = CONTENT / "playbooks" / "dangers.yaml"


@lru_cache(maxsize=1)
def dangers() -> dict[str, Danger]:
    """Return the kinds of danger by id."""
    return _read(DANGERS)[0]


@lru_cache(maxsize=1)
def done_choices() -> tuple[DoneChoice, ...]:
    """Return what may be said to have been done, in the order of the screen."""
    return _read(DANGERS)[1]


def _read(path: Path) -> tuple[dict[str, Danger], tuple[DoneChoice, ...]]:
    """Return a file's kinds and choices. Raise ContentError naming the line."""
    document = read_yaml(path)
    try:
        kinds = {entry["id"]: _danger(entry) for entry in document["dangers"]}
        return kinds, tuple(DoneChoice(one["id"], one["words"]) for one in document["done"])
    except (KeyError, TypeError) as error:
        word = str(error.args[0])
        raise ContentError(
            shown(path), line_of(path, word), f"thiếu hoặc sai mục {word!r}", "viết như mục khác"
        ) from error


def _danger(entry: dict[str, Any]) -> Danger:
    listed = {name: tuple(entry[name]) for name in ("now", "officer")}
    return Danger(**{**entry, **listed})
