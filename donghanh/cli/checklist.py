"""`checklist`: what one person brings, how to get what is missing, and the slip as a PDF."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import centres_named, day_from, open_rooms

if TYPE_CHECKING:
    from donghanh.catalogue.service import Procedure
    from donghanh.centre.service import CentreRecord
    from donghanh.guidance.service import Checklist, Slip

    from .parser import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("checklist", help="giấy tờ một người cần mang, và phiếu còn thiếu")
    parser.add_argument("code", metavar="MÃ", help="mã thủ tục, ví dụ 1.001193")
    parser.add_argument("--answers", metavar="A=B,…", default="", help="trả lời các câu hỏi")
    parser.add_argument(
        "--missing", metavar="ID,…", help="giấy còn thiếu; bỏ trống: coi như chưa có giấy nào"
    )
    parser.add_argument("--count", metavar="TRANG=5,BAN=2", default="", help="số trang, số bản")
    parser.add_argument("--groups", metavar="ID,…", default="", help="diện được miễn lệ phí")
    parser.add_argument("--pdf", metavar="TỆP", type=Path, help="ghi phiếu giấy còn thiếu ra tệp")
    parser.add_argument("--size", choices=("80mm", "a5"), default="a5", help="khổ giấy của phiếu")
    parser.add_argument("--on", metavar="NGÀY", help="theo quy định của ngày này")
    parser.add_argument("--centre", metavar="SLUG", help="trung tâm, ví dụ vinh-thuan")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_checklist)


def _checklist(arguments: argparse.Namespace) -> int:
    on, typed = day_from(arguments.on), pairs(arguments.answers, "--answers")
    counts = _counts(arguments.count)
    open_rooms()
    from donghanh.base.clock import today
    from donghanh.catalogue import service as catalogue
    from donghanh.guidance import service as guidance

    from . import checklist_words

    place = centres_named(arguments.centre)[0] if arguments.centre else None
    with catalogue.one_look():
        here = place.province if place else None
        asked = partial(guidance.checklist_for, arguments.code, on=on, province=here)
        procedure = asked({}).procedure
        _check_answers(procedure, typed)
        _check_groups(procedure, _listed(arguments.groups))
        found, held = _told_missing(partial(asked, typed), arguments.missing)
        slip = guidance.slip(
            found, held=held, centre_id=place.id if place else None, province=here, on=on
        )
        if arguments.pdf:
            _write(slip, place, arguments.pdf, arguments.size)
        told = checklist_words.Told(
            slip, on or today(), place, counts, tuple(_listed(arguments.groups))
        )
        if arguments.json:
            print(json.dumps(checklist_words.as_json(told), ensure_ascii=False))
        else:
            print(checklist_words.as_words(told))
    return DONE


def pairs(text: str, option: str) -> dict[str, str]:
    """Return "a=b,c=d" as a mapping. Raise BadInput for anything else."""
    found: dict[str, str] = {}
    for part in _listed(text):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not (name and equals and value):
            raise BadInput(f"{option}: không hiểu {part!r}. Viết: {option} 'tên=giá_trị,tên=…'")
        if found.get(name, value) != value:
            raise BadInput(f"{option}: {name} có hai giá trị. Viết mỗi tên một lần.")
        found[name] = value
    return found


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _counts(text: str) -> dict[str, int]:
    counts = pairs(text, "--count")
    for name, value in counts.items():
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 10_000):
            raise BadInput(f"--count: {name}={value} không đúng. Viết một số từ 1 đến 10.000.")
    return {name: int(value) for name, value in counts.items()}


def _check_answers(procedure: Procedure, typed: Mapping[str, str]) -> None:
    """Raise BadInput for a question or a choice that the procedure does not have."""
    known = {case.id: [choice.id for choice in case.choices] for case in procedure.cases}
    for name, value in typed.items():
        if name not in known:
            raise BadInput(f"Không có câu hỏi {name!r}. {_one_of(known)}")
        if value not in known[name]:
            raise BadInput(f"{name}: không có lựa chọn {value!r}. {_one_of(known[name])}")


def _one_of(known: Iterable[str]) -> str:
    names = ", ".join(known)
    return f"Viết một trong: {names}." if names else "Thủ tục này không có câu hỏi nào."


def _check_groups(procedure: Procedure, groups: Iterable[str]) -> None:
    known = {exemption.group for exemption in procedure.fee_exemptions}
    for group in groups:
        if group not in known:
            names = ", ".join(sorted(known)) or "thủ tục này không có diện nào"
            raise BadInput(f"Không có diện miễn {group!r}. Các diện: {names}.")


def _told_missing(
    told: Callable[..., Checklist], missing: str | None
) -> tuple[Checklist, frozenset[str]]:
    """Return the checklist and what is held: all that was not named as missing.

    What is named is missing even where another listed paper might stand in for it.
    """
    whole = told()
    if missing is None:
        return whole, frozenset()
    named = _named(whole, missing)
    held = frozenset(item.paper.id for item in whole.papers) - named
    lacking = tuple(one for one in whole.missing if one.paper.id in named)
    return replace(told(held=held), missing=lacking), held


def _named(found: Checklist, missing: str) -> frozenset[str]:
    """Return the ids of papers named. Raise BadInput for one that nobody knows."""
    from donghanh.catalogue import service as catalogue

    named, listed = _listed(missing), [item.paper.id for item in found.papers]
    known = {*catalogue.papers(), *listed}
    for paper in named:
        if paper not in known:
            raise BadInput(
                f"--missing: không có giấy {paper!r}. Việc này cần: {', '.join(listed)}."
            )
    return frozenset(named)


def _write(slip: Slip, place: CentreRecord | None, path: Path, size: str) -> None:
    from donghanh.documents import service as documents
    from donghanh.web.paper.fetching import NothingMissing, slip_print

    if not slip.lines:
        raise NothingMissing(remedy="Bỏ --pdf, hoặc ghi giấy còn thiếu vào --missing.")
    made = documents.missing_slip(slip_print(slip, place), size="80mm" if size == "80mm" else "a5")
    path.write_bytes(made)
