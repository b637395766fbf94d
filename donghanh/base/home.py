"""Where the state of this installation lies."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path


def home() -> Path:
    """Return the folder of all state (DONGHANH_HOME, else ./var), made when missing."""
    folder = _resolved(os.environ.get("DONGHANH_HOME") or "var", str(Path.cwd()))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@lru_cache(maxsize=8)
def _resolved(named: str, here: str) -> Path:
    """Return a folder's own path. Asked with every press, it looks at each folder above once."""
    return Path(here, Path(named).expanduser()).resolve()
