"""`publish`: the citizen pages as static files, for the commune's portal or a USB stick."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import centres_named, open_rooms

if TYPE_CHECKING:
    from .parser import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("publish", help="viết trang tra cứu thành tệp tĩnh")
    parser.add_argument("folder", metavar="THƯ_MỤC", type=Path)
    parser.add_argument("--centre", metavar="SLUG", help="một trung tâm; bỏ trống là tất cả")
    parser.set_defaults(act=_publish)


def _publish(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.folder
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} là một tệp. Viết tên một thư mục.")
    open_rooms()
    from donghanh.web.publish import publish

    for place in centres_named(arguments.centre):
        done = publish(folder / place.slug, place.slug)
        print(f"{place.slug}: {done.pages} trang, {done.size_bytes // 1000} kB, ở {done.folder}")
    return DONE
