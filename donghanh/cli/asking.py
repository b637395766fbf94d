"""`ask` and `evaluate`: the search as others may call it, and how good it is on known questions."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

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
    lines = [answer.text, *(f"  {m.code}  {m.title}  ({m.score:.2f})" for m in answer.procedures)]
    if answer.urgent:
        lines.insert(0, f"GẤP: gọi {', '.join(answer.urgent.numbers)}. {answer.urgent.why}")
    return "\n".join(lines)


def _evaluate(arguments: argparse.Namespace) -> int:
    on = day_from(arguments.on)
    rows = _rows(arguments.file)
    open_rooms()
    from donghanh.enquiry import service as enquiry

    lines = [_line(arguments.file, number, row) for number, row in rows]
    figures = enquiry.evaluate(lines, on=on).as_json()
    print(json.dumps(figures, ensure_ascii=False, indent=None if arguments.json else 2))
    return DONE


def _rows(path: Path) -> list[tuple[int, str]]:
    """Return the numbered lines of a file that are not blank. Raise BadInput."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"Không đọc được tệp {path}. Cần tệp JSON từng dòng, UTF-8.") from error
    rows = [(number, row) for number, row in enumerate(text.split("\n"), 1) if row.strip()]
    if not rows:
        raise BadInput(f"Tệp {path} không có câu hỏi nào.")
    return rows


def _line(path: Path, number: int, row: str) -> Line:
    """Return a labelled question. Raise BadInput naming the line and what to write."""
    from donghanh.enquiry import service as enquiry

    try:
        entry = json.loads(row)
        return enquiry.lines_of([entry])[0]
    except (ValueError, RecursionError, AttributeError, TypeError, enquiry.BadLabel) as error:
        raise BadInput(f"{path}, dòng {number} sai. {enquiry.BadLabel.remedy}") from error
