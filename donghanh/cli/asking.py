"""`ask` and `evaluate`: the search as others may call it, and how good it is on labelled questions."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import DONE, BadInput
from .rooms import centres_named, day_from, open_rooms

if TYPE_CHECKING:
    from donghanh.enquiry.service import Answer, Line

    from .parser import Commands


def register(commands: Commands) -> None:
    """Add both commands."""
    ask = commands.add_parser("ask", help="hỏi về thủ tục bằng lời thường")
    ask.add_argument("question", metavar="CÂU_HỎI")
    ask.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    ask.add_argument("--centre", metavar="SLUG", help="trung tâm, ví dụ vinh-thuan")
    ask.add_argument("--on", metavar="NGÀY", help="trả lời theo quy định của ngày này")
    ask.set_defaults(act=_ask)
    evaluate = commands.add_parser("evaluate", help="chấm điểm tìm kiếm trên tệp câu hỏi mẫu")
    evaluate.add_argument("file", metavar="TỆP", type=Path)
    evaluate.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    evaluate.add_argument("--on", metavar="NGÀY")
    evaluate.set_defaults(act=_evaluate)


def _ask(arguments: argparse.Namespace) -> int:
    if not arguments.question.strip():
        raise BadInput('Câu hỏi đang trống. Viết, ví dụ: donghanh ask "làm giấy khai sinh"')
    on = day_from(arguments.on)
    open_rooms()
    from donghanh.enquiry import service as enquiry

    centre_id = centres_named(arguments.centre)[0].id if arguments.centre else None
    answer = enquiry.ask(arguments.question, centre_id=centre_id, on=on)
    print(json.dumps(answer.as_json(), ensure_ascii=False) if arguments.json else _words(answer))
    return DONE


def _words(answer: Answer) -> str:
    urgent = [f"GẤP: gọi {', '.join(answer.urgent.numbers)}. {answer.urgent.why}"]
    matches = [f"  {m.code}  {m.title}  ({m.score:.2f})" for m in answer.procedures]
    return "\n".join([*(urgent if answer.urgent else ()), answer.text, *matches])


def _evaluate(arguments: argparse.Namespace) -> int:
    on = day_from(arguments.on)
    lines = list(_lines(arguments.file))
    open_rooms()
    from donghanh.enquiry import service as enquiry

    figures = enquiry.evaluate(lines, on=on).as_json()
    print(json.dumps(figures, ensure_ascii=False, indent=None if arguments.json else 2))
    return DONE


def _lines(path: Path) -> Iterator[Line]:
    """Yield the labelled questions of a JSON-lines file. Raise BadInput naming the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"Không đọc được tệp {path}. Cần tệp JSON từng dòng, UTF-8.") from error
    numbered = [(n, row) for n, row in enumerate(text.split("\n"), start=1) if row.strip()]
    if not numbered:
        raise BadInput(f"Tệp {path} không có câu hỏi nào.")
    for number, row in numbered:
        try:
            yield _line(json.loads(row))
        except (ValueError, TypeError, KeyError) as error:
            shape = '{"q": "…", "expect": ["1.001193"], "behaviour": "answer", "kind": "…"}'
            raise BadInput(f"{path}, dòng {number}: viết theo mẫu {shape}") from error


def _line(row: dict[str, Any]) -> Line:
    from donghanh.enquiry.service import Line

    expect = row.get("expect") or []
    if not isinstance(row["q"], str) or not isinstance(expect, list):
        raise TypeError("q is text, expect a list")
    codes = tuple(str(code) for code in expect)
    return Line(row["q"], codes, str(row["behaviour"]), str(row.get("kind") or ""))
