"""`due`: when a term ends, counted day by day. Reads the calendar, no database."""

from __future__ import annotations

import argparse
import json
import re
from datetime import datetime
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import start_django

if TYPE_CHECKING:
    from donghanh.base.opening import OpenSpell
    from donghanh.base.workdays import Due

    from .parser import Commands

SAID_HOUR = re.compile(r"^(\d{1,2})h(\d{2})?$")  # as people write it: 15h, 15h30
OFFICE_HOURS = "7:30-11:30,13:30-17:00"  # usual; a centre with others says so by --opening


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("due", help="tính ngày hẹn trả kết quả")
    parser.add_argument("received", metavar="LÚC_NHẬN", help="ví dụ 2026-11-20T15:30")
    term = parser.add_mutually_exclusive_group(required=True)
    term.add_argument("--workdays", type=int, metavar="N", help="số ngày làm việc")
    term.add_argument("--calendar-days", type=int, metavar="N", help="số ngày theo lịch")
    term.add_argument("--hours", type=int, metavar="N", help="số giờ làm việc")
    term.add_argument("--same-day", action="store_true", help="trả trong ngày")
    parser.add_argument(
        "--opening", metavar="7:30-11:30,13:30-17:00", help="giờ làm việc, khi tính theo giờ"
    )
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_due)


def _due(arguments: argparse.Namespace) -> int:
    from donghanh.base.workdays import TERM_MAX, TermTooLong

    received = _instant(arguments.received)
    if arguments.opening is not None and arguments.hours is None:
        raise BadInput("Giờ làm việc (--opening) chỉ dùng khi tính theo giờ (--hours).")
    start_django()
    try:
        due = _counted(arguments, received)
    except TermTooLong as error:
        raise BadInput(f"Số ngày, số giờ phải từ 1 đến {TERM_MAX}.") from error
    except OverflowError as error:
        raise BadInput("Ngày quá xa, lịch không có. Viết năm từ 1900 đến 2100.") from error
    shown = due.as_json(received) if arguments.json else None
    print(json.dumps(shown, ensure_ascii=False) if shown else _words(due))
    return DONE


def _counted(arguments: argparse.Namespace, received: datetime) -> Due:
    from donghanh.centre import service as centre

    days_off = centre.calendar()
    if arguments.workdays is not None:
        return days_off.due_working_days(received, arguments.workdays)
    if arguments.calendar_days is not None:
        return days_off.due_calendar_days(received, arguments.calendar_days)
    if arguments.hours is not None:
        return days_off.due_hours(received, arguments.hours, _opening(arguments.opening))
    return days_off.due_same_day(received)


def _opening(text: str | None) -> tuple[OpenSpell, ...]:
    """Return the hours a counter is open. Raise BadInput."""
    from donghanh.base.opening import OpenSpell

    spells: list[OpenSpell] = []
    for spell in (text or OFFICE_HOURS).split(","):
        try:
            ends = [datetime.strptime(end.strip(), "%H:%M").time() for end in spell.split("-")]
            opens, closes = ends
        except ValueError:
            raise BadInput(f"Giờ làm việc {spell!r} không đúng. Viết 7:30-11:30.") from None
        if (spells and opens < spells[-1].closes) or opens >= closes:
            raise BadInput(f"Giờ làm việc {spell!r} ngược hoặc chồng nhau. Viết theo thứ tự.")
        spells.append(OpenSpell(opens, closes))
    return tuple(spells)


def _instant(text: str) -> datetime:
    """Return a local wall-clock time. Raise BadInput."""
    from donghanh.base.clock import local

    day, _, hour = text.strip().replace("T", " ").partition(" ")
    parts = day.split("/")
    iso = "-".join(part.zfill(2) for part in reversed(parts)) if len(parts) == 3 else day
    hour = SAID_HOUR.sub(lambda said: f"{int(said[1]):02d}:{said[2] or '00'}", hour.strip())
    try:
        given = datetime.fromisoformat(f"{iso} {hour or '00:00'}")
        inside = 1900 <= given.year <= 2100  # what the lunar calendar and the holidays reach
    except ValueError:
        inside = False
    if not inside:
        raise BadInput(f"Lúc nhận {text!r} không đúng. Viết 2026-11-20T15:30, năm 1900 đến 2100.")
    return local(given).replace(tzinfo=None) if given.tzinfo else given


def _words(due: Due) -> str:
    from donghanh.base.text import day_words

    days = [f"  {day.on:%d/%m/%Y}  {day.why}" for day in due.days]
    sure = "" if due.certain else "\nNgày này có thể thay đổi: lịch nghỉ chưa chốt. Hỏi cán bộ."
    when = f"{due.at:%H:%M} {day_words(due.on)}" if due.at else day_words(due.on)
    return "\n".join([f"Hẹn trả: {when}{sure}", *days])
