from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.speech import rules


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"),
        (15, "mười lăm"), (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"),
        (25, "hai mươi lăm"), (100, "một trăm"), (101, "một trăm linh một"),
        (105, "một trăm linh năm"), (110, "một trăm mười"), (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"), (1000, "một nghìn"), (1200, "một nghìn hai trăm"),
        (1005, "một nghìn không trăm linh năm"), (1024, "một nghìn không trăm hai mươi tư"),
    ],
)  # fmt: skip
def test_numbers_are_read_in_the_official_style(number: int, words: str) -> None:
    assert rules.number_words(number) == words


def test_no_two_numbers_sound_alike() -> None:
    assert len({rules.number_words(number) for number in range(10_000)}) == 10_000


@given(st.integers().filter(lambda number: not 0 <= number <= 9999))
def test_other_numbers_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="9999"):
        rules.number_words(number)


def test_labels_are_read_with_their_letters() -> None:
    assert rules.label_words("A105") == "a một trăm linh năm"
    assert rules.label_words("UT-012") == "u tê mười hai"
    assert rules.label_words("A012", one_by_one=True) == "a không một hai"


def test_a_call_in_words() -> None:
    assert rules.call_words("105", 3) == "Mời số một trăm linh năm, đến quầy số ba"
    assert rules.call_words("105", 3, one_by_one=True) == "Mời số một không năm, đến quầy số ba"


@given(st.text())
def test_whatever_holds_no_number_is_never_spoken(text: str) -> None:
    if rules.LABEL.fullmatch(text) is None:
        with pytest.raises(ValueError, match="label"):
            rules.label_words(text)


@pytest.mark.parametrize("counter", [0, -1, 100])
def test_only_counters_are_called_to(counter: int) -> None:
    with pytest.raises(ValueError, match="counter"):
        rules.call_words("105", counter)
