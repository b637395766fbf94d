"""`phrases-export`: what offices taught the search, as lines for the content, to be reviewed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import centres_named, open_rooms

if TYPE_CHECKING:
    from donghanh.centre.service import CentreRecord
    from donghanh.enquiry.service import LocalPhrase, PhraseExport

    from .parser import Commands

HEAD = """# Câu người dân nói, do cán bộ thêm. Xem từng câu rồi chép vào mục everyday của thủ tục
# (content/procedures/<mã>.yaml); câu dưới khong_thuoc_xa chép vào content/words/outside.yaml.
# Câu nào đã vào nội dung thì câu riêng của Trung tâm tự thôi dùng.
"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "phrases-export", help="xuất câu cán bộ đã thêm thành dòng nội dung để xem lại"
    )
    parser.add_argument("file", metavar="TỆP", type=Path)
    parser.add_argument("--centre", metavar="SLUG", help="một trung tâm; bỏ trống là tất cả")
    parser.add_argument("--again", action="store_true", help="cả những câu lần trước đã xuất")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_export)


def _export(arguments: argparse.Namespace) -> int:
    path: Path = arguments.file
    if path.exists():
        raise BadInput(f"Tệp {path} đã có. Viết tên tệp khác để không mất câu cũ.")
    if not path.parent.is_dir():
        raise BadInput(f"Không có thư mục {path.parent}. Tạo thư mục trước, hoặc viết nơi khác.")
    open_rooms()
    from donghanh.enquiry import service as enquiry

    places = centres_named(arguments.centre)
    found = {place: enquiry.phrases_to_export(place.id, again=arguments.again) for place in places}
    count = sum(export.phrases for export in found.values())
    if count:
        path.write_text(_lines(found), encoding="utf-8", newline="\n")
        _mark(found)
    print(_said(path, found, count, shape=arguments.json))
    return DONE


def _mark(found: dict[CentreRecord, PhraseExport]) -> None:
    """Note what was written, after it was: a file that could not be written loses nothing."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.enquiry import service as enquiry

    for place, export in found.items():
        groups = (*export.by_code.values(), export.not_ours)
        ids = [one.id for group in groups for one in group]
        if ids:
            enquiry.mark_exported(place.id, ids, by=SystemActor(place.id), key=new_key())


def _lines(found: dict[CentreRecord, PhraseExport]) -> str:
    """Return the file: code -> phrases, each with whose words it is; the same phrase once."""
    from donghanh.enquiry.service import NOT_OURS

    by_code: dict[str, dict[str, str]] = {}
    for place, export in found.items():
        groups = [*sorted(export.by_code.items()), (NOT_OURS, export.not_ours)]
        for code, phrases in groups:
            for one in phrases:
                by_code.setdefault(code, {}).setdefault(one.said, _source(place, one))
    codes = sorted(by_code, key=lambda code: (code == NOT_OURS, code))
    return HEAD + "".join(
        f"{json.dumps(code)}:\n"
        + "".join(
            f"  - {json.dumps(said, ensure_ascii=False)}  # {source}\n"
            for said, source in by_code[code].items()
        )
        for code in codes
    )


def _source(place: CentreRecord, one: LocalPhrase) -> str:
    return f"{place.slug}, {one.noted_on:%d/%m/%Y}: {one.source}; nghĩa là: {one.about}"


def _said(path: Path, found: dict[CentreRecord, PhraseExport], count: int, *, shape: bool) -> str:
    procedures = len({code for export in found.values() for code in export.by_code})
    if shape:
        written = {"schema": 1, "file": str(path) if count else None, "phrases": count}
        return json.dumps({**written, "procedures": procedures}, ensure_ascii=False)
    if not count:
        return "Chưa có câu nào mới. Không ghi tệp."
    return f"Đã ghi {count} câu của {procedures} thủ tục vào {path}. Xem lại rồi chép vào nội dung."
