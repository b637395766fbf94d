"""How alike questions are, on tiếng that weigh the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry.likeness import Likenesses, TaughtPhrases, grouped, taught
from donghanh.enquiry.phrases import tokens_of
from donghanh.enquiry.records_learning import Asked, Taught, UnansweredGroup

DAY = date(2026, 11, 23)


def read(text: str, subject: str = "") -> Taught:
    return taught(subject, tokens_of(text), lambda feature: 1.0)


def share(one: Taught, other: Taught) -> float:
    held = Likenesses()
    held.add(one)
    found = held.nearest(other)
    return found[1] if found else 0.0


def asked(text: str, times: int = 1, number: int = 1) -> tuple[Asked, Taught]:
    where = frozenset({"kiosk"})
    one = Asked(text, times, (number,), frozenset({"unknown"}), where, DAY, DAY)
    return one, read(text)


@given(st.lists(st.sampled_from("giấy vay vốn trồng tiêu xin làm".split()), min_size=1))
def test_a_text_is_wholly_like_itself(words: list[str]) -> None:
    one = read(" ".join(words))
    assert share(one, one) == pytest.approx(1)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_goes_both_ways_and_stays_within_one(one: str, other: str) -> None:
    assert share(read(one), read(other)) == pytest.approx(share(read(other), read(one)))
    assert 0 <= share(read(one), read(other)) <= 1.000001


def test_marks_count_where_both_have_them() -> None:
    marked, other, plain = read("bố dượng"), read("bỏ dưỡng"), read("bo duong")
    assert share(marked, plain) == pytest.approx(1)
    assert share(marked, other) == 0


def test_the_nearest_phrase_is_found_and_none_where_nothing_is_shared() -> None:
    phrases = TaughtPhrases([read("vay vốn trồng tiêu", "a"), read("vay vốn nuôi bò", "b")])
    near = phrases.nearest(read("vay vốn trồng tiêu"))
    assert near and near.subject == "a" and near.share == pytest.approx(1)
    assert phrases.nearest(read("giấy khai sinh")) is None
    assert phrases.nearest(read("")) is None


def test_alike_questions_stand_together_the_commonest_first() -> None:
    groups: list[UnansweredGroup] = grouped(
        [
            asked("giá vàng bữa nay", 2, number=7),
            asked("vay vốn trồng tiêu xin giấy", 1, number=5),
            asked("vay vốn trồng tiêu", 3, number=9),
            asked("vay von trong tieu", 1, number=4),
        ]
    )
    assert [(group.id, group.text, group.times) for group in groups] == [
        (9, "vay vốn trồng tiêu", 5),
        (7, "giá vàng bữa nay", 2),
    ]
    first = groups[0]
    assert (first.first_on, first.last_on) == (DAY, DAY)
    assert sorted(first.behaviours | first.places) == ["kiosk", "unknown"]
