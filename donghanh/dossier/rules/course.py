"""The life of a dossier as instants: what may follow what, and by when. Pure.

Every instant is aware; days are Vietnam's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from donghanh.base.workdays import VIETNAM_OFFSET, Calendar

ASK_DAYS_MAX = 3  # Law: NĐ 118/2025 Đ.19 k.5: the deciding body asks within 3 working days.
ANSWER_DAYS_MAX = 15  # Law: NĐ 118/2025 Đ.19 k.5: 15 days without an answer close the dossier.
CORRECT_DAYS_MAX = 3  # Law: NĐ 118/2025 Đ.23 k.1: our own error, 3 working days.

_VIETNAM = timezone(VIETNAM_OFFSET)


class Body(StrEnum):
    """Which of the bodies acts: the one-stop office, or the one that decides."""

    RECEPTION = "reception"
    DECIDING = "deciding"


class Act(StrEnum):
    """Something that may happen to a dossier."""

    ACCEPT = "accept"
    ASK_AT_RECEPTION = "ask_at_reception"
    ASK_WHEN_DECIDING = "ask_when_deciding"
    ANSWER = "answer"
    FORWARD = "forward"
    REFUSE = "refuse"
    APOLOGISE = "apologise"
    STOP = "stop"
    CLOSE = "close"
    READY = "ready"
    HAND_OVER = "hand_over"
    FIND_ERROR = "find_error"


class Hindrance(StrEnum):
    """Why something may not happen now."""

    BEFORE_THE_LAST = "before_the_last"
    NOT_ACCEPTED = "not_accepted"
    ACCEPTED_BEFORE = "accepted_before"
    ENDED = "ended"
    DECIDED = "decided"
    WAITING = "waiting"
    NOT_WAITING = "not_waiting"
    ASKED_BEFORE = "asked_before"
    ASKED_HERE_BEFORE = "asked_here_before"
    ASKED_TOO_LATE = "asked_too_late"
    ANSWERED_TOO_LATE = "answered_too_late"
    STILL_TIME_TO_ANSWER = "still_time_to_answer"
    APOLOGISED_BEFORE = "apologised_before"
    NO_DATE_TO_MOVE = "no_date_to_move"
    NEW_DATE_NOT_LATER = "new_date_not_later"
    NEW_DATE_OFF = "new_date_off"
    HANDED_OVER = "handed_over"
    NOTHING_TO_CORRECT = "nothing_to_correct"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for what is missing: by whom, when, and when all of it came."""

    body: Body
    asked_at: datetime
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """How far a dossier has come. `due_on` is the date that holds now, None for none."""

    brought_at: datetime
    accepted_at: datetime | None = None
    asked: tuple[Asked, ...] = ()
    refused_at: datetime | None = None
    apologised_at: datetime | None = None
    stopped_at: datetime | None = None
    closed_at: datetime | None = None
    ready_at: datetime | None = None
    handed_over_at: datetime | None = None
    due_on: date | None = None
    due_at: datetime | None = None

    @property
    def waiting_for(self) -> Asked | None:
        """The request that was not answered yet; there is never more than one."""
        return next((asked for asked in self.asked if asked.answered_at is None), None)

    @property
    def ended(self) -> bool:
        """Whether it was refused, stopped or closed: no result will come."""
        return any((self.refused_at, self.stopped_at, self.closed_at))

    @property
    def settled_at(self) -> datetime | None:
        """When it was decided: the result was here, or the refusal was given."""
        known = [at for at in (self.refused_at, self.ready_at, self.handed_over_at) if at]
        return min(known) if known else None

    @property
    def last_at(self) -> datetime:
        """The last instant of what must happen in order."""
        answers = [at for one in self.asked for at in (one.asked_at, one.answered_at) if at]
        single = (self.accepted_at, self.apologised_at, self.ready_at)
        return max([self.brought_at, *answers, *(at for at in single if at)])


def wall(at: datetime) -> datetime:
    """Return an instant on the centre's wall clock, naive."""
    return at.astimezone(_VIETNAM).replace(tzinfo=None)


def answer_by(calendar: Calendar, asked_at: datetime) -> date:
    """Return the last day to bring what was asked for.

    # Law: NĐ 118/2025 Đ.19 k.5 (15 days); BLDS 2015 Đ.148 k.5 (a last day off moves on).
    """
    return calendar.due_calendar_days(wall(asked_at), ANSWER_DAYS_MAX).on


def correct_by(calendar: Calendar, found_at: datetime) -> date:
    """Return by when our own error must be put right.

    # Law: NĐ 118/2025 Đ.23 k.1.
    """
    return calendar.due_working_days(wall(found_at), CORRECT_DAYS_MAX).on


def pass_on_by(calendar: Calendar, accepted_at: datetime) -> date:
    """Return the day the papers go to who decides: today, or first thing on the next working day.

    # Law: NĐ 118/2025 Đ.18 k.2: received after 15:00, at the start of the next working day.
    """
    return calendar.due_same_day(wall(accepted_at)).on


def apology_in_time(due_on: date, apologised_at: datetime) -> bool:
    """Return whether an apology came a day or more before the date that it replaces.

    # Law: NĐ 118/2025 Đ.19 k.6. A later one is still made, and counted as late.
    """
    return wall(apologised_at).date() <= due_on - timedelta(days=1)


