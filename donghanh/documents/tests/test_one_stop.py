"""The seven forms of a one-stop office, both prints read back field by field."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pdfua
import pytest

from donghanh.documents import service as documents

from .form_samples import MM, bare, missing, of_docx
from .one_stop_samples import HEAD, MATTER, NO_HOUR, SHEETS, WANTED
from .samples import ALL_LETTERS, AT, HACK, opened, words_of

NUMBERS = tuple(WANTED)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_field_stands_in_its_order_in_both_prints(number: str, tmp_path: Path) -> None:
    form = documents.one_stop_form(SHEETS[number])
    pdf, word = documents.form_pdf(form, at=AT), documents.form_docx(form, at=AT)
    assert missing(bare(words_of(pdf)), WANTED[number]) == []
    assert missing(of_docx(word), WANTED[number]) == []
    (tmp_path / "form.pdf").write_bytes(pdf)
    assert [str(one) for one in pdfua.validate(str(tmp_path / "form.pdf")).findings] == []
    assert f"Mẫu số {number}, Phụ lục I" in words_of(pdf)
    facts = (b"/Lang(vi-VN)", b"/StructTreeRoot", b"/MarkInfo<</Marked true", b"pdfuaid")
    assert [fact for fact in facts if fact not in pdf] == []
    with opened(pdf) as document:
        assert document.get_metadata_dict()["Title"] == form.title and document.is_tagged()


def test_empty_ones_are_a_page_each_and_say_nothing_of_anybody() -> None:
    for number, form in zip(NUMBERS, documents.empty_one_stop_forms(HEAD), strict=True):
        assert form.form_id == f"mot_cua_mau{number}"
        with opened(documents.form_pdf(form, at=AT)) as document:
            assert len(document) == 1, number
            text = " ".join(document[0].get_textpage().get_text_bounded().split())
        assert "None" not in text and "Nguyễn" not in text, number


def test_every_page_says_that_nobody_compared_it() -> None:
    for number, sheet in SHEETS.items():
        words = words_of(documents.form_pdf(documents.one_stop_form(sheet), at=AT))
        only_title = "chỉ biết tên" in words
        assert only_title == (number == "05")
        assert only_title or words.count("chưa đối chiếu với Phụ lục I Thông tư 03/2025") == 2


def test_a_proxy_is_asked_for_on_an_empty_receipt_only() -> None:
    empty = documents.empty_one_stop_forms(HEAD)[0]
    assert "(Trường hợp ủy quyền" in words_of(documents.form_pdf(empty, at=AT))
    alone = documents.one_stop_form(documents.ReceiptSheet(HEAD, MATTER))
    words = words_of(documents.form_pdf(alone, at=AT))
    assert "ủy quyền" not in words and "Thời gian nhận hồ sơ: …… giờ …… phút, ngày ……" in words


def test_a_day_without_an_hour_has_dots_for_it() -> None:
    late = documents.ApologySheet(HEAD, replace(MATTER, decides=""), due_at=NO_HOUR)
    words = words_of(documents.form_pdf(documents.one_stop_form(late), at=AT))
    assert "…… giờ …… phút, ngày 07 tháng 12 năm 2026" in words
    assert "Trung tâm Phục vụ hành chính công xin lỗi Ông/Bà/Tổ chức" in words


def test_the_register_lies_on_its_long_side_with_a_common_head() -> None:
    form = documents.one_stop_form(SHEETS["07"])
    pdf = documents.form_pdf(form, at=AT)
    assert words_of(pdf).count("Nhận và trả kết quả") == 1
    with opened(pdf) as document:
        assert document[0].get_size() == pytest.approx((297 * MM, 210 * MM), abs=0.1)
    word = docx.Document(BytesIO(documents.form_docx(form, at=AT)))
    page = word.sections[0].page_width
    assert page is not None and round(page.mm) == 297
    head = word.tables[1].rows[0].cells
    assert [head[place].text for place in (0, 6, 10)] == ["STT", *["Nhận và trả kết quả"] * 2]
    assert word.tables[1].rows[1].cells[10].text == "Ký nhận"


def test_a_long_list_never_loses_a_line() -> None:
    lines = tuple(f"Giấy thứ {number}" for number in range(1, 61))
    told = documents.SupplementSheet(HEAD, MATTER, lines)
    words = words_of(documents.form_pdf(documents.one_stop_form(told), at=AT))
    assert all(f"{number}. {line}" in words for number, line in enumerate(lines, 1))


@pytest.mark.parametrize("words", [ALL_LETTERS, HACK])
def test_every_letter_and_nothing_as_markup(words: str) -> None:
    told = documents.one_stop_form(documents.RefusalSheet(HEAD, MATTER, words))
    assert words in words_of(documents.form_pdf(told, at=AT))


def test_names_of_who_signs_are_level() -> None:
    form = documents.one_stop_form(SHEETS["01"])
    page = opened(documents.form_pdf(form, at=AT))[0]
    text = page.get_textpage()
    tops = [_top_of(text, name) for name in ("Trần Văn Thử", "Nguyễn Thị Ví Dụ")]
    assert tops[0] == pytest.approx(tops[1], abs=1)


def _top_of(text: object, words: str) -> float:
    """Return how high the last of some words stands on its page, in points."""
    search, place = text.search(words), 0  # type: ignore[attr-defined]
    while found := search.get_next():
        place = found[0]
    return float(text.get_charbox(place)[3])  # type: ignore[attr-defined]
