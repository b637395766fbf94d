"""The sheet for going in another's place, read back."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pdfua
import pytest

from donghanh.documents import service as documents

from .samples import ALL_LETTERS, AT, HACK, opened, words_of


def sheet(**changes: object) -> documents.AuthorisationSheet:
    given: dict[str, object] = {
        "centre_name": "Trung tâm Phục vụ hành chính công",
        "commune": "xã Vĩnh Thuận, tỉnh An Giang",
        "procedure": "Xin giấy xác nhận độc thân",
        "code": "1.004873",
        "signing": "plain",
        "rule_words": "Nhờ người nhà thì giấy không phải chứng thực.",
        "issued_at": AT,
        "law": "Luật thử Đ.6",
        "revision": 12,
    }
    return documents.AuthorisationSheet(**(given | changes))  # type: ignore[arg-type]


def words(**changes: object) -> str:
    return words_of(documents.authorisation_sheet(sheet(**changes)))


def test_the_sheet_says_what_who_and_by_which_law() -> None:
    said = words(relation="Con")
    for expected in (
        "GIẤY ỦY QUYỀN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Xin giấy xác nhận độc thân",
        "(mã 1.004873)", "1. Người nhờ (bên ủy quyền)", "2. Người đi thay", "người nhờ: Con",
        "và nhận kết quả", "(Luật thử Đ.6)", "không phải mẫu bắt buộc", "Bản nội dung số 12",
        "In ngày 20/11/2026", "điểm chỉ",
    ):  # fmt: skip
        assert expected in said


@pytest.mark.parametrize(
    ("signing", "expected", "never"),
    [
        ("plain", "Giấy này không phải chứng thực.", "Lời chứng"),
        ("certified", "Chưa ký ở nhà.", "không phải chứng thực."),
        ("ask", "Hỏi cán bộ trước khi ký.", "Lời chứng"),
    ],
)
def test_how_it_is_signed_is_said(signing: str, expected: str, never: str) -> None:
    said = words(signing=signing, rule_words="", certifying_fee="")
    assert expected in said and never not in said


def test_certifying_has_room_and_its_price() -> None:
    said = words(signing="certified", certifying_fee="10.000 đồng cho một giấy")
    assert "Tiền chứng thực: 10.000 đồng cho một giấy." in said and "Lời chứng" in said


def test_only_filing_where_the_result_cannot_be_collected() -> None:
    assert "và nhận kết quả" not in words(collects=False)


def test_it_has_no_place_for_a_person() -> None:
    names = {field.name for field in fields(documents.AuthorisationSheet)}
    assert not names & {"name", "full_name", "personal_number", "address", "phone"}


@pytest.mark.parametrize("signing", ["plain", "certified", "ask"])
def test_it_is_tagged_one_page_and_keeps_every_letter(signing: str, tmp_path: Path) -> None:
    given = sheet(signing=signing, procedure="Xin giấy", rule_words=f"{ALL_LETTERS} {HACK}")
    pdf = documents.authorisation_sheet(given)
    (tmp_path / "sheet.pdf").write_bytes(pdf)
    assert [str(one) for one in pdfua.validate(str(tmp_path / "sheet.pdf")).findings] == []
    with opened(pdf) as document:
        assert len(document) == 1
    assert ALL_LETTERS in words_of(pdf) and HACK in words_of(pdf)
    assert pdf == documents.authorisation_sheet(given)
