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
    ],
)
def test_what_has_its_own_way_in_law_is_noticed(words: str, like: Petition | None) -> None:
    assert rules.sounds_like(words) is like


@given(st.booleans(), st.booleans(), st.booleans())
def test_the_latest_instant_names_the_stage(sent: bool, answered: bool, closed: bool) -> None:
    stage = rules.stage(sent=sent, answered=answered, closed=closed)
    assert (stage is Stage.CLOSED) == closed
    assert (stage is Stage.ANSWERED) == (answered and not closed)
    assert (stage is Stage.SENT) == (sent and not answered and not closed)


@given(st.integers(-30, 30), st.none() | st.integers(-30, 30))
def test_late_is_after_the_day(today: int, answered: int | None) -> None:
    due = date(2026, 11, 23)
    on = due + timedelta(days=answered) if answered is not None else None
    late = rules.is_late(due, on, due + timedelta(days=today))
    assert late == ((answered if answered is not None else today) > 0)


def test_words_are_neither_nothing_nor_a_book() -> None:
    assert rules.wrong_with_words("  ơi ") and rules.wrong_with_words("a" * 4001)
    assert rules.wrong_with_words("ghế gãy") == ""


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
