"""When a result is due, which date holds, and what an official code looks like. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import unquote

from donghanh.base.workdays import Calendar, Due

# Law: NĐ 118/2025 Đ.28: agency code, then day-month-year and the day's count. Both the older form
# with leading zeros and the newer one are met; the exact form is not published, so it is lenient.
OFFICIAL_CODE = re.compile(
    r"^([0-9]{3}\.[0-9]{2}\.[0-9]{2,3}\.)?[A-Z][0-9]{2}(\.[0-9]{1,3}){0,3}-[0-9]{6}-[0-9]{3,6}$"
)


_WITHIN = re.compile(rf"(?<![A-Z0-9.])({OFFICIAL_CODE.pattern.strip('^$')})(?![A-Z0-9])")


def official_code_in(scanned: str) -> str:
    """Return the provincial code that a scanned text holds – alone, in an address, among words –
    and "" where there is none, or more than one.
    """
    found = {match[0] for match in _WITHIN.finditer(unquote(scanned).upper())}
    return found.pop() if len(found) == 1 else ""


def is_official_code(typed: str) -> bool:
    """Return whether a text has the shape of a provincial dossier code."""
    return bool(OFFICIAL_CODE.match(typed))


def tidy_official_code(typed: str) -> str:
    """Return a typed or scanned code in capitals without spaces."""
    return "".join(typed.upper().split())


def due(calendar: Calendar, kind: str, days: int | None, accepted_local: datetime) -> Due | None:
    """Return when a result is due, None when the term is not known.

    `accepted_local` is wall-clock time at the centre; `kind` is the catalogue's.
    """
    if kind == "same_day":
        return calendar.due_same_day(accepted_local)
    if kind == "working_days" and days:
        return calendar.due_working_days(accepted_local, days)
    if kind == "calendar_days" and days:
        return calendar.due_calendar_days(accepted_local, days)
    return None


def difference_words(ours: date | None, official: date | None) -> str:
    """Return one plain sentence when the official date is not ours, else an empty one."""
    if ours is None or official is None or ours == official:
        return ""
    written = f"{ours.day}/{ours.month}/{ours.year}"
    return f"Bàn hướng dẫn tính là {written}. Ngày trên giấy tiếp nhận mới là ngày đúng."


def said_last(
    term_from_at: datetime | None, said: Iterable[tuple[datetime, datetime | None]]
) -> datetime | None:
    """Return the hour that was said last in the term that runs, None when none was.

    `said`: (when it was said, the hour), by the official receipt or as the one new date.
    """
    ours = [
        (at, due_at)
        for at, due_at in said
        if due_at is not None and (term_from_at is None or at >= term_from_at)
    ]
    return max(ours)[1] if ours else None
