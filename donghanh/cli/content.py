"""`import-catalogue`: the national catalogue of procedures from its published file."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import DONE, NOT_DONE, BadInput
from .rooms import open_rooms

if TYPE_CHECKING:
    from donghanh.catalogue.service import ImportReport

    from .parser import Commands


CHANGE_WORDS = {
    "added": "thêm",
    "gone": "không còn",
    "title": "tên",
    "papers": "giấy tờ",
    "time": "thời hạn",
    "fee": "lệ phí",
    "steps": "các bước",
    "law": "căn cứ",
    "other": "chỗ khác",
}


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import-catalogue", help="nhập danh mục thủ tục quốc gia (JSON từng dòng, có thể nén xz)"
    )
    parser.add_argument("file", metavar="TỆP", type=Path)
    parser.add_argument("--all", action="store_true", help="nhập mọi cấp, không riêng cấp xã")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON, kể cả đổi gì")
    parser.set_defaults(act=_import)


def _import(arguments: argparse.Namespace) -> int:
    if not arguments.file.is_file():
        raise BadInput(f"Không có tệp {arguments.file}. Viết đường dẫn tới tệp danh mục.")
    open_rooms()
    report = _with_bar(arguments.file, ward_only=not arguments.all)
    if arguments.json:
        print(json.dumps(_shape(report), ensure_ascii=False))
    else:
        for line in report.bad:
            print(f"dòng {line.number}: {line.reason}", file=sys.stderr)
        print(_words(report))
    return DONE if report.added + report.changed + report.unchanged else NOT_DONE


def _shape(report: ImportReport) -> dict[str, Any]:
    return {"schema": 1, **asdict(report)}


def _words(report: ImportReport) -> str:
    lines = [
        f"Đọc {report.read} dòng: thêm {report.added}, đổi {report.changed}, "
        f"giữ nguyên {report.unchanged}, ngoài cấp xã {report.passed_over}, "
        f"nơi công bố đã xóa {report.deleted}, hỏng {len(report.bad)}."
    ]
    if report.gone:
        done = "đã rút" if report.withdrawn else "chưa rút gì vì tệp thiếu quá nhiều"
        lines.append(f"Không còn trong tệp: {report.gone} thủ tục, {done}.")
    parts = Counter(part for change in report.changes for part in change.what)
    if parts:
        told = ", ".join(f"{CHANGE_WORDS[part]} {count}" for part, count in parts.most_common())
        lines.append(f"Đổi gì: {told}.")
    return "\n".join(lines)


def _with_bar(path: Path, *, ward_only: bool) -> ImportReport:
    from tqdm import tqdm

    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue

    with tqdm(unit="B", unit_scale=True, desc="Đọc danh mục", leave=False) as bar:

        def show(read: int, size: int) -> None:
            bar.total = size
            bar.update(read - bar.n)

        return catalogue.import_catalogue(
            path, by=SystemActor(), key=new_key(), ward_only=ward_only, progress=show
        )
