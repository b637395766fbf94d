"""Reading the content files that ship with the package, with errors that name the place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parent.parent / "content"

_LINE = re.compile(r"line (\d+)")


class ContentError(Exception):
    """A content file is wrong: which file, which line, what is wrong and what to write."""

    def __init__(self, file: str, line: int, wrong: str, remedy: str) -> None:
        self.file, self.line, self.wrong, self.remedy = file, line, wrong, remedy
        super().__init__(f"{file}:{line}: {wrong} – {remedy}")


def shown(path: Path) -> str:
    """Return a content file's name as people see it, from the content folder on."""
    return path.relative_to(CONTENT).as_posix() if path.is_relative_to(CONTENT) else path.name


def read_yaml(path: Path) -> Any:
    """Return a parsed YAML file. Raise ContentError for what is not UTF-8 or not YAML."""
    try:
        return yaml.load(_text(path), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(
            shown(path), line, f"không đọc được YAML ({error.problem})", "sửa lại thụt lề và dấu"
        ) from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return a parsed TOML file. Raise ContentError for what is not UTF-8 or not TOML."""
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        raise ContentError(
            shown(path),
            int(found[1]) if found else 1,
            f"không đọc được TOML ({error})",
            'viết theo mẫu khóa = "giá trị"',
        ) from error


def line_of(path: Path, text: str) -> int:
    """Return the first line that holds a text, 1 when none does."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if text in line:
            return number
    return 1


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(
            shown(path), 1, "không có tệp này", "đặt tệp vào đúng thư mục"
        ) from error
    except UnicodeDecodeError as error:
        raise ContentError(shown(path), 1, "không phải UTF-8", "lưu lại tệp bằng UTF-8") from error
