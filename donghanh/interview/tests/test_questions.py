"""Each type of question: what is kept, what is refused and how it is told."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.interview import questions
from donghanh.interview.records import Choice, Fault, Question, Raw, Value

from .samples import KNOWN

FIELDS = (
    Question("ten", "name", "Tên?", "", "", "", None),
    Question("nam", "date", "Năm?", "", "", "", None, partial=True, optional=True),
)


def asked(kind: str, *, partial: bool = False) -> Question:
    choices = (Choice("co", "Có ạ"), Choice("khong", "Không ạ"))
    papers = (Choice("can_cuoc", "Căn cước"), Choice("khong_co", "Không có"))
    return Question(
        "q", kind, "Hỏi gì ạ?", "", "", "", None,
        choices=papers if kind == "document" else choices,
        parts=("number", "issued_by", "issued_on"), fields=FIELDS, people_max=2, partial=partial,
    )  # fmt: skip


def parse(kind: str, raw: Raw, *, partial: bool = False) -> Value | Fault:
    return questions.of(kind).parse(raw, asked(kind, partial=partial), KNOWN)


KEPT = [
    ("text", "  Nhà <b>số</b> 3 😀\n\nទី ", "Nhà <b>số</b> 3 😀; ទី"),
    ("name", "y bhir Êban", "y bhir Êban"),
    ("name", unicodedata.normalize("NFD", "Đặng Thuỷ Ngữ"), "Đặng Thuỷ Ngữ"),
    ("name", "ថាច់ សុខា", "ថាច់ សុខា"),
    ("date", "29.2.2024", "29/02/2024"),
    ("date", "ngày 5 tháng 3 năm 2026", "05/03/2026"),
    ("date", "05032026", "05/03/2026"),
    ("date", {"day": "5", "month": "3", "year": "2026"}, "05/03/2026"),
    ("id_number", "001 088 000 000", "001088000000"),
    ("id_number", "012345678", "Chứng minh nhân dân số 012345678"),
    ("phone", "+84 900 000 000", "0900 000 000"),
    ("phone", "02973 000 000", "0297 300 0000"),
    ("choice", "khong", "Không ạ"),
    ("yes_no", "có ạ", "Có ạ"),
    ("number", "1.200", "1200"),
    ("money", "1,5 triệu", "1.500.000 đồng"),
    ("money", "500 nghìn đồng", "500.000 đồng"),
    ("money", "500.000đ", "500.000 đồng"),
    ("address", "ấp Ví Dụ, vinh thuan, an giang", "ấp Ví Dụ, Xã Vĩnh Thuận, Tỉnh An Giang"),
    ("address", "cam giang, hai phong", "cam giang, hai phong"),
    ("address", "ấp Cũ, huyện Cũ, Rạch Giá", "ấp Cũ, huyện Cũ, Rạch Giá"),
    ("address", {"province": "An Giang", "commune": "Vĩnh Thuận", "place": ""},
     "Xã Vĩnh Thuận, Tỉnh An Giang"),
    ("document", {"paper": "khong_co"}, "Không có"),
    ("document", {"paper": "can_cuoc", "number": "001088000000", "issued_on": "1/2/2022"},
     "Căn cước số 001088000000 cấp ngày 01/02/2022"),
    ("people", ({"ten": "An Ví Dụ", "nam": ""}, {"ten": " ", "nam": ""}), "1. An Ví Dụ"),
]  # fmt: skip
REFUSED = [
    ("text", "", "Chưa có"), ("text", "a" * 10_000, "dài 10000"), ("text", "a\0b", "điều khiển"),
    ("text", {"a": "b"}, "bằng chữ"), ("text", "\u202eđảo", "điều khiển"),
    ("name", "<b>An</b> 1", "ký tự lạ: 1 < >"), ("name", "--", "chưa có chữ"),
    ("name", "", "Chưa có"), ("date", "", "Chưa có"), ("date", {"day": "", "year": ""}, "Chưa có"),
    ("date", "29/2/2026", "không có ngày 29"), ("date", "5/13/2026", "tháng 13"),
    ("date", "5/3/26", "bốn chữ số"), ("date", "1/1/1492", "Năm 1492"), ("date", "3/1950", "thiếu"),
    ("date", "hôm qua", "Không đọc"), ("date", {"day": "5", "year": "1950"}, "thiếu tháng"),
    ("date", "٥/٣/٢٠٢٦", "Không đọc"), ("id_number", "0010880", "7 chữ số"),
    ("id_number", "00108800000O", "chỉ có chữ số"), ("phone", "900000000", "số 0"),
    ("phone", "090000000", "9 chữ số"), ("phone", "", "Chưa có"), ("choice", "", "Chưa có"),
    ("choice", "có lẽ", "Không có câu"), ("number", "hai", "chỉ có chữ số"),
    ("number", "9" * 10, "lớn quá"), ("money", "nhiều lắm", "Không đọc"), ("money", "", "Chưa có"),
    ("money", "1,5", "lẻ"), ("money", "9" * 20, "lớn quá"),
    ("address", {"province": "", "commune": ""}, "Chưa có"), ("address", "", "Chưa có"),
    ("address", {"province": "Xa Lạ", "commune": "X"}, "tỉnh này"),
    ("address", {"province": "An Giang", "commune": "Xa Lạ"}, "không có xã"),
    ("address", {"words": "a\0"}, "điều khiển"),
    ("address", {"province": "An Giang", "commune": "Vĩnh Thuận", "place": "\0"}, "điều khiển"),
    ("document", {"paper": "khac"}, "Không có câu"), ("document", "can_cuoc", "thiếu số"),
    ("document", {"paper": "can_cuoc", "number": "012345678"}, "12 chữ số"),
    ("document", {"paper": "can_cuoc", "number": "001088000000", "issued_on": "1"}, "bốn chữ số"),
    ("people", "An", "Chưa có"), ("people", ({"ten": "A1"},), "ký tự lạ"), ("people", (), "Chưa"),
    ("people", ({"ten": "A"},) * 3, "2 người, ở đây có 3"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "raw", "shown"), KEPT)
def test_kept(kind: str, raw: Raw, shown: str) -> None:
    value = parse(kind, raw)
    assert not isinstance(value, Fault), value
    assert questions.of(kind).show(value, asked(kind)) == shown
    assert parse(kind, value) == value, "what is kept is read again as itself"


@pytest.mark.parametrize(("kind", "raw", "wrong"), REFUSED)
def test_refused(kind: str, raw: Raw, wrong: str) -> None:
    fault = parse(kind, raw)
    assert isinstance(fault, Fault), fault
    assert wrong in fault.wrong and fault.remedy


@pytest.mark.parametrize(
    ("kind", "raw", "said"),
    [
        ("date", "5/3/1958", "ngày năm tháng ba năm một nghìn chín trăm năm mươi tám"),
        ("id_number", "012345678",
         "Chứng minh nhân dân số không một hai, ba bốn năm, sáu bảy tám"),
        ("phone", "0900000000", "không chín không không, không không không, không không không"),
        ("money", "500000", "năm trăm nghìn đồng"),
        ("number", "21", "hai mươi mốt"),
        ("document", {"paper": "can_cuoc", "number": "000000000001", "issued_on": "1/2/2022"},
         "Căn cước, số không không không, không không không, không không không, không không một, "
         "cấp ngày một tháng hai năm hai nghìn không trăm hai mươi hai"),
    ],
)  # fmt: skip
def test_spoken(kind: str, raw: Raw, said: str) -> None:
    value = parse(kind, raw)
    assert not isinstance(value, Fault)
    assert questions.of(kind).spoken(value, asked(kind)) == said


def test_boxes_of_dates_money_and_papers() -> None:
    date = questions.of("date")
    assert date.boxes("1950-03", asked("date"))["in_words"].startswith("Tháng ba năm")
    assert date.boxes("2026-03-05", asked("date"))["day"] == "05"
    assert questions.of("money").boxes(1000, asked("money"))["in_words"] == "Một nghìn đồng"
    none = questions.of("document").boxes({"paper": "khong_co"}, asked("document"))
    assert none == {"khong_co": "x"}
    assert questions.people_rows(({"ten": "An"},), asked("people")) == ({"ten": "An", "nam": ""},)


def test_the_old_cards_number_is_no_identifier() -> None:
    """It stands with its own name, and the box of the identifier stays empty."""
    number, paper = questions.of("id_number"), questions.of("document")
    assert number.boxes("001088000000", asked("id_number"))["identifier"] == "001088000000"
    assert number.boxes("012345678", asked("id_number")).keys() == {""}
    card = {"paper": "can_cuoc", "number": "001088000000"}
    assert paper.boxes(card, asked("document"))["identifier"] == "001088000000"
    holds = replace(asked("document"), choices=(Choice("cmnd", "Chứng minh nhân dân"),))
    old = paper.boxes({"paper": "cmnd", "number": "012345678"}, holds)
    assert old["number"] == "Chứng minh nhân dân số 012345678" and "identifier" not in old


def test_the_units_of_the_country() -> None:
    """34 provinces, 3,321 communes (both lists agree on the numbers), none twice in a province."""
    names = {one.name: one.communes for one in KNOWN.provinces}
    assert (len(names), sum(map(len, names.values()))) == (34, 3321)
    assert all(len(set(communes)) == len(communes) for communes in names.values())
    assert "Xã Vĩnh Thuận" in names["Tỉnh An Giang"]
    assert "Xã Lạc Phượng" in names["Thành phố Hải Phòng"]


anything = st.text(st.characters(codec=None), max_size=60) | st.sampled_from(
    [str(raw) for _, raw, _ in KEPT]
)
raws = anything | st.dictionaries(
    st.sampled_from(["day", "month", "year", "place", "province", "commune", "words", "paper"]),
    anything,
    max_size=4,
)


@settings(max_examples=150)
@given(st.sampled_from(sorted(questions.KINDS)), raws, st.booleans())
def test_anything_is_kept_whole_or_refused_plainly(kind: str, raw: Raw, partial: bool) -> None:
    value = parse(kind, raw, partial=partial)
    if isinstance(value, Fault):
        assert value.wrong and value.remedy
        return
    shown = questions.of(kind).show(value, asked(kind))
    assert shown and unicodedata.is_normalized("NFC", shown)
    assert parse(kind, value, partial=partial) == value
    assert questions.of(kind).spoken(value, asked(kind))
    assert "" in questions.of(kind).boxes(value, asked(kind)) or value == {"paper": "khong_co"}
