"""Vietnamese text is stored, compared, sorted and counted in one way."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.money import dong
from donghanh.base.text import fold, nfc, sort_key, squeeze, syllable_count


def test_fold_takes_all_marks_off() -> None:
    assert fold("  Đăng   Ký khai SINH ") == "dang ky khai sinh"
    assert fold(unicodedata.normalize("NFD", "Giấy chứng tử Ệ")) == "giay chung tu e"


@given(st.text())
def test_fold_says_the_same_twice(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_are_one(text: str) -> None:
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(unicodedata.normalize("NFC", text))
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_invisible_marks_are_dropped() -> None:
    assert nfc("\ufeffkhai\u200b sinh") == "khai sinh"


def test_squeeze_leaves_single_spaces() -> None:
    assert squeeze(" khai \n\t sinh ") == "khai sinh"


def test_sorting_follows_the_dictionary() -> None:
    names = ["Đức", "Ánh", "Dũng", "Âu", "An", "Ăn", "Ân", "An Bình", "ả", "a", "à", "ã", "á", "ạ"]
    assert " ".join(sorted(names, key=sort_key)) == ("a à ả ã á ạ An An Bình Ánh Ăn Ân Âu Dũng Đức")


def test_unknown_letters_come_before_ours_and_do_not_break() -> None:
    assert sort_key("7") < sort_key("a")
    assert sort_key("") == ((), ())


def test_syllables_are_words_with_a_letter_or_digit() -> None:
    assert syllable_count("Làm giấy khai sinh – cho trẻ.") == 6
    assert syllable_count("  ") == 0


def test_money_has_dots_and_its_name() -> None:
    assert dong(12000) == "12.000 đồng"
    assert dong(0) == "0 đồng"
    assert dong(1234567) == "1.234.567 đồng"
