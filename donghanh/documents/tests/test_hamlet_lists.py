"""The list for a hamlet's head: person, day, place, what to bring; read back from the PDF."""

from __future__ import annotations

from donghanh.documents.service import HamletPaper, HamletRow, hamlet_list
from tests.people import MONDAY_NINE

from .samples import words_of

ROWS = (
    HamletRow(
        "bà Tư Ví Dụ, nhà cạnh đình",
        "Mời đến thứ Năm, 26/11/2026, mang phiếu hẹn.",
        "Trung tâm xã Vĩnh Thuận",
    ),
    HamletRow("ông Hai Thí Dụ", "Mời đến ngày làm việc gần nhất.", "Trung tâm xã Vĩnh Thuận"),
)
PAPER = HamletPaper(
    "Trung tâm Phục vụ hành chính công xã Vĩnh Thuận",
    "xã Vĩnh Thuận, tỉnh An Giang",
    "Ấp Ví Dụ",
    "Trưởng ấp",
    12,
    MONDAY_NINE,
    ROWS,
)


def test_it_says_who_when_where_and_what_to_bring() -> None:
    words = words_of(hamlet_list(PAPER))
    said = (
        "Trưởng ấp – Ấp Ví Dụ",
        "bà Tư Ví Dụ",
        "thứ Năm",
        "26/11/2026",
        "ngày làm việc",
        "phiếu hẹn",
    )
    assert [one for one in said if one not in words] == []
