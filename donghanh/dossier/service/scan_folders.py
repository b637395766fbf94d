"""Where scans lie: at home while a visit lasts, in the officer's folder until the evening."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from donghanh.base.home import home
from donghanh.centre import service as centres

FOLDER = "ban-quet-dang-mo"  # seen by who sits at the server's own machine: plain words


def visit_folder(centre_id: int, visit_id: int) -> Path:
    """Return where the scans of a visit lie; it may not be there yet."""
    return centre_folder(centre_id) / str(visit_id)


def centre_folder(centre_id: int) -> Path:
    """Return where the scans of a centre lie."""
    return home() / FOLDER / str(centre_id)


def files_in(folder: Path) -> list[Path]:
    """Return the scans of a folder in their order; none where it is not there."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted((path for path in found if path.stem.isdecimal()), key=lambda p: int(p.stem))


def next_place(folder: Path, suffix: str) -> Path:
    """Return where the next scan goes: a number, never the name it came with."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = files_in(folder)
    return folder / f"{int(kept[-1].stem) + 1 if kept else 1}{suffix}"


def officers_folder(centre_id: int, counter: int | None = None) -> Path | None:
    """Return the officer's folder of a counter, or that of all; None where none is set."""
    if not settings.SCAN_OUT:
        return None
    root = Path(settings.SCAN_OUT) / (centres.by_id(centre_id).slug)
    return root / f"quay-{counter}" if counter is not None else root


def copied_into(root: Path) -> Iterator[Path]:
    """Yield the folders that we made in the officers' folders; what others put there stays."""
    for folder in root.glob("quay-*/ban-quet-*"):
        if folder.is_dir() and not folder.is_symlink():
            yield folder


def wiped(folder: Path) -> int | None:
    """Remove a folder with all in it. Return how many scans, None when something would not go."""
    many = len(files_in(folder))
    shutil.rmtree(folder, ignore_errors=True)
    return None if folder.exists() else many
