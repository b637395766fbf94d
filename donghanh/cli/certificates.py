"""`certificate`: HTTPS inside one office, and how its machines come to trust it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE

if TYPE_CHECKING:
    from .parser import Commands

_HOW_TO_TRUST = """\
Đã viết chứng chỉ cho: {names}
Chép tệp này sang từng máy (chỉ tệp này; các tệp *-key.pem không rời máy chủ):
  {authority}

Windows: bấm đúp vào tệp → Install Certificate → Local Machine → Place all certificates in the
  following store → Trusted Root Certification Authorities → Finish. Hoặc, với quyền quản trị:
  certutil -addstore Root donghanh-ca.crt
Android: Cài đặt → Bảo mật → Thông tin xác thực → Cài đặt chứng chỉ → Chứng chỉ CA → chọn tệp.
Rồi chạy: HOST={first} make run   (hoặc: donghanh run --host {first})"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("certificate", help="tạo chứng chỉ HTTPS cho mạng trong cơ quan")
    parser.add_argument("names", metavar="TÊN", nargs="+", help="tên hoặc địa chỉ của máy chủ")
    parser.set_defaults(act=_certificate)


def folder() -> Path:
    """Return where certificates lie."""
    from donghanh.base.home import home

    return home() / "certificates"


def certificate_files() -> tuple[Path, Path] | None:
    """Return the server's certificate and key, None when there is none."""
    files = folder() / "server.pem", folder() / "server-key.pem"
    return files if all(file.exists() for file in files) else None


def _certificate(arguments: argparse.Namespace) -> int:
    from .authority import AUTHORITY_FILE, certify

    certify(arguments.names, folder())
    print(
        _HOW_TO_TRUST.format(
            names=", ".join(arguments.names),
            authority=folder() / AUTHORITY_FILE,
            first=arguments.names[0],
        )
    )
    return DONE
