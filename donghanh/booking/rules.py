"""Which times are offered, and which days will be busy. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from statistics import fmean

from .records import Crowd, Timetable

DAYS_AHEAD = 14  # farther off people forget, and officers' leave is not known
FROM_NOW_MIN = timedelta(hours=1)  # to set out and come
# From home at most so many of a day's places: the rest is for who telephones or asks at the gate.
HOME_SHARE = (2, 3)
DOSSIERS_MAX = 20  # of one carrier at one time; more is two times
PLACES_MAX, MINUTES_MIN, MINUTES_MAX = 20, 5, 120
HISTORY = timedelta(weeks=8)
SAMPLES_MIN = 3  # of the same day of the week: fewer tell nothing
BUSY, QUIET = 1.2, 0.8  # of the usual day
AFTER_BREAK = 1.3  # the first day after three or more off; own estimate until a year was counted
BREAK_DAYS = 3


def starts(times: Timetable) -> Iterator[time]:
    """Yield when each slot of a day begins; the last one ends by closing."""
    step, day = timedelta(minutes=times.minutes), date(2000, 1, 1)
    begins, closes = datetime.combine(day, times.opens), datetime.combine(day, times.closes)
    while begins + step <= closes:
        yield begins.time()
        begins += step


def places_of_day(times: Timetable) -> int:
    """Return how many places a day of a timetable has."""
    return times.places * sum(1 for _ in starts(times))


def left_for_home(times: Timetable, booked_from_home: int) -> int:
    """Return how many places of a day may still be booked from home; at least one at first."""
    part, of = HOME_SHARE
    return max(1, places_of_day(times) * part // of) - booked_from_home


def fits(times: Timetable, *, field: str, many: bool) -> bool:
    """Return whether a timetable is for what somebody wants."""
    return times.for_many == many and times.field in ("", field)


def free(
    times: Timetable,
    day: date,
    booked: Sequence[tuple[time, bool]],
    *,
    from_home: bool,
    not_before: datetime,
) -> dict[time, int]:
    """Return the free places of each time of a day that can still be reached.

    `booked`: when each appointment of this timetable and day begins, and whether it was made at
    home; `not_before`: wall-clock time.
    """
    home = left_for_home(times, sum(1 for _, at_home in booked if at_home))
    if day.weekday() != times.weekday or (from_home and home <= 0):
        return {}
    found = {}
    for begins in starts(times):
        left = times.places - sum(1 for one, _ in booked if one == begins)
        if left > 0 and datetime.combine(day, begins) >= not_before:
            found[begins] = min(left, home) if from_home else left
    return found


def wrong_with(times: Timetable, others: Iterable[Timetable]) -> dict[str, str]:
    """Return what is wrong with a new timetable, by field, as what to do about it."""
    clash = any(
        one.counter_id == times.counter_id
        and one.weekday == times.weekday
        and one.for_many == times.for_many
        and one.opens < times.closes
        and times.opens < one.closes
        for one in others
    )
    checks = (
        ("closes", times.closes <= times.opens, "Giờ hết phải sau giờ bắt đầu."),
        ("minutes", not MINUTES_MIN <= times.minutes <= MINUTES_MAX,
         f"Mỗi lượt từ {MINUTES_MIN} đến {MINUTES_MAX} phút."),
        ("places", not 1 <= times.places <= PLACES_MAX, f"Mỗi lượt từ 1 đến {PLACES_MAX} chỗ."),
        ("opens", clash, "Quầy này đã có giờ hẹn trùng khoảng ấy. Ngừng dòng cũ trước."),
    )  # fmt: skip
    found = {field: said for field, wrong, said in checks if wrong}
    if not found and not list(starts(times)):
        found["closes"] = "Khoảng này chưa đủ một lượt."
    return found


def crowd(day: date, history: Mapping[date, int], *, days_off_before: int) -> Crowd:
    """Return how long the line of a day will be, from how many came on days before."""
    alike = [count for past, count in history.items() if past.weekday() == day.weekday()]
    if len(alike) < SAMPLES_MIN:
        return Crowd.UNKNOWN
    expected = fmean(alike) * (AFTER_BREAK if days_off_before >= BREAK_DAYS else 1)
    share = expected / fmean(history.values())
    return Crowd.BUSY if share >= BUSY else Crowd.QUIET if share <= QUIET else Crowd.USUAL


def hour_words(wall: datetime) -> str:
    """Return a time as people say it: "14 giờ 30"."""
    return f"{wall.hour} giờ {wall.minute:02d}" if wall.minute else f"{wall.hour} giờ"
