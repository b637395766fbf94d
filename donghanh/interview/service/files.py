"""Files of a sitting for other programs: they lie in one folder and are gone with the sitting."""

from __future__ import annotations

import shutil
from pathlib import Path

from donghanh.base.home import home
from donghanh.base.people import Actor

from ..faults import NotSitting
from ..models import Sitting as SittingRow
from .sittings import is_over, sitting

FOLDER = "to-khai-dang-mo"  # seen by who sits at the server's own machine: plain words


def file_folder(centre_id: int, *, by: Actor) -> Path:
    """Return the folder of this helper's sitting, made when missing. Raise NotSitting."""
    found = sitting(centre_id, by=by)
    if found is None:
        raise NotSitting()
    folder = _root(centre_id) / str(found.id)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def sweep_files(centre_id: int) -> None:
    """Remove the folder of every sitting that has ended or lies idle."""
    root = _root(centre_id)
    if not root.is_dir():
        return
    rows = SittingRow.objects.of(centre_id).filter(ended_at=None)
    still = {str(row.pk) for row in rows if not is_over(row)}
    for folder in root.iterdir():
        if folder.name not in still:
            shutil.rmtree(folder, ignore_errors=True)


def _root(centre_id: int) -> Path:
    return home() / FOLDER / str(centre_id)
