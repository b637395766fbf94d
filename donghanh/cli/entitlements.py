"""`entitlements`: what a person may be entitled to, by what is told of them."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import day_from, open_rooms

if TYPE_CHECKING:
    from donghanh.guidance.service import Age, Entitlement

    from .parser import Commands

AGE_MAX = 130
PENSION_MAX = 1_000_000_000  # đồng a month; more is a slip of the finger
_POOR = ("yes", "near", "no", "unknown")
_DISABILITY = ("none", "mild", "severe", "very_severe", "unknown")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("entitlements", help="xem một người có thể được hưởng khoản nào")
    parser.add_argument("--age", metavar="TUỔI", help="số tuổi đã đủ")
    parser.add_argument("--born", metavar="NĂM", help="năm sinh, thay cho tuổi")
    parser.add_argument(
        "--pension", metavar="none|unknown|SỐ_TIỀN", help="lương hưu, trợ cấp BHXH mỗi tháng"
    )
    parser.add_argument("--poor", choices=_POOR, help="hộ nghèo: yes, cận nghèo: near")
    parser.add_argument("--disability", choices=_DISABILITY, help="mức khuyết tật")
    parser.add_argument("--merit", action="store_true", help="người có công hoặc thân nhân")
    parser.add_argument("--single-parent", action="store_true", help="một mình nuôi con")
    parser.add_argument("--children", action="store_true", help="đang nuôi con nhỏ")
    parser.add_argument("--orphan", action="store_true", help="trẻ không có người nuôi")
    parser.add_argument("--deceased", action="store_true", help="hỏi cho người vừa mất")
    parser.add_argument("--on", metavar="NGÀY", help="theo quy định của ngày này")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_entitlements)


def _entitlements(arguments: argparse.Namespace) -> int:
    on = day_from(arguments.on)
    age = _whole(arguments.age, "--age", AGE_MAX)
    born = _whole(arguments.born, "--born", 9999)
    if age is not None and born is not None:
        raise BadInput("Chỉ viết một trong hai: --age hoặc --born.")
    pension = _pension(arguments.pension)
    open_rooms()
    from donghanh.base.clock import today
    from donghanh.guidance import service as guidance

    person = guidance.Person(
        age=_age(age, born, on or today()),
        pension=pension,
        answers=_answers(arguments),
        deceased=arguments.deceased,
    )
    found = guidance.entitlements(person, on=on)
    if arguments.json:
        rows = [one.as_json() for one in found]
        print(json.dumps({"schema": 1, "entitlements": rows}, ensure_ascii=False))
    else:
        print(_words(found))
    return DONE


def _age(age: int | None, born: int | None, day: date) -> Age | None:
    """Return the age told, or the one of a year of birth. Raise BadInput."""
    from donghanh.guidance import service as guidance

    if born is None:
        return guidance.Age(age, age) if age is not None else None
    if not day.year - AGE_MAX <= born <= day.year:
        raise BadInput(f"Năm sinh {born} không đúng. Viết bốn số, ví dụ --born 1950.")
    return guidance.age_from_year(born, day)


def _answers(arguments: argparse.Namespace) -> dict[str, str]:
    """Return what was told. A flag that is not there was not asked; it is not a no."""
    chosen = {"poor": arguments.poor, "disability": arguments.disability}
    flags = {name: getattr(arguments, name) for name in ("merit", "single_parent", "orphan")}
    flags["children"] = arguments.children
    told = {fact: answer for fact, answer in chosen.items() if answer}
    return told | {fact: "yes" for fact, given in flags.items() if given}


def _pension(text: str | None) -> int | None:
    """Return đồng a month, 0 for none, None when not known. Raise BadInput."""
    if text in (None, "unknown"):
        return None
    return 0 if text == "none" else _whole(text, "--pension", PENSION_MAX)


def _whole(text: str | None, name: str, most: int) -> int | None:
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 12 or int(text) > most:
        example = {"--age": "76", "--born": "1950"}.get(name, "none, unknown hoặc 300000")
        raise BadInput(f"{name} {text!r} không đúng. Viết, ví dụ: {name} {example}")
    return int(text)


def _words(found: tuple[Entitlement, ...]) -> str:
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.code or 'hỏi cán bộ'}  {one.title}")
        lines += [f"    {one.why} {one.amount.words}"]
        lines += [f"    Còn phải xem: {words}" for words in one.conditions_open]
        lines += [f"    {words}" for words in (one.delay, one.choice) if words]
        lines += [f"    Căn cứ: {law.title}" for law in one.sources]
    if not lines:
        return "Chưa thấy khoản nào theo những gì đã nói. Cứ hỏi cán bộ, có thể còn khoản khác."
    return "\n".join(["Có thể được (xã xem xét và quyết định):", *lines])
