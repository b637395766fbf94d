"""Files of registers name people: they lie in one folder, for an hour."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from donghanh.base.clock import now
from donghanh.base.home import home

KEPT_FOR = timedelta(hours=1)
SUFFIXES = (".csv", ".xlsx")


def register_path(centre_id: int, name: str) -> Path:
    """Return where a file of a centre's registers lies; its folder is there."""
    folder = home() / "files" / str(centre_id) / "registers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def forget_register_files(centre_id: int) -> int:
    """Delete files older than an hour. Return how many."""
    oldest = (now() - KEPT_FOR).timestamp()
    folder = register_path(centre_id, "x").parent
    old = [path for path in folder.iterdir() if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
