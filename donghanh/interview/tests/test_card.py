"""The identity card's code: both layouts, mangled, damaged, wrong; whatever comes, no crash."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.interview import card, card_typing
from donghanh.interview.records import Fault

OLD = "001090000000|012345678|Nguyễn Văn Ví Dụ|05031990|Nam|Ấp Ví Dụ, Vĩnh Thuận|15042021"
MEANT = card.Card(
    "001090000000", "Nguyễn Văn Ví Dụ", "1990-03-05", "Nam", "Ấp Ví Dụ, Vĩnh Thuận", "2021-04-15"
)


@pytest.mark.parametrize(
    "scanned",
    [
        OLD,
        OLD + "\r\n",
        OLD.replace("012345678", ""),
        OLD + "||Trần Văn Cha|Lê Thị Mẹ|",
        unicodedata.normalize("NFD", OLD),
        OLD.encode().decode("latin-1").replace("\x85", "\u2026"),
    ],
)
def test_a_card_is_read(scanned: str) -> None:
    read = card.read(scanned)
    assert isinstance(read, card.Card)
    same = ("number", "name", "born", "sex", "residence", "issued_on")
    assert [getattr(read, part) for part in same] == [getattr(MEANT, part) for part in same]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nguyeenx Vawn Dux", "Nguyễn Văn Dũ"),
        ("Nguyeenx Vawn An", "Nguyễn Văn An"),
        ("Nguye6n4 Va8n An", "Nguyễn Văn An"),
        ("NGUYEENX THIJ HOAF", None),
        ("DDoox Thij Hueej", "Đỗ Thị Huệ"),
        ("Hoafng Thuyr Quyeenf", None),
        ("HOAFNG QUYEENF", "HOÀNG QUYỀN"),
        ("Vox Thij Lans", None),
        ("Y Bhir Ros", None),
        ("NGUYEN VAN AN", "NGUYEN VAN AN"),
        ("K'Sor Blơr", "K'Sor Blơr"),
        ("Nguy?n V?n An", None),
        ("Nguy\ufffdn An", None),
    ],
)
def test_only_what_is_certain_is_put_right(typed: str, meant: str | None) -> None:
    assert card_typing.repaired(typed) == meant


def test_what_was_repaired_or_left_out_is_told() -> None:
    read = card.read("001090000000||Nguyeenx Vawn An|05031990|N?|Ấp ?|15042021")
    assert isinstance(read, card.Card)
    assert (read.repaired, read.doubtful) == (("name",), ("sex", "residence"))
    assert (read.name, read.sex, read.residence) == ("Nguyễn Văn An", "", "")


@pytest.mark.parametrize(
    ("scanned", "wrong"),
    [
        ("https://vneid.gov.vn/qr?x=1", "VNeID"),
        ("eyJhbGciOiJIUzI1NiJ9.e30.abcdefghijkl", "VNeID"),
        ("00020101021138540010A000000727", "chuyển tiền"),
        ("001090000000", "không trọn vẹn"),
        ("001090000000|012345678|Nguyễn", "không trọn vẹn"),
        (OLD.replace("05031990", "31021990"), "không trọn vẹn"),
        (OLD.replace("05031990", "ngày"), "không trọn vẹn"),
        (OLD.replace("001090000000", "00109000000"), "không trọn vẹn"),
        (OLD.replace("Nguyễn Văn Ví Dụ", "Nguy?n"), "sai dấu"),
        ("xin chào", "không phải mã"),
        ("12345", "không phải mã"),
        ("a|b|c", "không phải mã"),
        ("x" * 3_000, "không phải mã"),
    ],
)
def test_what_is_no_card_is_refused_and_forgotten(scanned: str, wrong: str) -> None:
    fault = card.read(scanned)
    assert isinstance(fault, Fault)
    assert wrong in fault.wrong and fault.remedy
    assert "Nguyễn" not in repr(fault)


pieces = st.lists(st.text(max_size=12) | st.sampled_from(OLD.split("|")), max_size=15)


@given(pieces.map("|".join) | st.text())
def test_anything_scanned_is_a_card_or_a_plain_refusal(scanned: str) -> None:
    read = card.read(scanned)
    if isinstance(read, Fault):
        assert read.wrong and read.remedy
    else:
        assert len(read.number) == 12 and read.name
