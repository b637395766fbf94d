from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.documents import rules

from .samples import ALL_LETTERS


def test_the_whole_alphabet_is_printed_as_it_is() -> None:
    assert rules.printable(ALL_LETTERS) == ALL_LETTERS
    assert rules.printable(unicodedata.normalize("NFD", ALL_LETTERS)) == ALL_LETTERS


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Tōkyō", "Tokyo"), ("漢", "?"), ("a\u200bb\x07", "ab"), ("a\u2011b", "a-b"), ("a\tb", "a b")],
)
def test_what_the_fonts_lack_is_never_a_box(typed: str, printed: str) -> None:
    assert rules.printable(typed) == printed


@given(st.text())
def test_only_printable_letters_come_out(text: str) -> None:
    printed = rules.printable(text)
    assert set(printed) <= rules.PRINTABLE
    assert rules.printable(printed) == printed


FORM_TEXT = st.text(st.sampled_from("aầĐČŏ 3-\t\u2011\u200bក李🙂\u0301"))


@given(FORM_TEXT)
def test_what_is_said_to_print_whole_loses_nothing(text: str) -> None:
    """Only marks that nobody sees may go; dashes and spaces of another kind become ours."""
    printed = rules.printable(text, rules.FORM_PRINTABLE)
    seen = unicodedata.normalize("NFC", text).replace("\u200b", "")
    kept = seen.replace("\t", " ").replace("\u2011", "-")
    assert (printed == kept) == rules.prints_whole(text, rules.FORM_PRINTABLE)


def test_dates_as_people_and_as_papers_say_them() -> None:
    day = date(2027, 2, 5)
    assert rules.weekday(day) == "thứ Sáu"
    assert rules.weekday(date(2026, 11, 22)) == "Chủ nhật"
    assert rules.date_figures(day) == "05/02/2027"
    assert rules.official_date(day) == "ngày 05 tháng 02 năm 2027"
    assert rules.official_date(date(2026, 3, 9)) == "ngày 09 tháng 3 năm 2026"


def test_times_as_people_and_as_papers_say_them() -> None:
    at_eight = datetime(2026, 12, 7, 8, 0, tzinfo=UTC)
    assert rules.clock_words(at_eight) == "8 giờ"
    assert rules.clock_words(datetime(2026, 12, 7, 15, 5, tzinfo=UTC)) == "15 giờ 05"
    assert rules.official_moment(at_eight) == "08 giờ 00 phút, ngày 07 tháng 12 năm 2026"


@given(st.dates(), st.dates())
def test_a_difference_is_told_when_there_is_one(ours: date, official: date) -> None:
    words = rules.difference_words(ours, official)
    assert bool(words) == (ours != official)
    assert ("muộn hơn" in words) == (official > ours)
    assert ("sớm hơn" in words) == (official < ours)


def test_no_difference_without_both_days() -> None:
    assert rules.difference_words(None, date(2026, 12, 7)) == ""
    assert rules.difference_words(date(2026, 12, 7), None) == ""


def test_codes_and_lists_for_reading_aloud() -> None:
    assert rules.code_groups("C4D7HK") == "C4D 7HK"
    assert rules.code_groups("C4D7") == "C4D 7"
    assert rules.sentence_list(("phiếu này", "Căn cước")) == "Phiếu này; Căn cước"
    assert rules.sentence_list(()) == ""
