"""Form prints as DOCX, read back."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from donghanh.documents import service as documents
from donghanh.documents.docx_styles import INSTEAD, LETTERS

from .form_samples import IN_ORDER, filled, form, missing, of_docx, part_of
from .samples import ALL_LETTERS, AT, HACK


def test_every_part_stands_in_the_same_order_as_in_the_pdf() -> None:
    text = of_docx(documents.form_docx(form(), at=AT))
    assert missing(text, IN_ORDER) == []
    assert text.count("X") == 5 and text.count("điểmchỉ") == 1


@pytest.mark.parametrize("words", [ALL_LETTERS, HACK, "李 Ví Dụ 🙂 <w:p>&amp;"])
def test_every_letter_stays_as_it_was_given(words: str) -> None:
    document = docx.Document(BytesIO(documents.form_docx(filled(words), at=AT)))
    assert document.paragraphs[1].text.rstrip() == f"Ô: {words}"


def test_lines_stay_and_what_xml_forbids_goes() -> None:
    document = docx.Document(BytesIO(documents.form_docx(filled("một\nhai\x00\x1b"), at=AT)))
    assert document.paragraphs[1].text.rstrip() == "Ô: một\nhai"


def test_it_can_be_edited_styles_tabs_tables_squares() -> None:
    made = documents.form_docx(form(layout_compared=False), at=AT)
    document = docx.Document(BytesIO(made))
    used = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert {"Bản nháp", "Quốc hiệu", "Heading 1", "Heading 2", "Dòng khai", "Chú thích"} <= {*used}
    (line,) = (one for one in document.paragraphs if one.text.startswith("Họ tên:"))
    (stop,) = line.paragraph_format.tab_stops
    assert stop.leader is not None and stop.leader.name == "DOTS" and stop.position.mm > 164
    assert [len(table.columns) for table in document.tables] == [13, 3, 4, 3, 1, 2]
    assert part_of(made, "word/document.xml").count(b"<w14:checkbox>") == 8


def test_page_letters_language_and_record() -> None:
    made = documents.form_docx(form(layout_compared=False), at=AT)
    document = docx.Document(BytesIO(made))
    section = document.sections[0]
    sizes = (
        section.page_width, section.page_height, section.left_margin, section.right_margin,
    )  # fmt: skip
    assert [round(size.mm) for size in sizes if size] == [210, 297, 30, 15]
    assert document.styles["Normal"].font.name == LETTERS
    assert f'w:altName w:val="{INSTEAD}"'.encode() in part_of(made, "word/fontTable.xml")
    assert b'<w:lang w:val="vi-VN"' in part_of(made, "word/styles.xml")
    record = document.core_properties
    assert (record.title, record.language) == ("Tờ khai ví dụ", "vi-VN")
    assert record.modified == AT


def test_a_draft_says_so_on_every_page() -> None:
    for compared in (False, True):
        given = form(layout_compared=compared)
        document = docx.Document(BytesIO(documents.form_docx(given, at=AT)))
        section = document.sections[0]
        places = (
            document.paragraphs[0].text, section.header.paragraphs[0].text,
            section.footer.paragraphs[0].text, section.first_page_footer.paragraphs[0].text,
        )  # fmt: skip
        assert [("Bản nháp để chép" in words) for words in places] == [not compared] * 4
