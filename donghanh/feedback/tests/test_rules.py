"""Decisions of the feedback room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.feedback import asked, rules
from donghanh.feedback.records import Petition, Stage

IDS = st.integers(1, 9)


@given(IDS, st.sets(IDS))
def test_who_served_never_holds_a_rating(noter: int, served: set[int]) -> None:
    assert rules.may_hold(noter, served) == (noter not in served)


@given(st.lists(IDS), st.sets(IDS))
def test_an_owner_is_never_accused_and_there_is_one_when_anybody_is_not(
    candidates: list[int], accused: set[int]
) -> None:
    owner = rules.owner_of(candidates, accused)
    assert owner is None or owner not in accused
    assert (owner is None) == (set(candidates) <= accused)


@pytest.mark.parametrize(
    ("words", "like"),
    [
        ("Tôi tố cáo ông ấy nhận tiền", Petition.TO_CAO),
        ("cán bộ đòi phong bì mới làm", Petition.TO_CAO),
        ("toi khieu nai viec bi phat", Petition.KHIEU_NAI),
        ("đề nghị xem lại quyết định thu hồi đất", Petition.KHIEU_NAI),
        ("ghế chờ gãy, cụ già phải đứng", None),
        ("quyết định cho thêm ghế là đúng", None),
        ("doi tien moi lam giay", Petition.TO_CAO),
        ("đợi tiền trợ cấp lâu quá", None),
        ("con đến thăm ở bệnh viện", None),
        ("Rút lại quyết định phạt nhà tôi!", Petition.KHIEU_NAI),
    ],
)
def test_what_has_its_own_way_in_law_is_noticed(words: str, like: Petition | None) -> None:
    assert rules.sounds_like(words) is like


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_the_latest_instant_names_the_stage(
    sent: bool, told: bool, answered: bool, closed: bool
) -> None:
    stage = rules.stage(sent=sent, told=told, answered=answered, closed=closed)
    assert (stage is Stage.TOLD) == (told and not answered and not closed)
    assert (stage is Stage.CLOSED) == closed
    assert (stage is Stage.ANSWERED) == (answered and not closed)
    assert (stage is Stage.SENT) == (sent and not told and not answered and not closed)


@given(st.integers(-9, 30), st.integers(-9, 30), st.integers(1, 60))
def test_a_word_in_time_moves_the_day_once(told: int, answered: int, promised: int) -> None:
    due = date(2026, 11, 23)
    told_on, on = due + timedelta(days=told), due + timedelta(days=max(told, answered))
    again_on = told_on + timedelta(days=promised)
    late = rules.is_late(due, on, on, told_on=told_on, again_on=again_on)
    assert late == (told_on > due or on > again_on)


def test_a_promise_is_a_near_day_after_today() -> None:
    today = date(2026, 11, 23)
    for wrong in (None, today, today + timedelta(days=61)):
        assert rules.wrong_with_promise(wrong, today)
    assert rules.wrong_with_promise(today + timedelta(days=60), today) == ""


@given(st.integers(-30, 30), st.none() | st.integers(-30, 30))
def test_late_is_after_the_day(today: int, answered: int | None) -> None:
    due = date(2026, 11, 23)
    on = due + timedelta(days=answered) if answered is not None else None
    late = rules.is_late(due, on, due + timedelta(days=today))
    assert late == ((answered if answered is not None else today) > 0)


def test_words_are_neither_nothing_nor_a_book() -> None:
    assert rules.wrong_with_words("  ơi ") and rules.wrong_with_words("a" * 4001)
    assert rules.wrong_with_words("ghế gãy") == ""
    assert rules.wrong_with_answer(" ") and rules.wrong_with_answer("a" * 4001)
    assert rules.wrong_with_answer("Đã sửa.") == ""


@pytest.mark.parametrize(
    ("typed", "key"),
    [("Ví  Dụ", "vi du"), ("12.34", "1234"), ("001 000", "001000"), ("123", ""), ("b", "")],
)
def test_too_little_looks_nobody_up(typed: str, key: str) -> None:
    assert rules.look_up_key(typed) == key


@given(st.text(max_size=90))
def test_a_code_is_one_line_that_every_database_takes(typed: str) -> None:
    kept = rules.one_line(typed, 60)
    assert len(kept) <= 60 and kept.isprintable() and kept == kept.strip()


def test_only_known_matters_and_levels_are_kept() -> None:
    said = {"thai_do": 3, "so_lan": 4, "khac": 1}
    assert rules.known_levels(said, {"thai_do", "so_lan"}) == {"thai_do": 3}


def test_the_eight_matters_and_every_way_onward_are_whole() -> None:
    matters = asked.matters()
    assert len(matters) == len({one.id for one in matters}) == 8
    assert all(sorted(one.choices) == [1, 2, 3] for one in matters)
    assert set(asked.petitions()) == set(Petition)
    assert asked.registers()["population"].procedure == "1.012564"
    assert len(asked.flaws()) == 3 and asked.unknown_words()
