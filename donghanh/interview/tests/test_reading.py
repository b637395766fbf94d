"""`form-check`: each kind of fault in a form's file is named by line, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghanh.base.content import ContentError
from donghanh.interview import library

BIRTH = library.FORMS / "khai_sinh.yaml"
TEXT = BIRTH.read_text(encoding="utf-8")
GIVEN_UP = "when: {tre.sinh_o: [tai_nha]}"
BROKEN = [
    ("fills: [tre.ho_ten]", "fills: [tre.ten]", "không có ô 'tre.ten'"),
    ("fills: [tre.ho_ten]", "fills: []", "ô 'tre.ho_ten' không câu nào điền"),
    ("part: in_words", "part: by_letters", "không có phần 'by_letters'"),
    (GIVEN_UP, "when: {tre.sinh_o: [o_dau]}", "tre.sinh_o không có 'o_dau'"),
    (GIVEN_UP, "when: {chu_ky: [ky]}", "điều kiện hỏi 'chu_ky'"),
    (GIVEN_UP, "when: {tre.sinh_o: [tai_nha], tre.gioi_tinh: []}", "không lối nào đến"),
    (GIVEN_UP, "when: [{tre.sinh_o: [tai_nha]}, {tre.sinh_o: []}]", "thứ 2 không bao giờ đúng"),
    ("Cháu bé sinh ngày nào ạ?", "Cháu bé " * 8, "câu hỏi dài 16 tiếng"),
    ("why: Ngày sinh phải đúng", "why: Ngày sinh" + " phải" * 25 + " đúng", "một câu dài"),
    ("picture: tram_y_te", "picture: hinh_la", "không có hình 'hinh_la'"),
    ("other: me.ngay_sinh", "other: me.ho_ten", "other: 'me.ho_ten'"),
    ("id: tuoi_me", "id: truoc_me", "kiểm tra 'truoc_me' có hai lần"),
    ("kind: between", "kind: days_ago", "days_ago chỉ dùng cho ngày"),
    ("kind: not_future", "kind: between", "between chỉ dùng cho số"),
    ("{id: khong, words: Không xin", "{id: thoi, words: Không xin", "yes_no cần đúng"),
    ("{id: nu, words", "{id: nam, words", "lựa chọn 'nam' trùng"),
    ("id: tre.que_quan\n", "id: tre.Quê\n", "viết chữ thường"),
    ("id: tre.que_quan\n", "id: tre.dan_toc\n", "'tre.dan_toc' có hai lần"),
    ("how: sign_or_fingerprint", "how: none", "hỏi cách ký mà"),
    ("type: signature", "type: text", "chưa có câu hỏi cách ký"),
    (
        "    questions:",
        "    gains: {words: A, when: {la: [x]}}\n    questions:",
        "điều kiện hỏi 'la'",
    ),
    ("card: me.name", "card: me.shoe", "card: 'me.shoe'"),
    ("card: me.name", "card: bac.name", "card: 'bac.name'"),
    ("    signing:", "    office: Nhà {ai}\n    signing:", "office: 'Nhà {ai}'"),
    ("    signing:", "    portal: {words: Ví Dụ, boxes: [la]}\n    signing:", "không có ô 'la'"),
    ("type: choice", "type: text", "loại text không có lựa chọn"),
    ("layout: chua_doi_chieu", "layout: giong_lam", "layout: 'giong_lam'"),
    ("valid_from: 2024-06-06", "valid_from: null", "valid_from chưa có ngày"),
    ("part: title", "part: titel", "part: 'titel'"),
    ("id: nguoi_yeu_cau.ten_ky, ", "id: tre.ho_ten, ", "ô 'tre.ho_ten' có hai lần"),
    ("id: khai_sinh", "id: khai_tu", "khác tên tệp"),
]


def checked(folder: Path, text: str) -> library.FormCheck:
    (folder / BIRTH.name).write_text(text, encoding="utf-8")
    return library.check(folder / BIRTH.name)


@pytest.mark.parametrize(("was", "put", "said"), BROKEN)
def test_a_fault_is_named(tmp_path: Path, was: str, put: str, said: str) -> None:
    assert was in TEXT
    found = checked(tmp_path, TEXT.replace(was, put, 1))
    named = [fault for fault in found.errors if said in fault.wrong + fault.remedy]
    assert named, [str(fault) for fault in found.errors]
    assert all(fault.line > 1 and fault.remedy for fault in named)


def test_hard_words_are_only_warned_of(tmp_path: Path) -> None:
    found = checked(tmp_path, TEXT.replace("ask: Cháu bé sinh ở", "ask: Nơi thụ lý sinh", 1))
    assert found.errors == () and "thụ lý" in found.warnings[0].wrong


def test_two_versions_on_one_day(tmp_path: Path) -> None:
    second = TEXT[TEXT.index("  - version:") :].replace("tt04-2024", "tt05-2027")
    assert "trùng ngày" in checked(tmp_path, TEXT + second).errors[0].wrong
    assert "chưa có bản" in checked(tmp_path, TEXT.split("  - version")[0]).errors[0].wrong


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "la.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError):
        library.check(tmp_path / "la.yaml")
