"""The libraries of search kept under home()/search: made once, read by every process.

Making one takes seconds of one core; reading one a quarter of a second. A file is named by all it
was made from (records, word lists, our own code), so a stale one is never read.
"""

from __future__ import annotations

import hashlib
import pickle
from functools import lru_cache
from pathlib import Path
from typing import Any

from donghanh.base.content import CONTENT
from donghanh.base.home import home

FILES_MAX = 4
_HERE = Path(__file__).parent


def name_of(*made_from: object) -> str:
    """Return the name of what is made from these records by the code and the words of today."""
    return hashlib.sha256(f"{_code_and_words()}{made_from!r}".encode()).hexdigest()[:32]


def read(name: str) -> Any | None:
    """Return what was put by under a name, None when it is not there or cannot be read."""
    path = _folder() / f"{name}.pickle"
    try:
        with path.open("rb") as file:
            found = pickle.load(file)  # noqa: S301 -- as trusted as the database beside it
        path.touch()
    except Exception:
        return None
    return found


def put(name: str, made: object) -> None:
    """Put by what was made, whole or not at all; the files unread longest leave."""
    folder = _folder()
    try:
        folder.mkdir(exist_ok=True)
        partial = folder / f"{name}.{id(made):x}.part"
        partial.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        partial.replace(folder / f"{name}.pickle")
        for old in sorted(folder.iterdir(), key=_age, reverse=True)[FILES_MAX:]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # a full disk costs seconds at the next start, and no answer


def _folder() -> Path:
    return home() / "search"


def _age(path: Path) -> float:
    return path.stat().st_mtime


@lru_cache(maxsize=1)
def _code_and_words() -> str:
    files = [*_HERE.glob("*.py"), _HERE.parent / "base" / "text.py", *CONTENT.glob("words/*")]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()
