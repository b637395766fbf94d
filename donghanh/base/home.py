"""Where the state of this installation lies."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """Return the folder of all state (DONGHANH_HOME, else ./var), made when missing."""
    folder = Path(os.environ.get("DONGHANH_HOME") or "var").expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
