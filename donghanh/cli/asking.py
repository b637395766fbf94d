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

OTHERS_SHOWN = 2  # beside the answer
CHOICES_SHOWN = 4  # when asked back


def register(commands: Commands) -> None:
    """Add both commands."""
    ask = commands.add_parser("ask", help="hỏi về thủ tục bằng lời thường")
    ask.add_argument("question", metavar="CÂU_HỎI")
    ask.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    ask.add_argument("--centre", metavar="SLUG", help="trung tâm, ví dụ vinh-thuan")
    ask.add_argument("--on", metavar="NGÀY", help="trả lời theo quy định của ngày này")
    ask.add_argument("--about", metavar="MÃ", help="thủ tục vừa hỏi, cho câu hỏi tiếp")
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
    answer = enquiry.ask(arguments.question, centre_id=centre_id, on=on, about=arguments.about)
    print(json.dumps(answer.as_json(), ensure_ascii=False) if arguments.json else _words(answer))
    return DONE


def _words(answer: Answer) -> str:
    lines = []
    if answer.urgent:
        lines.append(f"GẤP: gọi {' hoặc '.join(answer.urgent.numbers)}.")
    parts = answer.parts or (answer,)
    for part in parts:
        lines += [part.text, *_sources(part), *_choices(part)]
    return "\n".join(lines)


def _sources(answer: Answer) -> list[str]:
    return [f"  Nguồn: {'; '.join(answer.sources)}"] if answer.sources else []


def _choices(answer: Answer) -> list[str]:
    """Return what else it may be; nothing where the machine does not know or danger was heard."""
    shown = {"answer": OTHERS_SHOWN, "clarify": CHOICES_SHOWN}.get(answer.behaviour, 0)
    if answer.urgent or not shown:
        return []
    heading = "  Hoặc là:" if answer.behaviour == "answer" else "  Chọn:"
    first = 1 if answer.behaviour == "answer" else 0
    named = [f"    {m.code}  {m.title}" for m in answer.procedures[first : first + shown]]
    return [heading, *named] if named else []


def _evaluate(arguments: argparse.Namespace) -> int:
    on = day_from(arguments.on)
    open_rooms()
    from donghanh.enquiry import service as enquiry

    figures = enquiry.evaluate(enquiry.read_lines(arguments.file), on=on).as_json()
    print(json.dumps(figures, ensure_ascii=False, indent=None if arguments.json else 2))
    return DONE
