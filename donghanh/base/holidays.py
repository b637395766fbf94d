"""From the file of holidays to a calendar. Pure: the file was read before.

A year that is not entered yet still has the days off that the law names for every year; the rest of
it is not announced, so nothing in it is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from . import lunar
from .workdays import DAY, SATURDAY, Calendar, Holiday, MadeUp

YEARS_AHEAD = 8  # as far as the longest term reaches


class CalendarFault(ValueError):
    """The holiday file is wrong. `entry` is a text of the file to find the line by."""

    def __init__(self, entry: str, wrong: str, remedy: str) -> None:
        self.entry, self.wrong, self.remedy = entry, wrong, remedy
        super().__init__(f"{entry}: {wrong} – {remedy}")


def calendar_from(document: object) -> Calendar:
    """Return the calendar that a parsed holidays.yaml describes. Raise CalendarFault."""
    if not isinstance(document, dict):
        raise CalendarFault("schema", "tệp không phải danh mục", "viết schema, years, days_off")
    years = document.get("years")
    if not isinstance(years, list) or not all(type(year) is int for year in years) or not years:
        raise CalendarFault("years", "thiếu các năm đã nhập", "viết years: [2025, 2026, 2027]")
    off, made_up, doubtful = (
        dict(_entries(document, part)) for part in ("days_off", "made_up", "doubtful")
    )
    for day in made_up.keys() | doubtful.keys():
        if day in off or day in made_up.keys() & doubtful.keys():
            raise CalendarFault(str(day), "ngày này ghi ở hai chỗ", "chỉ để một chỗ")
    for day in made_up:
        if day.weekday() < SATURDAY:
            raise CalendarFault(str(day), "ngày làm bù không phải cuối tuần", "sửa ngày làm bù")
    ahead = range(max(years) + 1, max(years) + 1 + YEARS_AHEAD)
    return Calendar(
        days_of_law(ahead) | {day: Holiday(*entered) for day, entered in off.items()},
        {day: MadeUp(*entered) for day, entered in made_up.items()},
        {day: name for day, (name, _, _) in doubtful.items()},
        frozenset(years),
    )


def days_of_law(years: range) -> dict[date, Holiday]:
    """Return the days off that the law itself names, with the days in lieu of those at a weekend.

    Of the five days of Tết it names none; the eve and the first three were off every year so far.

    # Law: BLLĐ 2019 Đ.112 k.1; NQ 28/2026/QH16 (24/11); Đ.111 k.3 (nghỉ bù).
    """
    off: dict[date, Holiday] = {}
    for year in years:
        named = dict(_named_by_law(year))
        off |= named
        for day, holiday in sorted(named.items()):
            if day.weekday() >= SATURDAY:
                off[_in_lieu(day, off)] = Holiday(f"bù {holiday.name}", certain=False)
    return off


def _named_by_law(year: int) -> Iterator[tuple[date, Holiday]]:
    tet = lunar.solar(1, 1, year)
    days = {
        date(year, 1, 1): "Tết Dương lịch",
        lunar.solar(10, 3, year): "Giỗ Tổ Hùng Vương",
        date(year, 4, 30): "Ngày Chiến thắng 30/4",
        date(year, 5, 1): "Quốc tế Lao động 1/5",
        date(year, 9, 2): "Quốc khánh",
        date(year, 11, 24): "Ngày Văn hóa Việt Nam",
    }
    days |= {tet + timedelta(days=number): "Tết Âm lịch" for number in range(-1, 3)}
    for day, name in days.items():
        yield day, Holiday(name, certain=False)


def _in_lieu(day: date, off: dict[date, Holiday]) -> date:
    while day.weekday() >= SATURDAY or day in off:
        day += DAY
    return day


def _entries(
    document: dict[str, object], part: str
) -> Iterator[tuple[date, tuple[str, bool, str]]]:
    """Yield day, name, certainty and doubt of a part's entries; every entry names its source."""
    entries = document.get(part)
    if not isinstance(entries, list):
        raise CalendarFault(part, f"thiếu {part}", f"viết {part}: rồi mỗi dòng một ngày")
    seen: set[date] = set()
    for entry in entries:
        match entry:
            case {"day": date() as day, "name": str(name), "source": str()} if day not in seen:
                seen.add(day)
                doubt = str(entry.get("doubt", ""))
                yield day, (name, entry.get("certain", True) is True, doubt)
            case {"day": day} if day in seen:
                raise CalendarFault(str(day), "ngày này ghi hai lần", "bỏ bớt một dòng")
            case _:
                remedy = "viết {day: 2026-01-01, name: …, certain: true, source: …}"
                raise CalendarFault(_mark(entry, part), "dòng thiếu hoặc sai khóa", remedy)


def _mark(entry: object, part: str) -> str:
    """Return a text to find an entry by: its day when it has one."""
    return str(entry["day"]) if isinstance(entry, dict) and "day" in entry else part
