"""`rotate-keys`, `key-sheet`, `demo-code`: keys of sealed columns, and the demo's six digits."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import start_django

if TYPE_CHECKING:
    from .parser import Commands

_SHEET = """\
──────────────────────────────────────────────────────────────
TỜ CHÌA KHÓA – in ra hoặc chép tay, cất vào tủ có khóa
Thiếu chìa này thì phần thông tin đã khóa không ai mở lại được.
Bản sao lưu không chứa chìa. Ai giữ chìa và bản sao lưu đọc được tất cả.

{keys}

Khi cài lại máy: chép các dòng trên vào tệp
{path}
──────────────────────────────────────────────────────────────"""


def register(commands: Commands) -> None:
    """Add the commands."""
    rotate = commands.add_parser("rotate-keys", help="thêm chìa khóa mã hóa mới")
    rotate.set_defaults(act=_rotate)
    sheet = commands.add_parser("key-sheet", help="in tờ chìa khóa để cất")
    sheet.set_defaults(act=_sheet)
    code = commands.add_parser("demo-code", help="sáu số bước hai của tài khoản thử")
    code.set_defaults(act=_demo_code)


def key_sheet() -> str:
    """Return the sheet to lock away. Raise BadInput when there is no key yet."""
    from donghanh.base.sealed import keys_file

    path = keys_file()
    if not path.exists():
        raise BadInput("Chưa có chìa khóa nào. Chạy trước: donghanh setup")
    lines = path.read_text(encoding="ascii").split()
    return _SHEET.format(keys="\n".join(f"    {line}" for line in lines), path=path)


def show_first_key() -> None:
    """Print the sheet after the first key was made; to a person only, not into a log."""
    if sys.stdout.isatty():
        print(key_sheet())
    else:
        print("Đã tạo chìa khóa mã hóa. In ra để cất: donghanh key-sheet")


def _rotate(arguments: argparse.Namespace) -> int:
    start_django()
    from donghanh.base.sealed import ensure_keys, rotate_keys

    ensure_keys()
    print(f"Từ nay dùng chìa số {rotate_keys()}; dữ liệu cũ vẫn mở được bằng chìa cũ.")
    print(key_sheet())
    return DONE


def _sheet(arguments: argparse.Namespace) -> int:
    start_django()
    print(key_sheet())
    return DONE


def _demo_code(arguments: argparse.Namespace) -> int:
    start_django()
    from donghanh.demo import service as demo

    print(demo.current_code())
    return DONE
