"""Reading: from any spelling to standard words, the aspect taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry.context import DIED, LOST
from donghanh.enquiry.phrases import CHARACTERS_MAX, TOKENS_MAX, PhraseTable, tokens_of
from donghanh.enquiry.reading import Reader
from donghanh.enquiry.words import words

READER = Reader(words())


def plain(text: str) -> str:
    return " ".join(token.plain for token in READER.question(text).tokens)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("xin cccd", "xin can cuoc"), ("làm khai sanh", "lam khai sinh"), ("hôn thú", "ket hon"),
        ("bổn sao", "ban sao"), ("giaykhaisinh", "giay khai sinh"),
        ("lm giấy ks", "lam giay khai sinh"),
        ("thi tuc khai sinh", "khai sinh"), ("nhập hộ khẩu", "nhap ho khau"),
        ("xác nhận hộ khẩu", "xac nhan ho khau"), ("mẹ 75 tuổi", "me tuoigia"),
        ("mẹ bảy mươi lăm tuổi", "me tuoigia"), ("con hai tuổi", "con tuoinho"),
        ("cháu mười hai tuổi", "chau tuoithieunien"), ("tôi 35 tuổi", "tuoilon"),
        ("con 16 tuổi", "con tuoimuoibon"), ("mẹ tôi 75", "me tuoigia"),
        ("xao y bản chính", "chung thuc ban sao tu ban chinh"),
        ("đăng ký thường chú", "dang ky thuong tru"),
        ("kết hôn 1ai", "ket hon lai"), ("kh0a căn cước", "khoa can cuoc"),
        ("lô 75", "lo 75"), ("tuổi già", "nguoi gia"),
    ],
)  # fmt: skip
def test_reads_as_meant(typed: str, read: str) -> None:
    assert plain(typed) == read


@pytest.mark.parametrize(
    "said", ["ba tui mất hồi hôm", "bố mới mất", "người nhà mất", "bà nội tôi qua đời", "mất mẹ"]
)
def test_a_person_lost_is_a_death(said: str) -> None:
    assert DIED in READER.question(said).tokens


@pytest.mark.parametrize(
    "said",
    ["mẹ tôi mất căn cước", "con làm mất thẻ", "mất bao lâu", "tôi mất giấy khai sinh", "mật"],
)
def test_a_thing_lost_is_not(said: str) -> None:
    assert DIED not in READER.question(said).tokens


def test_a_thing_lost_and_a_price_are_told_apart() -> None:
    assert LOST in READER.question("mất giấy khai sinh").tokens
    assert LOST in READER.question("giấy khai sinh bị mất").tokens
    assert LOST not in READER.question("khai sinh mất mấy ngày").tokens


@pytest.mark.parametrize(
    ("said", "aspect"),
    [
        ("khai sinh bao nhiêu tiền", "le_phi"), ("khai sinh mất bao lâu", "thoi_han"),
        ("khai sinh ở đâu", "noi_nop"), ("khai sinh cần giấy tờ gì", "giay_to"),
        ("khai sinh mần ở mô", "noi_nop"), ("khai sinh làm online", "truc_tuyen"),
        ("xin mẫu đơn tạm trú", "mau_don"), ("khai sinh", None),
        ("khai sinh theo luật nào", "can_cu"), ("các bước khai sinh", "cac_buoc"),
        ("khai sinh can giay to gi", "giay_to"),
    ],
)  # fmt: skip
def test_hears_what_is_asked_about_it(said: str, aspect: str | None) -> None:
    assert READER.question(said).aspect == aspect


def test_the_same_with_and_without_marks() -> None:
    for said, bare in (("đăng ký tạm trú", "dang ky tam tru"), ("sổ đỏ", "so do")):
        assert plain(said) == plain(bare)


def test_what_words_imply_is_kept_apart() -> None:
    meanings = READER.question("làm sổ đỏ").meanings
    assert any("quyen" in [token.plain for token in meaning] for meaning in meanings)


def test_longest_phrase_wins_and_empty_ones_are_left_out() -> None:
    table = PhraseTable.of([("", "none"), ("căn", "short"), ("căn cước", "long")])
    found = table.found(tokens_of("mất căn cước"))
    assert [(place, phrase.value) for place, phrase in found] == [(1, "long")]
    assert list(table.anywhere(tokens_of("căn cước"))) == ["long", "short"]


def test_one_word_must_match_mark_for_mark() -> None:
    table = PhraseTable.of([("cần", "")])
    assert not table.found(tokens_of("can"))
    assert not table.found(tokens_of("căn"))


@given(st.text(max_size=300))
def test_reading_never_fails_and_stays_small(text: str) -> None:
    reading = READER.question(text)
    assert len(reading.heard) <= CHARACTERS_MAX
    assert len(reading.tokens) <= TOKENS_MAX * 8
    assert all(token.plain for token in reading.tokens)
