"""A leaflet on the board between calls: its text in large letters, a few lines a picture.

The paper itself is not shown: from a chair nobody can read a page folded to A5.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from donghanh.documents import service as documents

from . import rules
from .records import Picture


def leaflet_folder(centre_id: int, print_id: int) -> Path:
    """Return where the pictures of a leaflet lie."""
    return Path(settings.MEDIA_ROOT) / str(centre_id) / "leaflets" / str(print_id)


def make(guide: documents.Guide, folder: Path) -> None:
    """Write the pictures of a guide into a folder, all or none; a name tells place and seconds."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="making-") as workshop:
        made = Path(workshop) / "made"
        made.mkdir()
        for number, slide in enumerate(documents.slides(guide)):
            seconds = rules.reading_seconds(" ".join(slide.sentences))
            (made / f"{number:02d}-{seconds}.png").write_bytes(slide.picture)
        shutil.rmtree(folder, ignore_errors=True)
        made.replace(folder)


def pictures_in(folder: Path) -> tuple[Picture, ...]:
    """Return the pictures of a folder in order; none where they were not made yet."""
    found = sorted(folder.glob("*-*.png"))
    return tuple(Picture(one, int(one.stem.partition("-")[2])) for one in found)
