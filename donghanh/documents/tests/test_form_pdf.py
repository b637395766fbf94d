"""Form prints as PDF, read back."""

from __future__ import annotations

from pathlib import Path

import pdfua
import pytest
from PIL import Image

from donghanh.documents import service as documents
from donghanh.documents.rules import FORM_PRINTABLE

from .form_samples import IN_ORDER, MM, PARTS, filled, form, missing, of_pdf
from .samples import ALL_LETTERS, AT, HACK, opened, words_of

UPLANDS = "Y Blŏk Êban, H'Bĭa Niê, Čư M'gar"
DRAFT = "Bản nháp để chép"


def test_every_part_stands_in_reading_order() -> None:
    text = of_pdf(documents.form_pdf(form(), at=AT))
    assert missing(text, IN_ORDER) == []
    assert text.count("X") == 5 and text.count("điểmchỉ") == 1  # the officer never gives a finger


@pytest.mark.parametrize("roomy", [False, True])
def test_it_is_tagged_and_the_same_bytes(roomy: bool, tmp_path: Path) -> None:
    made = [
        documents.form_pdf(form(layout_compared=False), at=AT, roomy=roomy),
        documents.answers_pdf(form(answers=(documents.SaidAnswer("Tên gì ạ?", "Dụ"),)), at=AT),
    ]
    for pdf in made:
        (tmp_path / "form.pdf").write_bytes(pdf)
        assert [str(one) for one in pdfua.validate(str(tmp_path / "form.pdf")).findings] == []
        assert b"/MarkInfo" in pdf and b"/Lang" in pdf
    assert made[0] == documents.form_pdf(form(layout_compared=False), at=AT, roomy=roomy)


@pytest.mark.parametrize("words", [ALL_LETTERS, HACK, UPLANDS])
def test_every_letter_and_nothing_as_markup(words: str) -> None:
    said = (documents.SaidAnswer("Câu hỏi", words),)
    assert words in words_of(documents.form_pdf(filled(words), at=AT))
    assert words in words_of(documents.answers_pdf(filled("", answers=said), at=AT))


def test_the_fonts_hold_every_letter_that_is_let_through() -> None:
    letters = "".join(sorted(FORM_PRINTABLE - {"\n"}))
    assert documents.form_pdf(filled(letters), at=AT).startswith(b"%PDF")


def test_a_name_is_never_printed_wrong() -> None:
    words = words_of(documents.form_pdf(filled("李 Ví Dụ 🙂"), at=AT))
    assert "Ghi tay, vì máy chưa có chữ này: Ô:" in words
    assert "Dụ 🙂" not in words and "?" not in words
    said = (documents.SaidAnswer("Tên gì ạ?", "李 Ví Dụ"),)
    assert "?" not in words_of(documents.answers_pdf(form(answers=said), at=AT)).split("ạ?")[1]
    assert "Ghi tay" not in words_of(documents.form_pdf(filled("Ví Dụ"), at=AT))


def test_a_draft_says_so_on_every_page() -> None:
    long = filled("Ví dụ " * 600, layout_compared=False)
    with opened(documents.form_pdf(long, at=AT)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) > 1 and all(page.count(DRAFT) == 2 for page in pages)
    assert pages[1].startswith("2") and not pages[0].startswith("1")
    assert DRAFT not in words_of(documents.form_pdf(filled("Ví dụ " * 600), at=AT))


@pytest.mark.parametrize("word", ["ă" * 2_000, "nguyen.thi.vi.du.rat.dai@cua-toi.example"])
def test_an_endless_word_is_broken_and_never_cut(word: str) -> None:
    table = documents.Table(
        documents.Box("t", ""), (documents.Column("a", "A"),) * 3, 1, (("b", word, "c"),)
    )
    text = of_pdf(documents.form_pdf(form(*filled(word).parts, table), at=AT))
    assert text.count(word) == 2 or text.count("ă") == 4_000  # page numbers stand between


def test_paper_margins_and_room_for_a_large_hand() -> None:
    long = form(*PARTS, *PARTS[4:8] * 5)
    sheets = [documents.form_pdf(long, at=AT, roomy=roomy) for roomy in (False, True)]
    with opened(sheets[0]) as document:
        assert document[0].get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.1)
        ink = _ink(document[0].render(scale=2, grayscale=True).to_pil())
    assert ink[0] >= 29.5 * MM * 2 and ink[2] <= 195.5 * MM * 2 and ink[1] >= 19 * MM * 2
    with opened(sheets[0]) as usual, opened(sheets[1]) as roomy:
        assert len(roomy) > len(usual)


def _ink(page: Image.Image) -> tuple[int, int, int, int]:
    found = page.point([255 if level < 200 else 0 for level in range(256)]).getbbox()
    assert found
    return found


def test_the_large_copy_says_all_and_what_is_left() -> None:
    said = (documents.SaidAnswer("Họ tên là gì ạ?", "Nguyễn Thị Ví Dụ"),)
    words = words_of(documents.answers_pdf(form(answers=said, unfilled=("Dân tộc?",)), at=AT))
    for expected in (
        "Họ tên là gì ạ? Nguyễn Thị Ví Dụ", "cán bộ xem giúp: – Dân tộc?", "In ngày 20/11/2026",
        "Bản để đọc lại, không phải tờ khai.",
    ):  # fmt: skip
        assert expected in words
    assert "Chưa có câu trả lời nào." in words_of(documents.answers_pdf(form(), at=AT))