def hindrance(
    course: Course,
    act: Act,
    at: datetime,
    calendar: Calendar,
    *,
    new_due_at: datetime | None = None,
) -> Hindrance | None:
    """Return why an act may not happen at an instant, None when it may.

    `new_due_at` is an apology's.
    """
    if act is Act.HAND_OVER:
        return hindrance_to_hand_over(course, at)
    if act is Act.FIND_ERROR:
        return None if course.settled_at and at >= course.settled_at else _NOTHING
    if course.handed_over_at:
        return Hindrance.HANDED_OVER
    if course.ended:
        return Hindrance.ENDED
    if at < course.last_at:
        return Hindrance.BEFORE_THE_LAST
    if act is Act.APOLOGISE:
        return _to_apologise(course, at, new_due_at, calendar)
    return _in_order(course, act, at, calendar)


_NOTHING = Hindrance.NOTHING_TO_CORRECT


def _in_order(course: Course, act: Act, at: datetime, calendar: Calendar) -> Hindrance | None:
    if course.ready_at:
        # Law: NĐ 118/2025 Đ.21: the person may stop it until it was decided, not after.
        return Hindrance.DECIDED
    match act:
        case Act.ACCEPT:
            return _to_accept(course)
        case Act.ASK_AT_RECEPTION:
            return _to_ask_at_reception(course)
        case Act.ASK_WHEN_DECIDING:
            return _to_ask_when_deciding(course, at, calendar)
        case Act.ANSWER:
            return _to_answer(course, at, calendar)
        case Act.CLOSE:
            return _to_close(course, at, calendar)
        case Act.STOP | Act.REFUSE:
            return None
    return _to_work_on(course)


def _to_accept(course: Course) -> Hindrance | None:
    if course.accepted_at:
        return Hindrance.ACCEPTED_BEFORE
    return Hindrance.WAITING if course.waiting_for else None


def _to_ask_at_reception(course: Course) -> Hindrance | None:
    # Law: NĐ 118/2025 Đ.11 k.2c, Đ.17 k.1c: reception asks once, for all of it.
    if course.accepted_at:
        return Hindrance.ACCEPTED_BEFORE
    return Hindrance.ASKED_BEFORE if course.asked else None


def _to_ask_when_deciding(course: Course, at: datetime, calendar: Calendar) -> Hindrance | None:
    # Law: NĐ 118/2025 Đ.19 k.5: once, and within 3 working days of acceptance.
    if course.accepted_at is None:
        return Hindrance.NOT_ACCEPTED
    if any(asked.body is Body.DECIDING for asked in course.asked):
        return Hindrance.ASKED_BEFORE
    last = calendar.due_working_days(wall(course.accepted_at), ASK_DAYS_MAX).on
    return Hindrance.ASKED_TOO_LATE if wall(at).date() > last else None


def _to_answer(course: Course, at: datetime, calendar: Calendar) -> Hindrance | None:
    waiting = course.waiting_for
    if waiting is None:
        return Hindrance.NOT_WAITING
    late = wall(at).date() > answer_by(calendar, waiting.asked_at)
    # Before acceptance nothing is closed by law: the person may come back any day.
    return Hindrance.ANSWERED_TOO_LATE if late and course.accepted_at else None


def _to_close(course: Course, at: datetime, calendar: Calendar) -> Hindrance | None:
    waiting = course.waiting_for
    if waiting is None:
        return Hindrance.NOT_WAITING
    early = wall(at).date() <= answer_by(calendar, waiting.asked_at)
    return Hindrance.STILL_TIME_TO_ANSWER if early else None


def _to_work_on(course: Course) -> Hindrance | None:
    """Return what keeps papers from being passed on or decided."""
    if course.accepted_at is None:
        return Hindrance.NOT_ACCEPTED
    return Hindrance.WAITING if course.waiting_for else None


def _to_apologise(
    course: Course, at: datetime, new_due_at: datetime | None, calendar: Calendar
) -> Hindrance | None:
    if course.ready_at:
        return Hindrance.DECIDED
    stands = _to_work_on(course)
    if stands:
        return stands
    if course.apologised_at:  # Law: NĐ 118/2025 Đ.19 k.6: one new date, not two.
        return Hindrance.APOLOGISED_BEFORE
    if course.due_on is None or new_due_at is None:
        return Hindrance.NO_DATE_TO_MOVE
    new_on = wall(new_due_at).date()
    if new_due_at <= at or new_on <= course.due_on:
        return Hindrance.NEW_DATE_NOT_LATER
    return None if calendar.is_working(new_on) else Hindrance.NEW_DATE_OFF


def hindrance_to_hand_over(course: Course, at: datetime) -> Hindrance | None:
    """Return what keeps a result from being given; a scan made offline may come in late."""
    if course.handed_over_at:
        return Hindrance.HANDED_OVER
    if course.ended:
        return Hindrance.ENDED
    if course.accepted_at is None or at < course.accepted_at:
        return Hindrance.NOT_ACCEPTED
    return Hindrance.WAITING if course.waiting_for else None
