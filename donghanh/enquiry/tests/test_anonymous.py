"""What is kept of a question holds no person. All people here are plainly made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry.anonymous import GAP, without_persons
from donghanh.enquiry.unanswered import name_words

KNOWN = {"khai sinh", "giay khai", "mai tang", "bao hiem", "cao tuoi", "nguoi cao"}


def kept(text: str) -> str:
    return without_persons(text, name_words(), KNOWN.__contains__, letters_max=200)


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("tôi là Nguyễn Văn Ví Dụ, muốn tách hộ nghèo", "tôi là … muốn tách hộ nghèo"),
        ("ba tui ten la tran van vi du mat hom qua", "ba tui ten la … mat hom qua"),
        ("căn cước 079000000000, sđt 0900 000 000 hỏi gì", "căn cước … sđt … hỏi gì"),
        ("không chín không một hai ba gọi cho tôi", "… gọi cho tôi"),
        ("bà Lan ở ấp Ví Dụ xin giấy", "bà … ở ấp … xin giấy"),
        ("chị hoa bị mất thẻ", "chị … bị mất thẻ"),
        ("Lê Thị Ví Dụ xin lương hưu", "… xin lương hưu"),
        ("lê ngọc ví dụ", "…"),
        ("thư a.b@vi.du hỏi bảo hiểm", "thư … hỏi bảo hiểm"),
        ("em tên Hùng. Muốn làm giấy", "em tên … Muốn làm giấy"),
        ("xin giấy cho con Ví Dụ", "xin giấy cho con …"),
    ],
)
def test_persons_and_numbers_are_taken_out(said: str, stays: str) -> None:
    assert kept(said) == stays


@pytest.mark.parametrize(
    "said",
    [
        "làm Giấy Khai Sinh cho con",
        "LÀM GIẤY GÌ ĐỂ CON ĐI HỌC",
        "do văn phòng đất đai giữ sổ",
        "mai táng phí cho ba mai táng ở quê",
        "hỏi BHYT cho Người Cao tuổi",
        "bà nội muốn xin trợ cấp",
        "Vợ sinh. Chồng đi làm xa",
    ],
)
def test_words_of_procedures_stay(said: str) -> None:
    assert kept(said) == said


def test_no_more_than_a_sentence_stays() -> None:
    assert len(kept("xin giấy " * 200)) <= 200


@given(st.text(max_size=120))
def test_no_digit_ever_stays_and_twice_is_once(said: str) -> None:
    once = kept(said)
    assert not any(letter.isdigit() for letter in once)
    assert f"{GAP} {GAP}" not in once
    assert once.isprintable()
