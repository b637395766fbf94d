"""What can be booked: days and times, and how busy the days will be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from donghanh.base.clock import at_local, local, now, today
from donghanh.base.opening import OpenSpell
from donghanh.centre import service as centre
from donghanh.queue import service as queue

from .. import rules
from ..models import Appointment as AppointmentRow
from ..models import Closure as ClosureRow
from ..records import BookingDay, Crowd, Slot, Timetable, Wish
from ..rows import timetables

Spells = Sequence[OpenSpell]
Booked = dict[tuple[int, date], list[tuple[time, bool]]]


def days(wish: Wish, *, from_home: bool) -> tuple[BookingDay, ...]:
    """Return the working days to come with their free places, none left out but closed ones."""
    at = now()
    ahead = _open_days(wish.centre_id, at)
    offered, spells = _offered(wish), queue.hall_rules(wish.centre_id).spells
    booked = _booked(wish.centre_id, ahead)
    busy = crowds(wish.centre_id, ahead)
    free_on = partial(_count, offered, booked=booked, from_home=from_home, at=at, spells=spells)
    certain = centre.calendar().is_certain
    return tuple(BookingDay(day, free_on(day), busy[day], certain(day)) for day in ahead)


def _count(
    offered: Iterable[Timetable],
    day: date,
    *,
    booked: Booked,
    from_home: bool,
    at: datetime,
    spells: Spells,
) -> int:
    total = 0
    for times in offered:
        free = _free(times, day, booked, from_home=from_home, at=at, spells=spells)
        home = rules.left_for_home(times, sum(h for _, h in booked[times.id, day]))
        total += min(sum(free.values()), home) if from_home and free else sum(free.values())
    return total


def slots(wish: Wish, day: date, *, from_home: bool) -> tuple[Slot, ...]:
    """Return the free times of a day in order, one for each hour even where counters share it."""
    at = now()
    if day not in _open_days(wish.centre_id, at):
        return ()
    booked, spells = _booked(wish.centre_id, [day]), queue.hall_rules(wish.centre_id).spells
    found: dict[datetime, Slot] = {}
    for times in _offered(wish):
        left_at = _free(times, day, booked, from_home=from_home, at=at, spells=spells)
        for begins, left in left_at.items():
            starts_at = at_local(day, begins.hour, begins.minute)
            if starts_at not in found or found[starts_at].free < left:
                found[starts_at] = Slot(times.id, times.counter_id, starts_at, left)
    return tuple(found[starts_at] for starts_at in sorted(found))


def crowds(centre_id: int, ahead: Iterable[date]) -> dict[date, Crowd]:
    """Return how long the line of each day will be."""
    until = today()
    history = queue.tickets_by_day(centre_id, until - rules.HISTORY, until)
    return {day: rules.crowd(day, history, days_off_beside=_days_off_beside(day)) for day in ahead}


def _days_off_beside(day: date) -> int:
    return max(_days_off(day, timedelta(days=-1)), _days_off(day, timedelta(days=1)))


def _days_off(day: date, step: timedelta) -> int:
    calendar, beside, count = centre.calendar(), day + step, 0
    while not calendar.is_working(beside):
        beside, count = beside + step, count + 1
    return count


def _open_days(centre_id: int, at: datetime) -> list[date]:
    first, calendar = local(at).date(), centre.calendar()
    span = [first + timedelta(days=ahead) for ahead in range(rules.DAYS_AHEAD + 1)]
    closed = ClosureRow.objects.of(centre_id).filter(day__in=span, reopened_at=None)
    shut = set(closed.values_list("day", flat=True))
    return [day for day in span if calendar.is_working(day) and day not in shut]


def _offered(wish: Wish) -> list[Timetable]:
    """Return the timetables for a wish, at the counters of its series."""
    ours = {one.id for one in centre.counters(wish.centre_id) if one.series == wish.series}
    return [
        one
        for one in timetables(wish.centre_id)
        if one.counter_id in ours and rules.fits(one, field=wish.field, many=wish.many)
    ]


def _booked(centre_id: int, span: Iterable[date]) -> Booked:
    rows = AppointmentRow.objects.of(centre_id).filter(day__in=list(span), cancelled_at=None)
    found: Booked = defaultdict(list)
    for timetable_id, day, starts_at, home in rows.values_list(
        "timetable_id", "day", "starts_at", "from_home"
    ):
        found[timetable_id, day].append((local(starts_at).time(), home))
    return found


def _free(
    times: Timetable,
    day: date,
    booked: Booked,
    *,
    from_home: bool,
    at: datetime,
    spells: Spells,
) -> dict[time, int]:
    soonest = (local(at) + rules.FROM_NOW_MIN).replace(tzinfo=None)
    mine = booked[times.id, day]
    return rules.free(times, day, mine, from_home=from_home, not_before=soonest, spells=spells)
