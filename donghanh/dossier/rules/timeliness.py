"""Early, on time, due soon, late: what the instants say of the date that holds. Pure."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from donghanh.base.workdays import Calendar

from .course import Course, wall

SOON_WORKING_DAYS = 2  # an apology is due a day before the date, so the desk sees it a day earlier


class Timeliness(StrEnum):
    """What the instants say of a promise. The first three are final, the rest are today's."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    ENDED = "ended"  # stopped, or closed without an answer: nothing was promised any more
    UNDATED = "undated"  # no date was promised
    WAITING = "waiting"  # for papers: no term runs
    IN_TERM = "in_term"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"


def timeliness(course: Course, at: datetime, calendar: Calendar) -> Timeliness:
    """Return how a dossier stands to its date at an instant."""
    if course.stopped_at or course.closed_at:
        return Timeliness.ENDED
    if course.settled_at:
        return _of_settled(course, course.settled_at)
    if course.accepted_at is None or course.waiting_for:
        return Timeliness.WAITING
    return _of_open(course, at, calendar)


def _of_settled(course: Course, settled_at: datetime) -> Timeliness:
    if course.due_on is None:
        return Timeliness.UNDATED
    if _passed(course, settled_at):
        return Timeliness.LATE
    early = wall(settled_at).date() < course.due_on
    return Timeliness.EARLY if early else Timeliness.ON_TIME


def _of_open(course: Course, at: datetime, calendar: Calendar) -> Timeliness:
    if course.due_on is None:
        return Timeliness.UNDATED
    if _passed(course, at):
        return Timeliness.OVERDUE
    day = wall(at).date()
    if day == course.due_on:
        return Timeliness.DUE_TODAY
    for _ in range(SOON_WORKING_DAYS):
        day = calendar.next_working(day)
    return Timeliness.DUE_SOON if course.due_on <= day else Timeliness.IN_TERM


def _passed(course: Course, at: datetime) -> bool:
    """Return whether the hour that was said has passed, or the day where none was."""
    if course.due_at is not None:
        return at > course.due_at
    return course.due_on is not None and wall(at).date() > course.due_on
