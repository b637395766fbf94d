"""A loudspeaker never speaks a name, an ID, illness, poverty, marriage or parentage."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.speech.outlets import is_quiet, why_not_aloud
from donghanh.speech.prompts import languages
from donghanh.speech.rules import call_words

PRIVATE = {
    "name": ["Mời bà Tư đến quầy 3", "Mời Nguyễn Thị Ví Dụ", "Hồ sơ của ông Lê Văn Mẫu"],
    "id": ["Số định danh 001 099 000 001", "Gọi 0912 345 678", "Mã 123456"],
    "illness": ["Người khuyết tật đi lối này", "Xác nhận bệnh tâm thần", "Bà mang thai"],
    "poverty": ["Hộ nghèo đến quầy 2", "Nhận tiền Trợ cấp xã hội", "Hoàn cảnh khó khăn"],
    "marriage": ["Kết hôn", "Giấy độc thân", "Tình trạng hôn nhân", "Chồng bà đâu"],
    "parentage": ["Nhận cha, mẹ, con", "Trẻ mồ côi", "Con nuôi"],
}
PLAIN = [
    "Ông bà cần làm việc gì?", "Khai sinh", "Chứng thực bản sao", "Thẻ căn cước", "Tạm trú",
    "Tôi chưa biết", "Mời ngồi chờ. Nghe gọi số này thì đến quầy.", "Từ 80 tuổi",
    "Cần giúp, mời đến bàn hướng dẫn.", "Giờ nghỉ trưa đến 13 giờ 30.", "Quầy 3 tạm nghỉ",
]  # fmt: skip


@pytest.mark.parametrize(("what", "text"), [(w, t) for w, ts in PRIVATE.items() for t in ts])
def test_what_tells_of_a_person_is_named(what: str, text: str) -> None:
    assert what in why_not_aloud(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_for_all_may_be_heard_by_all(text: str) -> None:
    assert why_not_aloud(text) == ()


@given(st.integers(0, 9999), st.integers(1, 99))
def test_every_call_may_be_heard(number: int, counter: int) -> None:
    assert why_not_aloud(call_words(str(number), counter)) == ()


def test_every_prompt_of_the_studio_may_be_heard() -> None:
    private = [
        one.words for told in languages() for one in told.prompts if why_not_aloud(one.words)
    ]
    assert private == []


@given(st.text(max_size=30), st.sampled_from([t for ts in PRIVATE.values() for t in ts]))
def test_nothing_around_it_hides_it(around: str, private: str) -> None:
    assert why_not_aloud(f"{around} {private} {around}")


@pytest.mark.parametrize(
    ("wall", "start", "end", "quiet"),
    [
        ("12:00", "11:30", "13:30", True), ("13:30", "11:30", "13:30", False),
        ("23:00", "20:00", "06:00", True), ("05:59", "20:00", "06:00", True),
        ("12:00", "20:00", "06:00", False), ("12:00", "12:00", "12:00", False),
    ],
)  # fmt: skip
def test_quiet_hours_may_pass_midnight(wall: str, start: str, end: str, quiet: bool) -> None:
    hours = [time.fromisoformat(one) for one in (wall, start, end)]
    assert is_quiet(hours[0], hours[1], hours[2]) is quiet
    assert not is_quiet(hours[0], None, hours[2])
