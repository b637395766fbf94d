"""`form-check`: is a form's file whole, and is every page of it reached."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import DONE, NOT_DONE, BadInput
from .rooms import start_django

if TYPE_CHECKING:
    from donghanh.interview.service import FormCheck

    from .parser import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("form-check", help="kiểm tra tệp của một tờ khai")
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp trong content/forms")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_check)


def _check(arguments: argparse.Namespace) -> int:
    if not arguments.file.is_file():
        raise BadInput(f"Không có tệp {arguments.file}. Viết đường dẫn tới tệp của tờ khai.")
    start_django()
    from donghanh.interview import service as interview

    found = interview.check(arguments.file.resolve())
    print(json.dumps(_shape(found), ensure_ascii=False) if arguments.json else _words(found))
    return NOT_DONE if found.errors else DONE


def _shape(found: FormCheck) -> dict[str, Any]:
    return {
        "schema": 1,
        "form": found.form_id,
        "versions": found.versions,
        "questions": found.questions,
        "boxes": found.boxes,
        "ways": found.ways,
        "errors": [str(fault) for fault in found.errors],
        "warnings": [str(fault) for fault in found.warnings],
    }


def _words(found: FormCheck) -> str:
    return "\n".join(
        [
            *(f"SAI   {fault}" for fault in found.errors),
            *(f"nên   {fault}" for fault in found.warnings),
            f"{found.form_id}: {found.versions} bản, {found.questions} câu hỏi, "
            f"{found.boxes} ô, {found.ways} lối đi.",
            f"{len(found.errors)} chỗ sai, {len(found.warnings)} chỗ nên sửa.",
        ]
    )
