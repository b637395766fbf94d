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


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (9999, "chín nghìn chín trăm chín mươi chín"),
        (10_000, "mười nghìn"),
        (540_000, "năm trăm bốn mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_050_300, "hai triệu không trăm năm mươi nghìn ba trăm"),
        (3_000_000_000, "ba tỷ"),
    ],
)
def test_amounts(number: int, words: str) -> None:
    assert rules.amount_words(number) == words


@pytest.mark.parametrize("number", [-1, 10**12])
def test_amounts_nobody_reads(number: int) -> None:
    with pytest.raises(ValueError, match="million"):
        rules.amount_words(number)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mức 540.000 đồng.", "Mức năm trăm bốn mươi nghìn đồng."),
        ("từ 01/7/2026", "từ ngày một tháng bảy năm hai nghìn không trăm hai mươi sáu"),
        ("từ ngày 01/3", "từ ngày một tháng ba"),
        ("Nhận con (mã 1.000689).", "Nhận con."),
        ("Giấy tờ (căn cước, CCCD)", "Giấy tờ, căn cước, căn cước công dân"),
        ("Mở VNeID sau 15 giờ", "Mở vê nờ e i đê sau mười lăm giờ"),
        ("Mã 1234567890123", "Mã một hai ba bốn năm sáu bảy tám chín không một hai ba"),
        ("  ", ""),
    ],
)
def test_what_a_voice_reads(text: str, words: str) -> None:
    assert rules.spoken(text) == words


def test_slow_readers_have_time() -> None:
    assert rules.seconds_to_read("Vâng.") == rules.READING_SECONDS_MIN
    assert rules.seconds_to_read("một hai ba bốn năm sáu bảy tám chín mười") == 5.0
