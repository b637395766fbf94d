"""Who may sit with whom, how long a draft lives, what an ending lacks, what is kept. Pure."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.interview import draft_rules as rules
from donghanh.interview import keeping
from donghanh.interview.records import Given
from donghanh.interview.records_drafts import Ending, Party

from .test_sheets import small

DAY = date(2026, 11, 23)
LAN, HUNG = Party("staff", "Trần Thị Ví Dụ Lan"), Party("staff", "Lê Văn Ví Dụ Hùng")
SELF, SON = Party("self"), Party("companion", "Con trai Ví Dụ")
SIGNED, FINGER = {"chu_ky": Given("ky")}, {"chu_ky": Given("diem_chi")}


def test_who_may_sit_with_whom() -> None:
    allowed = {
        seat[1:]
        for seat in product((True, False), repeat=5)
        if rules.may_sit(rules.Seat(*seat)) and seat[0]
    }
    officers = {(False, *rest) for rest in product((True, False), repeat=3) if any(rest[:2])}
    assert allowed == officers | {(True, True, True, True)}
    assert not any(rules.may_sit(rules.Seat(False, *s)) for s in product((True, False), repeat=4))


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(-30, 30), st.integers(0, 30))
def test_a_draft_is_never_kept_past_fifteen_days(day: date, ahead: int, late: int) -> None:
    today, until = day + timedelta(days=late), day + timedelta(days=ahead)
    allowed = rules.may_keep_to(day, until, today)
    assert allowed == (late <= ahead <= rules.KEEP_DAYS_MAX)
    assert rules.kept(until, None, today) == (late <= ahead)
    assert not rules.kept(until, datetime(2026, 1, 1), today)


def test_a_sitting_is_over_when_idle_or_once_the_visit_is_closed() -> None:
    start, second = datetime(2026, 11, 23, 9), timedelta(seconds=1)
    assert not rules.sitting_over(start, start, None, start + rules.IDLE_MAX)
    assert rules.sitting_over(start, start, None, start + rules.IDLE_MAX + second)
    assert rules.sitting_over(start, start, start, start)
    assert not rules.sitting_over(start, start, start - second, start), "opened again to help"


@pytest.mark.parametrize(
    ("name", "same"),
    [("trần thị ví dụ  LAN", True), ("Tran Thi Vi Du Lan", True), ("Trần Thị Ví Dụ Loan", False)],
)
def test_a_helper_is_known_by_name(name: str, same: bool) -> None:
    assert rules.same_person(name, LAN.name) == same
    assert not rules.same_person("", "")


@pytest.mark.parametrize(
    ("ending", "answers", "stops", "lacks"),
    [
        (Ending(LAN, SON, SELF), SIGNED, False, ""),
        (Ending(LAN, Party("companion", " "), LAN), SIGNED, False, "ai gõ"),
        (Ending(LAN, LAN, LAN), FINGER, False, "ngón nào"),
        (Ending(LAN, LAN, LAN, "trỏ phải"), FINGER, False, ""),
        (Ending(LAN, LAN, HUNG), SIGNED, True, "người làm chứng"),
        (Ending(LAN, LAN, HUNG, witnesses=("lê văn ví dụ hùng",)), SIGNED, True, "làm chứng"),
        (Ending(LAN, LAN, LAN, witnesses=("Cô Ví Dụ",)), SIGNED, True, "cán bộ khác"),
        (Ending(LAN, LAN, SON, witnesses=("Cô Ví Dụ",)), SIGNED, True, "cán bộ khác"),
        (Ending(LAN, LAN, HUNG, witnesses=("Cô Ví Dụ",)), SIGNED, True, ""),
    ],
)
def test_what_an_ending_lacks(
    ending: Ending, answers: dict[str, Given], stops: bool, lacks: str
) -> None:
    said = rules.missing_of_ending(small().version, answers, ending, stops=stops)
    assert (lacks in said) if lacks else said == ""


parts = st.dictionaries(st.text(max_size=5), st.text(max_size=9), max_size=3)
values = st.none() | st.text() | st.integers() | parts | st.lists(parts, max_size=3).map(tuple)
givens = st.builds(Given, values, st.lists(st.text(max_size=5), max_size=2).map(tuple))
parties = st.builds(Party, st.sampled_from(("staff", "self", "companion")), st.text(max_size=9))
endings = st.builds(
    Ending, parties, parties, parties, st.text(max_size=9), st.lists(st.text()).map(tuple)
)


@given(
    st.dictionaries(st.text(max_size=9), givens, max_size=4),
    st.frozensets(st.text(max_size=9), max_size=3),
    st.none() | endings,
)
def test_what_is_kept_comes_back_as_it_was(
    answers: dict[str, Given], from_card: frozenset[str], ending: Ending | None
) -> None:
    content = keeping.Content(answers, from_card, ending)
    kept = json.loads(json.dumps(keeping.as_json(content), ensure_ascii=False))
    assert keeping.from_json(kept) == content
