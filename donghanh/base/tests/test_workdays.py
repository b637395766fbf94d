"""Working days and due dates: against dates worked by hand, another library and properties."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import holidays as other_library
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.base.content import CONTENT, read_yaml
from donghanh.base.holidays import CalendarFault, calendar_from
from donghanh.base.opening import OpenSpell
from donghanh.base.workdays import TERM_MAX, Calendar, Due, Holiday, NeverOpen, TermTooLong

from .worked_dates import WORKED

DOCUMENT = read_yaml(CONTENT / "holidays.yaml")
CALENDAR = calendar_from(DOCUMENT)
OPENING = (OpenSpell(time(7, 30), time(11, 30)), OpenSpell(time(13, 30), time(17)))
LINES = WORKED.strip().splitlines()
DAY = timedelta(days=1)

moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1))
terms = st.integers(1, 60)
unhurried = settings(derandomize=True, deadline=None)


def reckoned(received: datetime, term: str) -> Due:
    kind, _, length = term.partition(" ")
    if kind == "w":
        return CALENDAR.due_working_days(received, int(length))
    if kind == "c":
        return CALENDAR.due_calendar_days(received, int(length))
    if kind == "h":
        return CALENDAR.due_hours(received, int(length), OPENING)
    return CALENDAR.due_same_day(received)


def test_there_are_enough_worked_dates() -> None:
    assert len(LINES) == len(set(LINES)) >= 60


@pytest.mark.parametrize("line", LINES)
def test_worked_by_hand(line: str) -> None:
    received, term, expected = (part.strip() for part in line.split("|"))
    due = reckoned(datetime.fromisoformat(received), term)
    found = f"{due.at:%Y-%m-%d %H:%M}" if due.at else due.on.isoformat()
    assert found + ("" if due.certain else "?") == expected
    assert due.days[-1].on == due.on


def test_every_day_says_why() -> None:
    due = CALENDAR.due_working_days(datetime(2026, 11, 20, 15, 30), 3)
    assert [(day.on.day, day.counted, day.why) for day in due.days] == [
        (20, False, "thứ Sáu, ngày nhận hồ sơ: không tính"),
        (21, False, "thứ Bảy, không làm việc"),
        (22, False, "Chủ nhật, không làm việc"),
        (23, True, "thứ Hai, ngày làm việc: tính là ngày thứ 1"),
        (24, False, "thứ Ba, nghỉ Ngày Văn hóa Việt Nam"),
        (25, True, "thứ Tư, ngày làm việc: tính là ngày thứ 2"),
        (26, True, "thứ Năm, ngày làm việc: tính là ngày thứ 3"),
    ]


def test_a_made_up_saturday_says_so() -> None:
    assert CALENDAR.why(date(2026, 8, 22)) == "thứ Bảy, làm bù cho ngày 31/8/2026"
    assert CALENDAR.why(date(2026, 8, 31)) == "thứ Hai, nghỉ hoán đổi với thứ Bảy 22/8/2026"


def test_what_is_not_announced_says_so() -> None:
    by_letter = "thứ Sáu, nghỉ Tết Âm lịch (theo 10065/VPCP-KGVX, chưa đối chiếu thông báo)"
    assert CALENDAR.why(date(2027, 2, 5)) == by_letter
    doubted = "thứ Năm, ngày làm việc (nghỉ Tết nếu thông báo khác 10065/VPCP-KGVX)"
    assert CALENDAR.why(date(2027, 2, 11)) == doubted
    assert CALENDAR.why(date(2028, 1, 4)) == "thứ Ba, ngày làm việc (chưa có lịch nghỉ năm 2028)"
    plain = Calendar({date(2026, 3, 2): Holiday("lễ", certain=False)})
    assert plain.why(date(2026, 3, 2)) == "thứ Hai, nghỉ lễ (dự kiến, chưa công bố)"


def test_a_year_that_is_not_entered_has_the_days_of_the_law() -> None:
    off = [day for day in CALENDAR.holidays if day.year == 2031]
    assert sorted((day.month, day.day) for day in off) == [
        (1, 1), (1, 22), (1, 23), (1, 24), (1, 25), (1, 27), (4, 1), (4, 30), (5, 1), (9, 2),
        (11, 24),
    ]  # fmt: skip
    assert CALENDAR.why(date(2031, 4, 30)).endswith("30/4 (chưa có lịch nghỉ năm 2031)")
    assert not any(CALENDAR.is_certain(day) for day in off)


def test_a_moved_calendar_day_says_so() -> None:
    due = CALENDAR.due_calendar_days(datetime(2026, 11, 14, 8), 10)
    assert due.days[-2].why == (
        "thứ Ba, nghỉ Ngày Văn hóa Việt Nam: tính là ngày thứ 10, dời hạn sang ngày làm việc sau"
    )
    assert (due.days[-1].counted, due.days[-1].why) == (False, "thứ Tư, ngày làm việc")


def test_hours_say_how_many() -> None:
    due = CALENDAR.due_hours(datetime(2026, 11, 20, 15, 30), 10, OPENING)
    assert [day.why for day in due.days if day.counted] == [
        "thứ Sáu, ngày làm việc: tính 1 giờ 30 phút",
        "thứ Hai, ngày làm việc: tính 7 giờ 30 phút",
        "thứ Tư, ngày làm việc: tính 1 giờ",
    ]


def test_three_oclock_is_the_last_second_of_the_same_day() -> None:
    on_time = CALENDAR.due_same_day(datetime(2026, 11, 20, 15, 0, 0))
    late = CALENDAR.due_same_day(datetime(2026, 11, 20, 15, 0, 1))
    assert (on_time.on, late.on) == (date(2026, 11, 20), date(2026, 11, 23))


@given(moments, terms)
@unhurried
def test_working_days_count_exactly_and_end_on_a_working_day(start: datetime, days: int) -> None:
    due = CALENDAR.due_working_days(start, days)
    assert sum(day.counted for day in due.days) == days
    assert CALENDAR.is_working(due.on)
    assert all(CALENDAR.is_working(day.on) for day in due.days if day.counted)
    assert [day.on for day in due.days] == [
        start.date() + number * DAY for number in range(len(due.days))
    ]


@given(moments, terms, st.times())
@unhurried
def test_the_hour_never_shifts_a_term_in_days(start: datetime, days: int, hour: time) -> None:
    other = datetime.combine(start.date(), hour)
    assert CALENDAR.due_working_days(start, days) == CALENDAR.due_working_days(other, days)
    assert CALENDAR.due_calendar_days(start, days) == CALENDAR.due_calendar_days(other, days)


@given(moments, terms)
@unhurried
def test_one_day_more_is_the_next_working_day(start: datetime, days: int) -> None:
    due = CALENDAR.due_working_days(start, days)
    assert CALENDAR.due_working_days(start, days + 1).on == CALENDAR.next_working(due.on)


@given(moments, terms)
@unhurried
def test_calendar_days_move_only_over_days_off(start: datetime, days: int) -> None:
    due = CALENDAR.due_calendar_days(start, days)
    last = start.date() + days * DAY
    assert CALENDAR.is_working(due.on)
    assert not any(CALENDAR.is_working(last + n * DAY) for n in range((due.on - last).days))
    assert sum(day.counted for day in due.days) == days


@given(moments, terms)
@unhurried
def test_calendar_days_never_end_after_as_many_working_days(start: datetime, days: int) -> None:
    by_calendar = CALENDAR.due_calendar_days(start, days).on
    assert by_calendar <= CALENDAR.due_working_days(start, days).on


@given(moments)
@unhurried
def test_same_day_is_today_or_the_next_working_day(start: datetime) -> None:
    due = CALENDAR.due_same_day(start)
    today = start.date()
    on_time = CALENDAR.is_working(today) and start.time() <= time(15)
    assert due.on == (today if on_time else CALENDAR.next_working(today))
    assert [day.on for day in due.days if day.counted] == [due.on]


@given(moments, terms, terms)
@unhurried
def test_hours_add_up(start: datetime, first: int, then: int) -> None:
    halfway = CALENDAR.due_hours(start, first, OPENING)
    assert halfway.at is not None
    whole = CALENDAR.due_hours(start, first + then, OPENING)
    assert CALENDAR.due_hours(halfway.at, then, OPENING).at == whole.at
    assert halfway.at > start


@given(moments, terms)
@unhurried
def test_uncertain_only_for_a_day_not_announced(start: datetime, days: int) -> None:
    due = CALENDAR.due_working_days(start, days)
    after = [day.on for day in due.days[1:]]
    assert due.certain == all(CALENDAR.is_certain(day) for day in after)
    if due.on < date(2027, 2, 4):
        assert due.certain


# Where the `holidays` library knows less than the officials' calendar.
KNOWN_DIFFERENCES = {
    date(2026, 1, 2): "off in exchange for Saturday 10/01/2026; the library has no such exchange",
    date(2026, 1, 10): "worked for 02/01/2026; the library has no such exchange",
}


def test_against_the_other_library() -> None:
    theirs = other_library.country_holidays("VN", years=(2025, 2026, 2027))
    days = [date(2025, 1, 1) + number * DAY for number in range(365 * 3)]
    differences = {day for day in days if CALENDAR.is_working(day) != theirs.is_working_day(day)}
    assert differences == set(KNOWN_DIFFERENCES)
    assert days[-1] == date(2027, 12, 31)


@pytest.mark.parametrize("length", [0, -1, TERM_MAX + 1])
def test_a_term_no_procedure_has(length: int) -> None:
    start = datetime(2026, 11, 20, 8)
    with pytest.raises(TermTooLong):
        CALENDAR.due_working_days(start, length)
    with pytest.raises(TermTooLong):
        CALENDAR.due_calendar_days(start, length)
    with pytest.raises(TermTooLong):
        CALENDAR.due_hours(start, length, OPENING)


@pytest.mark.parametrize("opening", [(), (OpenSpell(time(8), time(8)),)])
def test_hours_of_an_office_that_never_opens(opening: tuple[OpenSpell, ...]) -> None:
    with pytest.raises(NeverOpen):
        CALENDAR.due_hours(datetime(2026, 11, 20, 8), 1, opening)


def test_the_wall_clock_of_the_centre_and_no_other() -> None:
    here = datetime(2026, 11, 20, 8, tzinfo=timezone(timedelta(hours=7)))
    assert CALENDAR.due_working_days(here, 3).on == date(2026, 11, 26)
    at = CALENDAR.due_hours(here, 1, OPENING).at
    assert at == here + timedelta(hours=1)
    with pytest.raises(ValueError, match="wall clock"):
        CALENDAR.due_working_days(here.astimezone(UTC), 3)


def test_a_calendar_without_years_trusts_every_year() -> None:
    plain = Calendar({date(2030, 1, 1): Holiday("Tết Dương lịch")})
    assert plain.due_working_days(datetime(2029, 12, 31), 1) == Due(
        date(2030, 1, 2), plain.due_working_days(datetime(2029, 12, 31), 1).days, certain=True
    )


def test_every_day_off_has_its_source_and_certainty() -> None:
    for entry in DOCUMENT["days_off"] + DOCUMENT["made_up"]:
        doubt = set() if entry["certain"] else {"doubt"}
        assert set(entry) == {"day", "name", "certain", "confidence", "source"} | doubt
        assert entry["confidence"] in ("high", "medium", "low")
    assert set(DOCUMENT["years"]) == {entry["day"].year for entry in DOCUMENT["days_off"]}


def changed(part: str, entry: object) -> dict[str, Any]:
    document: dict[str, Any] = deepcopy(DOCUMENT)
    document[part].append(entry)
    return document


@pytest.mark.parametrize(
    ("document", "entry"),
    [
        ([], "schema"),
        ({}, "years"),
        (DOCUMENT | {"years": ["2026"]}, "years"),
        (DOCUMENT | {"days_off": None}, "days_off"),
        (changed("days_off", "2026-01-01"), "days_off"),
        (changed("days_off", {"name": "x", "source": "y"}), "days_off"),
        (changed("days_off", {"day": "1/1/2026", "name": "x", "source": "y"}), "1/1/2026"),
        (changed("days_off", {"day": date(2026, 3, 3), "name": "x"}), "2026-03-03"),
        (changed("days_off", DOCUMENT["days_off"][0]), "2025-01-01"),
        (changed("made_up", {"day": date(2026, 3, 3), "name": "x", "source": "y"}), "2026-03-03"),
        (changed("doubtful", DOCUMENT["days_off"][0]), "2025-01-01"),
        (changed("doubtful", DOCUMENT["made_up"][0]), "2025-04-26"),
    ],
)
def test_a_wrong_file_names_the_entry(document: object, entry: str) -> None:
    with pytest.raises(CalendarFault) as caught:
        calendar_from(document)
    assert caught.value.entry == entry
    assert caught.value.remedy
