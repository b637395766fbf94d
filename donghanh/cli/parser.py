"""The commands and their arguments. Imports nothing slow: `donghanh --version` answers at once."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from donghanh import __version__

from . import (
    asking,
    certificates,
    checklist,
    content,
    dates,
    days,
    entitlements,
    forgetting,
    form_render,
    forms,
    health,
    keys,
    phrases,
    preparing,
    processes,
    publishing,
    registers,
    running,
    simulating,
    upkeep,
)

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_GROUPS = (
    running,
    upkeep,
    preparing,
    asking,
    checklist,
    content,
    dates,
    days,
    entitlements,
    forms,
    form_render,
    phrases,
    publishing,
    registers,
    forgetting,
    simulating,
    health,
    certificates,
    keys,
    processes,
)

_IN_VIETNAMESE = (
    (r"the following arguments are required: (.+)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu: \1"),
    (r"argument (\S+): invalid choice: (\S+).*", r"không có \2 cho \1"),
    (r"argument (\S+): expected .*", r"\1 cần có thêm giá trị"),
    (r"argument (\S+): invalid \w+ value: (.+)", r"\2 không hợp với \1"),
    (r"one of the arguments (.+) is required", r"cần một trong: \1"),
    (r"argument (\S+): not allowed with argument (\S+)", r"không dùng \1 cùng với \2"),
)


_HELP_HEADINGS = (
    (r"\Ausage:", "cách viết:"),
    (r"^positional arguments:$", "phải viết:"),
    (r"^options:$", "tùy chọn:"),
)


class PlainParser(argparse.ArgumentParser):
    """Says what is wrong in one line, in Vietnamese, and how to see what may be written."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given, add_help=False)
        self.add_argument("-h", "--help", action="help", help="hiện cách viết rồi dừng")

    def format_help(self) -> str:
        text = super().format_help()
        for english, vietnamese in _HELP_HEADINGS:
            text = re.sub(english, vietnamese, text, flags=re.MULTILINE)
        return text

    def error(self, message: str) -> NoReturn:
        for english, vietnamese in _IN_VIETNAMESE:
            message = re.sub(f"^{english}$", vietnamese, message)
        print(f"Lệnh chưa đúng, {message}. Xem cách viết: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


class _Commands(argparse._SubParsersAction):  # type: ignore[type-arg]
    """Says at the head of a command's own help what the list of all says of it."""

    def add_parser(self, name: str, **given: Any) -> PlainParser:
        made: PlainParser = super().add_parser(name, description=given["help"], **given)
        return made


def build() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = PlainParser(prog="donghanh", description="Đồng Hành: cùng đi với người dân.")
    parser.add_argument(
        "--version",
        action="version",
        version=f"donghanh {__version__}",
        help="hiện số phiên bản rồi dừng",
    )
    commands = parser.add_subparsers(
        title="lệnh",
        metavar="LỆNH",
        dest="command",
        required=True,
        parser_class=PlainParser,
        action=_Commands,
    )
    for group in _GROUPS:
        group.register(commands)
    return parser
