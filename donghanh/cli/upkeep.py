"""`content-check` and `content-due`: is the content whole, and what must be looked at again."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import DONE, NOT_DONE, BadInput
from .rooms import day_from, start_django

if TYPE_CHECKING:
    from donghanh.base.content import ContentError
    from donghanh.catalogue.service import ContentCheck, Due

    from .parser import Commands

WITHIN_DAYS = 60  # two months: enough to find the new text and write it


def register(commands: Commands) -> None:
    """Add both commands."""
    check = commands.add_parser("content-check", help="kiểm tra nội dung thủ tục, giấy tờ, nơi cấp")
    check.set_defaults(act=_check)
    due = commands.add_parser("content-due", help="những gì sắp phải xem lại")
    due.add_argument("--within", type=int, default=WITHIN_DAYS, metavar="NGÀY", help="số ngày tới")
    due.set_defaults(act=_due)
    for command in (check, due):
        command.add_argument("--json", action="store_true", help="in một đối tượng JSON")
        command.add_argument("--on", metavar="NGÀY", help="xem như hôm nay là ngày này")
        command.add_argument("--folder", metavar="THƯ_MỤC", type=Path, help="thư mục nội dung khác")


def _folder(arguments: argparse.Namespace) -> Path:
    from donghanh.base.content import CONTENT

    folder: Path = arguments.folder or CONTENT
    if not folder.is_dir():
        raise BadInput(f"Không có thư mục {folder}. Viết đường dẫn tới thư mục nội dung.")
    return folder


def _check(arguments: argparse.Namespace) -> int:
    on, folder = day_from(arguments.on), _folder(arguments)
    start_django()
    from donghanh.catalogue import service as catalogue

    found = catalogue.check_content(on=on, folder=folder)
    if arguments.json:
        print(json.dumps(_check_shape(found), ensure_ascii=False))
    else:
        print(_check_words(found))
    return NOT_DONE if found.errors else DONE


def _check_shape(found: ContentCheck) -> dict[str, Any]:
    counts = found.summary
    return {
        "schema": 1,
        "procedures": counts.procedures,
        "in_force": counts.in_force,
        "redirects": counts.redirects,
        "complete": counts.complete,
        "unknown_fields": counts.unknown_fields,
        "errors": [_fault_shape(fault) for fault in found.errors],
        "warnings": [_fault_shape(fault) for fault in found.warnings],
    }


def _fault_shape(fault: ContentError) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "wrong": fault.wrong,
        "remedy": fault.remedy,
    }


def _check_words(found: ContentCheck) -> str:
    counts = found.summary
    unknown = ", ".join(f"{field} {count}" for field, count in counts.unknown_fields.items())
    return "\n".join(
        [
            *(f"SAI   {fault}" for fault in found.errors),
            *(f"nên   {fault}" for fault in found.warnings),
            f"{counts.procedures} thủ tục: {counts.in_force} đang áp dụng, "
            f"{counts.redirects} chuyển sang mã khác, {counts.complete} đủ mọi mục.",
            f"Còn để ngỏ: {unknown or 'không'}.",
            f"{len(found.errors)} chỗ sai, {len(found.warnings)} chỗ nên sửa.",
        ]
    )


def _due(arguments: argparse.Namespace) -> int:
    if arguments.within < 0:
        raise BadInput("Số ngày tới phải từ 0 trở lên. Viết, ví dụ: --within 60")
    on, folder = day_from(arguments.on), _folder(arguments)
    start_django()
    from donghanh.base.clock import today
    from donghanh.catalogue import service as catalogue

    found = catalogue.content_due_in_files(arguments.within, on=on, folder=folder)
    if arguments.json:
        shape = {
            "schema": 1,
            "on": (on or today()).isoformat(),
            "within": arguments.within,
            "due": [_due_shape(one) for one in found],
        }
        print(json.dumps(shape, ensure_ascii=False))
    else:
        print("\n".join(_due_line(one) for one in found) or "Chưa có gì phải xem lại.")
    return DONE


def _due_shape(one: Due) -> dict[str, Any]:
    return {
        "on": one.on.isoformat(),
        "subject": one.subject,
        "code": one.code,
        "why": one.why,
        "file": one.file,
        "line": one.line,
    }


def _due_line(one: Due) -> str:
    return f"{one.on:%d/%m/%Y}  {one.subject}: {one.why}  ({one.file}:{one.line})"
