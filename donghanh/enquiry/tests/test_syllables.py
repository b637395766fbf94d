"""Spelling: tone placement, raw keystrokes, sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry.syllables import Speller, marked_key, plain_key, sound_key
from donghanh.enquiry.words import words

SPELLER = Speller(words().onsets, words().rhymes)


def test_old_and_new_tone_placement_are_one() -> None:
    for old, new in (("hoà", "hòa"), ("thuỷ", "thủy"), ("Tuỳ", "tùy"), ("uỷ", "ủy")):
        assert marked_key(old) == marked_key(new)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "đăng"), ("kys", "ký"), ("giaasy", "giấy"), ("lafm", "làm"),
        ("chuwngs", "chứng"), ("thuwcj", "thực"), ("dduwowngf", "đường"), ("muaw", "mưa"),
        ("d9a8ng", "đăng"), ("ky1", "ký"), ("gia6y1", "giấy"), ("duong972", "đường"),
        ("d9uo7ng2", "đường"), ("khoong", "không"), ("sinhh", "sinh"), ("ct07", "ct07"),
        ("w", "ư"), ("ddd", "ddd"), ("u7", "ư"), ("76", "76"), ("con", "con"), ("e6m", "êm"),
    ],
)  # fmt: skip
def test_raw_keystrokes_are_undone(typed: str, meant: str) -> None:
    assert SPELLER.undo_keystrokes(typed) in (meant, marked_key(meant))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lop", "nop"), ("trich", "chit"), ("xo", "so"), ("day", "giay"), ("cang", "can"),
        ("thuc", "thut"), ("vo", "do"), ("quan", "cuan"), ("ky", "ki"), ("nghi", "ngi"),
    ],
)  # fmt: skip
def test_what_regions_merge_sounds_alike(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@given(st.text(max_size=12))
def test_any_word_has_keys(word: str) -> None:
    assert isinstance(marked_key(word) + plain_key(word) + sound_key(plain_key(word)), str)
    assert isinstance(SPELLER.undo_keystrokes(word), str)


@given(st.text(alphabet="abcdeghiklmnopqrstuvxywfjz0123456789", max_size=12))
def test_undoing_gives_a_syllable_or_leaves_the_word(word: str) -> None:
    undone = SPELLER.undo_keystrokes(word)
    assert undone == word or SPELLER.is_syllable(undone) or SPELLER.is_plain(undone)
