"""Reading labelled questions, to measure by: JSON lines, or YAML of the development set's shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from donghanh.base.faults import Fact
from donghanh.enquiry.records import ANSWER, CLARIFY, OUT_OF_SCOPE, UNKNOWN
from donghanh.enquiry.records_evaluation import Line

_BEHAVIOURS = (ANSWER, CLARIFY, OUT_OF_SCOPE, UNKNOWN)


class BadLabel(Fact):
    """A line of an evaluation file that cannot be used."""

    remedy = 'Viết mỗi dòng: {"q": "…", "expect": ["mã"], "behaviour": "answer", "kind": "…"}.'


def read_lines(path: Path) -> tuple[Line, ...]:
    """Return the labelled lines of a file. Raise BadLabel naming the line, or that it has none.

    A line that wants an answer but names no code is not labelled: it is left out.
    """
    lines = _all_lines(path)
    labelled = tuple(line for line in lines if line.expect or line.behaviour != ANSWER)
    if not labelled:
        lacking = "câu hỏi nào có nhãn" if lines else "câu hỏi nào"
        raise BadLabel(str(path), message=f"Tệp {path.name} không có {lacking}.")
    return labelled


def _all_lines(path: Path) -> tuple[Line, ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadLabel(str(path), message=f"Không đọc được tệp {path.name}.") from error
    if path.suffix in (".yaml", ".yml"):
        return lines_of(_yaml_entries(text, path.name))
    numbered = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    return tuple(_line(number, _parsed(number, line)) for number, line in numbered)


def lines_of(entries: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    """Return labelled lines from parsed entries of either shape. Raise BadLabel with its number.

    `q`, `expect`, `behaviour`; or `say`, `codes`, `behavior`; or `question`, `procedure_code`,
    `expected_behavior`; each with `kind`.
    """
    return tuple(_line(number, entry) for number, entry in enumerate(entries, start=1))


def _yaml_entries(text: str, name: str) -> list[Any]:
    try:
        read = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" từ dòng {mark.line + 1}" if mark else ""
        raise BadLabel(name, message=f"Tệp {name} không phải YAML{where}.") from error
    entries = read.get("entries") if isinstance(read, dict) else read
    if not isinstance(entries, list):
        raise BadLabel(name, message=f"Tệp {name} thiếu danh sách entries.")
    return entries


def _parsed(number: int, line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLabel(str(number), message=f"Dòng {number} không phải JSON.") from error


def _line(number: int, entry: Any) -> Line:
    if not isinstance(entry, Mapping):
        raise BadLabel(str(number), message=f"Mục {number} không phải một bảng.")
    question = _first(entry, "q", "say", "question")
    expect = _first(entry, "expect", "codes", "procedure_code")
    behaviour = _first(entry, "behaviour", "behavior", "expected_behavior") or ANSWER
    if not isinstance(question, str):
        raise BadLabel(str(number), message=f"Mục {number} thiếu câu hỏi (q).")
    if behaviour not in _BEHAVIOURS:
        raise BadLabel(str(number), message=f"Mục {number}: behaviour {behaviour!r} không có.")
    return Line(question, _codes(number, expect), behaviour, str(entry.get("kind") or ""))


def _first(entry: Mapping[str, Any], *names: str) -> Any:
    return next((entry[name] for name in names if name in entry), None)


def _codes(number: int, expect: Any) -> tuple[str, ...]:
    codes = expect or []
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise BadLabel(str(number), message=f"Mục {number}: expect phải là danh sách mã.")
    return tuple(codes)
