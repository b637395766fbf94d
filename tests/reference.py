"""Where tests and benchmarks find the reference data that is never part of this project."""

from __future__ import annotations

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def shared() -> Path:
    """Return the reference folder: DONGHANH_SHARED, by default `../shared` beside the checkout.

    Raise FileNotFoundError saying what to do when there is none.
    """
    folder = Path(os.environ.get("DONGHANH_SHARED") or CHECKOUT.parent / "shared")
    if not folder.is_dir():
        raise FileNotFoundError(
            f"No reference data at {folder}: put the folder there or name it in DONGHANH_SHARED."
        )
    return folder
