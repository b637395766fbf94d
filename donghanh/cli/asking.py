"""`ask` and `evaluate`: the search as others may call it, and how good it is on known questions."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import centres_named, day_from, open_rooms

if TYPE_CHECKING:
    from donghanh.enquiry.service import Answer

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
    open_rooms()
    from donghanh.enquiry import service as enquiry

    figures = enquiry.evaluate(enquiry.read_lines(arguments.file), on=on).as_json()
    print(json.dumps(figures, ensure_ascii=False, indent=None if arguments.json else 2))
    return DONE
