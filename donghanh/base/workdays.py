"""Working days of a public office, and when a term ends. Pure: the calendar is a value.

Every answer shows, day by day in plain Vietnamese, what was counted and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from .opening import OpenSpell, hours_and_minutes, spend

SATURDAY = 5
DAY = timedelta(days=1)
VIETNAM_OFFSET = timedelta(hours=7)
SAME_DAY_UNTIL = time(15)  # Law: NĐ 118/2025 Đ.18 k.2: 15:00:00 itself is still today.
TERM_MAX = 2000  # No procedure has a longer term, in days or hours; more is a slip of the keyboard.

NOT_ANNOUNCED = "dự kiến, chưa công bố"

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off. `certain` is False while its announcement was not compared; `doubt` says why."""

    name: str
    certain: bool = True
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A day of the weekend that is worked in exchange for another (làm bù)."""

    name: str
    certain: bool = True
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day on the way to the due date: whether it counted and why, in Vietnamese."""

    on: date
    counted: bool
    why: str


@dataclass(frozen=True, slots=True)
class Due:
    """When a term ends. `at` (local wall clock) only for terms in hours.

    `certain` is False when a day that matters is not announced yet, or lies in a year not entered.
    """

    on: date
    days: tuple[CountedDay, ...]
    certain: bool
    at: datetime | None = None

    def as_json(self, received: datetime) -> dict[str, object]:
        """Return the published shape (schema 1)."""
        return {
            "schema": 1,
            "received": received.isoformat(timespec="minutes"),
            "due_on": self.on.isoformat(),
            "due_at": self.at.isoformat(timespec="minutes") if self.at else None,
            "certain": self.certain,
            "days": [
                {"on": d.on.isoformat(), "counted": d.counted, "why": d.why} for d in self.days
            ],
        }


class TermTooLong(ValueError):
    """A term below 1 or beyond TERM_MAX."""


