from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.speech import rules
from donghanh.speech.joining import call_prompts, number_prompts
from donghanh.speech.prompts import language, languages

VIETNAMESE, KHMER = language("vi"), language("km")
WORDS = {one.id: one.words for one in VIETNAMESE.prompts}
LABELS = st.integers(0, 9999).map(str)


def said(label: str, counter: int) -> str:
    """Return a call as its prompts would be heard."""
    return " ".join(WORDS[one] for one in call_prompts(VIETNAMESE.joins, label, counter))


@given(st.integers(0, 9999))
def test_clips_say_a_number_as_the_machine_voice_does(number: int) -> None:
    heard = " ".join(WORDS[one] for one in number_prompts(VIETNAMESE.joins, number))
    assert heard == rules.number_words(number)


def test_a_call_is_joined_from_prompts() -> None:
    ids = call_prompts(VIETNAMESE.joins, "105", 3)
    assert ids == ("moi_so", "tram_1", "linh_5", "den_quay", "so_3")
    assert said("2001B", 12) == "Mời số hai nghìn không trăm linh một bê đến quầy số mười hai"
    assert call_prompts(VIETNAMESE.joins, "B7", 1)[1:3] == ("chu_b", "so_7")


@given(LABELS, st.integers(1, 99))
def test_every_call_can_be_recorded(label: str, counter: int) -> None:
    for one in languages():
        known = {prompt.id for prompt in one.prompts}
        assert set(call_prompts(one.joins, label, counter)) <= known


def test_khmer_counts_without_a_link() -> None:
    assert call_prompts(KHMER.joins, "105", 3) == ("moi_so", "tram_1", "so_5", "den_quay", "so_3")
    assert number_prompts(KHMER.joins, 2001) == ("nghin_2", "so_1")
    assert KHMER.reviewed == "chưa người bản ngữ duyệt"


@pytest.mark.parametrize(("label", "counter"), [("bà Tư", 1), ("105", 0), ("105", 100), ("", 1)])
def test_nothing_else_is_joined(label: str, counter: int) -> None:
    with pytest.raises(ValueError, match="label"):
        call_prompts(VIETNAMESE.joins, label, counter)


def test_prompts_are_about_eighty_and_each_has_its_own_words() -> None:
    assert 70 <= len(VIETNAMESE.prompts) <= 90
    assert len(WORDS) == len(VIETNAMESE.prompts) == len(set(WORDS.values()))
    assert {one.use for one in VIETNAMESE.prompts} == {"call", "screen"}
