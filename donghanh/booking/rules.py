"""Which times are offered, and which days will be busy. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median

from donghanh.base.opening import OpenSpell

from .records import Crowd, Timetable

DAYS_AHEAD = 14  # farther off people forget, and officers' leave is not known
FROM_NOW_MIN = timedelta(hours=1)  # to set out and come
# From home at most so many of a day's places: the rest is for who telephones or asks at the gate.
HOME_SHARE = (2, 3)
DOSSIERS_MAX = 20  # of one carrier at one time; more is two times
PLACES_MAX, MINUTES_MIN, MINUTES_MAX = 20, 5, 120
HISTORY = timedelta(weeks=8)
SAMPLES_MIN = 3  # of the same day of the week: fewer tell nothing
BUSY, QUIET = 1.2, 0.8  # of the usual day; medians, so that one closed or mobbed day moves nothing
BREAK_DAYS = 3  # so many days off in a row, before or after, may make a day busy: not counted yet
LANGUAGE_LETTERS_MAX = 40


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
    spells: Sequence[OpenSpell] = (),
) -> dict[time, int]:
    """Return the free places of each time of a day that can still be reached.

    `booked`: when each appointment of this timetable and day begins, and whether it was made at
    home; `not_before`: wall-clock time; `spells`: when the hall is open, none: not laid down.
    """
    home = left_for_home(times, sum(1 for _, at_home in booked if at_home))
    if day.weekday() != times.weekday or (from_home and home <= 0):
        return {}
    found = {}
    for begins in starts(times):
        left = times.places - sum(1 for one, _ in booked if one == begins)
        ends = (datetime.combine(day, begins) + timedelta(minutes=times.minutes)).time()
        reached = datetime.combine(day, begins) >= not_before
        if left > 0 and reached and is_open(begins, ends, spells):
            found[begins] = min(left, home) if from_home else left
    return found


def is_open(opens: time, closes: time, spells: Sequence[OpenSpell]) -> bool:
    """Return whether a stretch lies within the hours of the hall, where those are laid down."""
    return not spells or any(one.opens <= opens and closes <= one.closes for one in spells)


def wrong_with(
    times: Timetable, others: Iterable[Timetable], spells: Sequence[OpenSpell] = ()
) -> dict[str, str]:
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
        ("closes", not is_open(times.opens, times.closes, spells),
         f"Ngoài giờ làm việc của sảnh: {_spells_words(spells)}."),
    )  # fmt: skip
    found: dict[str, str] = {}
    for field, wrong, said in checks:
        if wrong:
            found.setdefault(field, said)
    if not found and not list(starts(times)):
        found["closes"] = "Khoảng này chưa đủ một lượt."
    return found


def _spells_words(spells: Sequence[OpenSpell]) -> str:
    return ", ".join(f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in spells)


def crowd(day: date, history: Mapping[date, int], *, days_off_beside: int) -> Crowd:
    """Return how long the line of a day will be, from how many came on days before.

    `days_off_beside`: how many days off in a row end just before it or begin just after it, the
    longer of the two. Counted, a day is busy or quiet; beside a break it only may be busy.
    """
    alike = [count for past, count in history.items() if past.weekday() == day.weekday()]
    counted = Crowd.UNKNOWN
    if len(alike) >= SAMPLES_MIN:
        share = median(alike) / median(history.values())
        counted = Crowd.BUSY if share >= BUSY else Crowd.QUIET if share <= QUIET else Crowd.USUAL
    beside = days_off_beside >= BREAK_DAYS and counted is not Crowd.BUSY
    return Crowd.MAYBE_BUSY if beside else counted


def hour_words(wall: datetime) -> str:
    """Return a time as people say it: "14 giờ 30"."""
    return f"{wall.hour} giờ {wall.minute:02d}" if wall.minute else f"{wall.hour} giờ"