class NeverOpen(ValueError):
    """A term in hours was asked of an office without opening hours."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off and made-up days. `doubtful` are working days that may still become days off.

    `years` are those whose days off were entered; empty means: all are. Beyond them `holidays` may
    hold the days that the law names for every year; nothing there is certain.
    """

    holidays: Mapping[date, Holiday]
    made_up: Mapping[date, MadeUp] = field(default_factory=dict)
    doubtful: Mapping[date, str] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Return whether the office works that day, as far as is known."""
        if day in self.made_up:
            return True
        return day.weekday() < SATURDAY and day not in self.holidays

    def is_certain(self, day: date) -> bool:
        """Return whether that day's being worked or not is settled."""
        if self.years and day.year not in self.years:
            return False
        if day in self.doubtful:
            return False
        entered = self.made_up.get(day) or self.holidays.get(day)
        return entered is None or entered.certain

    def why(self, day: date) -> str:
        """Return in Vietnamese what kind of day it is: weekend, holiday, made up, working."""
        weekday, doubt = _weekday(day), self._doubt(day)
        if made_up := self.made_up.get(day):
            return f"{weekday}, {made_up.name}{doubt}"
        if holiday := self.holidays.get(day):
            return f"{weekday}, nghỉ {holiday.name}{doubt}"
        if day.weekday() >= SATURDAY:
            return f"{weekday}, không làm việc"
        return f"{weekday}, ngày làm việc{doubt}"

    def _doubt(self, day: date) -> str:
        """Return in Vietnamese why a day is not settled, nothing when it is."""
        if self.is_certain(day):
            return ""
        if self.years and day.year not in self.years:
            return f" (chưa có lịch nghỉ năm {day.year})"
        entered = self.made_up.get(day) or self.holidays.get(day)
        doubt = entered.doubt if entered else self.doubtful.get(day, "")
        return f" ({doubt or NOT_ANNOUNCED})"

    def next_working(self, day: date) -> date:
        """Return the first working day after `day`."""
        day += DAY
        while not self.is_working(day):
            day += DAY
        return day

    def due_working_days(self, start: datetime, days: int) -> Due:
        """Return the last of so many working days after the day of receipt (local wall clock).

        The hour of receipt changes nothing. Raise TermTooLong outside 1…TERM_MAX.
        """
        _check_term(days)
        received = _local_day(start)
        walked = [_receipt(received)]  # Law: BLDS 2015 Đ.147: the day of receipt does not count.
        day, count = received, 0
        while count < days:
            day += DAY
            works = self.is_working(day)
            count += works
            why = f"{self.why(day)}: tính là ngày thứ {count}" if works else self.why(day)
            walked.append(CountedDay(day, works, why))
        return self._due(walked, walked[1:])

    def due_calendar_days(self, start: datetime, days: int) -> Due:
        """Return the last of so many days, moved on to a working day where it is none.

        Only whether the office works from the last day on can make it uncertain.
        Raise TermTooLong outside 1…TERM_MAX.
        """
        _check_term(days)
        received = _local_day(start)
        walked = [_receipt(received)]  # Law: BLDS 2015 Đ.147: the day of receipt does not count.
        for count in range(1, days + 1):
            day = received + count * DAY
            walked.append(CountedDay(day, True, f"{_weekday(day)}: tính là ngày thứ {count}"))
        # Law: BLDS 2015 Đ.148 k.5: a last day that is a day off moves to the next working day.
        last = received + days * DAY
        if not self.is_working(last):
            why = f"{self.why(last)}: tính là ngày thứ {days}, dời hạn sang ngày làm việc sau"
            walked[-1] = CountedDay(last, True, why)
            walked += self._until_working(last, counted=False)
        return self._due(walked, walked[days:])

    def due_same_day(self, start: datetime) -> Due:
        """Return today for what is received up to 15:00:00 on a working day, else the next one."""
        received = _local_day(start)
        if not self.is_working(received):
            first = CountedDay(received, False, self.why(received))
        # Law: NĐ 118/2025 Đ.18 k.2: received after 15:00, on the next working day.
        elif start.time() <= SAME_DAY_UNTIL:
            first = CountedDay(received, True, f"{self.why(received)}: nhận đến 15 giờ, trong ngày")
        else:
            late = f"{self.why(received)}: nhận sau 15 giờ, sang ngày làm việc sau"
            first = CountedDay(received, False, late)
        walked = [first, *(() if first.counted else self._until_working(received, counted=True))]
        return self._due(walked, walked)

    def due_hours(self, start: datetime, hours: int, opening: Sequence[OpenSpell]) -> Due:
        """Return when so many hours of opening have passed since the moment of receipt.

        `opening` holds for every working day, in order of the day.
        Raise TermTooLong outside 1…TERM_MAX, NeverOpen when `opening` holds no time at all.
        """
        _check_term(hours)
        if not any(spell.closes > spell.opens for spell in opening):
            raise NeverOpen
        day, since, left = _local_day(start), start.time(), timedelta(hours=hours)
        walked: list[CountedDay] = []
        while left:
            works = self.is_working(day)
            used, end = spend(left, since, opening if works else ())
            why = f"{self.why(day)}: tính {hours_and_minutes(used)}" if works else self.why(day)
            walked.append(CountedDay(day, bool(used), why))
            left, day, since = left - used, day + DAY, time.min
        return self._due(walked, walked, at=datetime.combine(day - DAY, end, start.tzinfo))

    def _until_working(self, day: date, *, counted: bool) -> Iterator[CountedDay]:
        """Yield the days after `day` up to the next working one, which is counted or not."""
        last = self.next_working(day)
        while day < last:
            day += DAY
            yield CountedDay(day, counted and day == last, self.why(day))

    def _due(
        self,
        walked: Sequence[CountedDay],
        matter: Iterable[CountedDay],
        *,
        at: datetime | None = None,
    ) -> Due:
        certain = all(self.is_certain(day.on) for day in matter)
        return Due(walked[-1].on, tuple(walked), certain, at)


def _check_term(length: int) -> None:
    if not 1 <= length <= TERM_MAX:
        raise TermTooLong(f"{length}: 1…{TERM_MAX}")


def _local_day(start: datetime) -> date:
    """Return the day of a local wall-clock time. Raise ValueError for another zone's clock."""
    if start.utcoffset() not in (None, VIETNAM_OFFSET):
        raise ValueError("start must be on the centre's wall clock")
    return start.date()


def _receipt(day: date) -> CountedDay:
    return CountedDay(day, False, f"{_weekday(day)}, ngày nhận hồ sơ: không tính")


def _weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]
