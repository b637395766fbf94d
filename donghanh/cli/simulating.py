"""`simulate`: what the order of calling makes of made-up days, beside two other orders."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import open_rooms

if TYPE_CHECKING:
    from donghanh.queue.service import Extra, Scenario

    from .parser import Commands

_HOURS = re.compile(r"(\d{1,2})(?:[:h](\d{2}))?-(\d{1,2})(?:[:h](\d{2}))?")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("simulate", help="thử cách mời số trên những ngày giả định")
    parser.add_argument("--share", metavar="10,25,…", help="phần trăm lượt có diện ưu tiên")
    parser.add_argument("--days", type=int, metavar="SỐ", help="số ngày thử cho mỗi tỷ lệ")
    parser.add_argument("--counters", type=int, metavar="SỐ", help="số quầy cùng mời")
    parser.add_argument("--visits", type=int, metavar="SỐ", help="số lượt đến một ngày")
    parser.add_argument("--extra", metavar="8-10", help="thêm một quầy trong những giờ này")
    parser.add_argument("--seed", type=int, metavar="SỐ", help="cùng số thì cùng kết quả")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.add_argument("--picture", metavar="TỆP.svg", type=Path, help="ghi hình ra tệp SVG")
    parser.set_defaults(act=_simulate)


def _simulate(arguments: argparse.Namespace) -> int:
    open_rooms()
    from donghanh.queue import service as queue

    report = queue.simulate(_scenario(arguments))
    if arguments.json:
        print(json.dumps(queue.report_as_json(report), ensure_ascii=False))
    else:
        print(f"{queue.report_table(report)}\n\n{queue.report_advice(report)}")
    if arguments.picture:
        arguments.picture.write_text(queue.report_picture(report), encoding="utf-8")
    return DONE


def _scenario(arguments: argparse.Namespace) -> Scenario:
    from donghanh.queue.service import Scenario

    wanted: dict[str, object] = {
        name: _at_least_one(name, value)
        for name in ("days", "counters", "visits")
        if (value := getattr(arguments, name)) is not None
    }
    if arguments.seed is not None:
        wanted["seed"] = arguments.seed
    if arguments.share:
        wanted["shares"] = tuple(_share(part) for part in arguments.share.split(","))
    if arguments.extra:
        wanted["extra"] = _extra(arguments.extra)
    return Scenario(**wanted)  # type: ignore[arg-type]


def _at_least_one(name: str, value: int) -> int:
    if value < 1:
        raise BadInput(f"--{name} phải từ 1 trở lên.")
    return value


def _share(part: str) -> int:
    if not part.strip().isdecimal() or int(part) > 100:
        raise BadInput(f"--share: không hiểu {part!r}. Viết, ví dụ: --share 10,25,50")
    return int(part)


def _extra(text: str) -> Extra:
    from donghanh.queue.service import extra_between

    found = _HOURS.fullmatch(text.replace(" ", ""))
    hours = [int(part or 0) for part in found.groups()] if found else []
    try:
        return extra_between(*hours)
    except (TypeError, ValueError) as error:
        raise BadInput(f"--extra: không hiểu {text!r}. Viết, ví dụ: --extra 8-10") from error
