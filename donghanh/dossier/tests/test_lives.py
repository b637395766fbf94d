"""Random lives of dossiers: no illegal order, timeliness as the instants say, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.base.workdays import Calendar, Holiday
from donghanh.dossier import rules
from donghanh.dossier.rules import Act, Asked, Body, Course, Hindrance, Timeliness

CALENDAR = Calendar({date(2026, 11, 24): Holiday("Ngày Văn hóa Việt Nam")})
MONDAY = datetime(2026, 11, 16, 2, tzinfo=UTC)  # nine in the morning
TERM_DAYS = 5
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

# A life: acts with the hours that passed before each. Most of what is tried is not allowed.
pasts = st.lists(st.tuples(st.sampled_from(Act), st.integers(0, 24 * 20)), max_size=25)
unhurried = settings(derandomize=True, deadline=None, max_examples=60)


def due_from(at: datetime) -> date:
    return CALENDAR.due_working_days(rules.wall(at), TERM_DAYS).on


def after(course: Course, act: Act, at: datetime) -> Course:
    """Return the course with one act more, as the verbs write it."""
    last = course.asked[-1] if course.asked else None
    match act:
        case Act.ACCEPT:
            return replace(course, accepted_at=at, due_on=due_from(at))
        case Act.ASK_AT_RECEPTION | Act.ASK_WHEN_DECIDING:
            body = Body.DECIDING if act is Act.ASK_WHEN_DECIDING else Body.RECEPTION
            return replace(course, asked=(*course.asked, Asked(body, at)))
        case Act.ANSWER:
            assert last is not None
            answered = (*course.asked[:-1], replace(last, answered_at=at))
            accepted_at = course.accepted_at or at
            return replace(course, asked=answered, accepted_at=accepted_at, due_on=due_from(at))
        case Act.APOLOGISE:
            later = at + 30 * DAY
            return replace(course, apologised_at=at, due_at=later, due_on=rules.wall(later).date())
        case Act.FORWARD | Act.FIND_ERROR:
            return course
    ends = {Act.REFUSE: "refused_at", Act.STOP: "stopped_at", Act.CLOSE: "closed_at"}
    ends |= {Act.READY: "ready_at", Act.HAND_OVER: "handed_over_at"}
    return replace(course, **{ends[act]: at})  # type: ignore[arg-type]


def lived(past: list[tuple[Act, int]]) -> tuple[Course, list[tuple[Act, datetime]], datetime]:
    """Return a course after a past, what of it was allowed, and the last hour."""
    course, done, at = Course(brought_at=MONDAY), [], MONDAY
    for act, hours in past:
        at += hours * HOUR
        if rules.hindrance(course, act, at, CALENDAR, new_due_at=at + 30 * DAY) is None:
            course = after(course, act, at)
            done.append((act, at))
    return course, done, at


@given(pasts)
@unhurried
def test_no_order_is_illegal(past: list[tuple[Act, int]]) -> None:
    _, done, _ = lived(past)
    acts = [act for act, _ in done]
    for once in (Act.ACCEPT, Act.ASK_AT_RECEPTION, Act.ASK_WHEN_DECIDING, Act.APOLOGISE):
        assert acts.count(once) <= 1
    for act in (Act.READY, Act.HAND_OVER, Act.APOLOGISE, Act.FORWARD, Act.ASK_WHEN_DECIDING):
        if act in acts:
            assert {Act.ACCEPT, Act.ANSWER} & set(acts[: acts.index(act)])
    ends = [n for n, act in enumerate(acts) if act in (Act.REFUSE, Act.STOP, Act.CLOSE)]
    assert len(ends) <= 1
    if ends:
        assert set(acts[ends[0] + 1 :]) <= {Act.FIND_ERROR}
    if Act.READY in acts:
        assert set(acts[acts.index(Act.READY) + 1 :]) <= {Act.HAND_OVER, Act.FIND_ERROR}


@given(pasts)
@unhurried
def test_asking_and_waiting_keep_the_laws_days(past: list[tuple[Act, int]]) -> None:
    course, done, _ = lived(past)
    for asked in course.asked:
        waited_until = rules.answer_by(CALENDAR, asked.asked_at)
        if asked.body is Body.DECIDING:
            assert course.accepted_at is not None
            three = CALENDAR.due_working_days(rules.wall(course.accepted_at), 3).on
            assert rules.wall(asked.asked_at).date() <= three
            if asked.answered_at:
                assert rules.wall(asked.answered_at).date() <= waited_until
    for act, at in done:
        if act is Act.CLOSE:
            assert rules.wall(at).date() > rules.answer_by(CALENDAR, course.asked[-1].asked_at)


@given(pasts)
@unhurried
def test_nothing_is_lost(past: list[tuple[Act, int]]) -> None:
    course, done, _ = lived(past)
    kept = [course.accepted_at, course.apologised_at, course.refused_at, course.stopped_at]
    kept += [course.closed_at, course.ready_at, course.handed_over_at]
    kept += [at for one in course.asked for at in (one.asked_at, one.answered_at)]
    for act, at in done:
        assert act in (Act.FORWARD, Act.FIND_ERROR) or at in kept


@given(pasts)
@unhurried
def test_timeliness_is_what_the_instants_say(past: list[tuple[Act, int]]) -> None:
    course, _, at = lived(past)
    found = rules.timeliness(course, at, CALENDAR)
    settled = course.settled_at
    if course.stopped_at or course.closed_at:
        assert found is Timeliness.ENDED
    elif settled is None and (course.waiting_for or not course.accepted_at):
        assert found is Timeliness.WAITING
    elif course.due_on is None:
        assert found is Timeliness.UNDATED
    else:
        moment = settled or at
        late = moment > course.due_at if course.due_at else _day(moment) > course.due_on
        assert late == (found in (Timeliness.LATE, Timeliness.OVERDUE))
        final = (Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.LATE)
        assert (settled is not None) == (found in final)
        if found is Timeliness.EARLY:
            assert _day(moment) < course.due_on
        if found in (Timeliness.ON_TIME, Timeliness.DUE_TODAY) and not late:
            assert _day(moment) == course.due_on


def _day(at: datetime) -> date:
    return rules.wall(at).date()


ACCEPTED = Course(brought_at=MONDAY, accepted_at=MONDAY, due_on=due_from(MONDAY))
WAITING = replace(ACCEPTED, asked=(Asked(Body.DECIDING, MONDAY + HOUR),))
ANSWERED = replace(ACCEPTED, asked=(Asked(Body.DECIDING, MONDAY + HOUR, MONDAY + 2 * HOUR),))
READY = replace(ACCEPTED, ready_at=MONDAY + DAY)


@pytest.mark.parametrize(
    ("course", "act", "hours", "why"),
    [
        (ACCEPTED, Act.ACCEPT, 1, Hindrance.ACCEPTED_BEFORE),
        (ACCEPTED, Act.ASK_AT_RECEPTION, 1, Hindrance.ACCEPTED_BEFORE),
        (ACCEPTED, Act.READY, -1, Hindrance.BEFORE_THE_LAST),
        (ACCEPTED, Act.ASK_WHEN_DECIDING, 24 * 4, Hindrance.ASKED_TOO_LATE),
        (ACCEPTED, Act.ANSWER, 1, Hindrance.NOT_WAITING),
        (ACCEPTED, Act.CLOSE, 1, Hindrance.NOT_WAITING),
        (ACCEPTED, Act.FIND_ERROR, 1, Hindrance.NOTHING_TO_CORRECT),
        (ACCEPTED, Act.HAND_OVER, -1, Hindrance.NOT_ACCEPTED),
        (WAITING, Act.HAND_OVER, 2, Hindrance.WAITING),
        (WAITING, Act.APOLOGISE, 2, Hindrance.WAITING),
        (WAITING, Act.CLOSE, 24 * 15, Hindrance.STILL_TIME_TO_ANSWER),
        (WAITING, Act.CLOSE, 24 * 16, None),
        (WAITING, Act.ANSWER, 24 * 16, Hindrance.ANSWERED_TOO_LATE),
        (READY, Act.STOP, 48, Hindrance.DECIDED),
        (READY, Act.APOLOGISE, 48, Hindrance.DECIDED),
        (READY, Act.HAND_OVER, 48, None),
        (READY, Act.HAND_OVER, 2, None),  # a scan made offline comes in after the note
        (replace(ACCEPTED, due_on=None), Act.APOLOGISE, 1, Hindrance.NO_DATE_TO_MOVE),
        (Course(MONDAY), Act.ASK_WHEN_DECIDING, 1, Hindrance.NOT_ACCEPTED),
        (replace(ACCEPTED, apologised_at=MONDAY), Act.APOLOGISE, 1, Hindrance.APOLOGISED_BEFORE),
        (replace(ACCEPTED, handed_over_at=MONDAY), Act.STOP, 1, Hindrance.HANDED_OVER),
        (replace(ACCEPTED, handed_over_at=MONDAY), Act.HAND_OVER, 1, Hindrance.HANDED_OVER),
        (ANSWERED, Act.ASK_WHEN_DECIDING, 3, Hindrance.ASKED_BEFORE),
        (replace(ACCEPTED, stopped_at=MONDAY), Act.HAND_OVER, 1, Hindrance.ENDED),
        (Course(MONDAY, asked=(Asked(Body.RECEPTION, MONDAY),)), Act.ACCEPT, 1, Hindrance.WAITING),
    ],
)
def test_what_stands_in_the_way(
    course: Course, act: Act, hours: int, why: Hindrance | None
) -> None:
    at = MONDAY + hours * HOUR
    assert rules.hindrance(course, act, at, CALENDAR, new_due_at=at + 30 * DAY) is why


def test_a_new_date_is_later_than_the_old_one() -> None:
    for new, why in ((MONDAY + 2 * DAY, Hindrance.NEW_DATE_NOT_LATER), (MONDAY + 9 * DAY, None)):
        found = rules.hindrance(ACCEPTED, Act.APOLOGISE, MONDAY, CALENDAR, new_due_at=new)
        assert found is why


def test_days_of_the_law() -> None:
    late = datetime(2026, 11, 20, 8, 0, 1, tzinfo=UTC)  # a second after 15:00 on a Friday
    assert rules.pass_on_by(CALENDAR, late - timedelta(seconds=1)) == date(2026, 11, 20)
    assert rules.pass_on_by(CALENDAR, late) == date(2026, 11, 23)
    assert rules.correct_by(CALENDAR, late) == date(2026, 11, 26)
    assert rules.apology_in_time(date(2026, 11, 21), late)
    assert not rules.apology_in_time(date(2026, 11, 20), late)


def test_due_soon_comes_before_an_apology_is_due() -> None:
    found = [rules.timeliness(ACCEPTED, MONDAY + n * DAY, CALENDAR) for n in (2, 3, 7, 9)]
    assert found == [
        Timeliness.IN_TERM, Timeliness.DUE_SOON, Timeliness.DUE_TODAY, Timeliness.OVERDUE,
    ]  # fmt: skip
    ends = [rules.timeliness(replace(ACCEPTED, ready_at=MONDAY + n * DAY), MONDAY, CALENDAR)
            for n in (1, 7, 9)]  # fmt: skip
    assert ends == [Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.LATE]
    assert rules.timeliness(WAITING, MONDAY, CALENDAR) is Timeliness.WAITING
    stopped = replace(ACCEPTED, stopped_at=MONDAY)
    assert rules.timeliness(stopped, MONDAY, CALENDAR) is Timeliness.ENDED
    assert rules.timeliness(replace(READY, due_on=None), MONDAY, CALENDAR) is Timeliness.UNDATED
    assert rules.timeliness(replace(ACCEPTED, due_on=None), MONDAY, CALENDAR) is Timeliness.UNDATED


def test_what_was_said_last_in_this_term_holds() -> None:
    first, then = (MONDAY, MONDAY + 5 * DAY), (MONDAY + DAY, MONDAY + 4 * DAY)
    assert rules.said_last(MONDAY, [first, then]) == then[1]
    assert rules.said_last(MONDAY + HOUR, [first]) is None
    assert rules.said_last(None, [first, (MONDAY + DAY, None)]) == first[1]
