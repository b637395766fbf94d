"""The officials' calendar: as shipped, or as this installation entered it from an announcement."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml, shown
from donghanh.base.faults import Fact
from donghanh.base.holidays import CalendarFault, calendar_from
from donghanh.base.home import home
from donghanh.base.workdays import Calendar

FILE = "holidays.yaml"


class OwnCalendarWrong(Fact):
    """The calendar in this installation's home cannot be read, so the shipped one is used."""

    message = "Lịch nghỉ riêng của máy này chưa đọc được, đang dùng lịch của phần mềm."
    remedy = "Sửa dòng được nêu trong holidays.yaml."


def calendar() -> Calendar:
    """Return the officials' calendar: holidays and Saturdays made up. Raise ContentError.

    A file of that name in the home goes before ours, at once; where it is wrong it is passed over,
    because nobody at a counter can wait for it: `check_own_calendar` says so to who looks.
    """
    own = _own()
    return own if isinstance(own, Calendar) else _shipped()


def check_own_calendar() -> bool:
    """Return whether this installation has a calendar of its own. Raise OwnCalendarWrong."""
    own = _own()
    if isinstance(own, ContentError):
        raise OwnCalendarWrong(str(own), remedy=str(own))
    return own is not None


def _own() -> Calendar | ContentError | None:
    path = home() / FILE
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return None
    return _read_own(path, changed)


@lru_cache(maxsize=1)
def _read_own(path: Path, changed: int) -> Calendar | ContentError:
    """Return the file as it was at an instant, read once."""
    try:
        return _read(path)
    except ContentError as wrong:
        return wrong


@lru_cache(maxsize=1)
def _shipped() -> Calendar:
    return _read(CONTENT / FILE)


def _read(path: Path) -> Calendar:
    try:
        return calendar_from(read_yaml(path))
    except CalendarFault as fault:
        line = line_of(path, fault.entry)
        raise ContentError(shown(path), line, fault.wrong, fault.remedy) from fault
