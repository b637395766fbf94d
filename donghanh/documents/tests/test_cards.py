"""Picture cards, a second language on slips, the cut corner, and a ticket in plain text."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from donghanh.documents import service as documents
from donghanh.documents.typesetting import TEMPLATES

from .samples import AT, missing, ticket, words_of

KHMER = documents.second_words(
    "km", {"phieu_so_cua": "លេខរបស់លោក អ្នកស្រី", "thieu_tieu_de": "ឯកសារដែលនៅខ្វះ"}
)
NOTE = "Tiếng Khmer: chưa người bản ngữ duyệt."


def cards(pages: int = 5) -> documents.PictureCards:
    eight = tuple(("khai_sinh", f"Câu thứ {number}", "ទេ។") for number in range(8))
    return documents.PictureCards(
        tuple((f"Trang {number}", eight) for number in range(pages)), AT, "km", NOTE
    )


@pytest.mark.parametrize(("size", "width_mm"), [("a5", 148), ("a4", 210)])
def test_cards_are_eight_a_page(size: documents.CardSize, width_mm: int) -> None:
    made = documents.picture_cards(cards(), size=size)
    with pypdfium2.PdfDocument(made) as document:
        assert len(document) == 5
        assert round(document[0].get_width() / 72 * 25.4) == width_mm
        first = document[0].get_textpage().get_text_range()
    assert "Trang 0" in first and "Câu thứ 7" in first and "chưa người bản ngữ" in first


def test_khmer_stands_beneath_ours_and_is_marked() -> None:
    words = words_of(documents.ticket_slip(ticket(second=KHMER, second_note=NOTE)))
    assert "លេខ" in words and words.index("Số của ông, bà") < words.index("លេខ") and NOTE in words
    assert "លេខ" not in words_of(documents.ticket_slip(ticket()))
    lacks = words_of(documents.missing_slip(missing(second=KHMER, second_note=NOTE)))
    assert "ឯកសារ" in lacks and NOTE in lacks


def test_a_wide_ticket_with_everything_stays_on_one_page() -> None:
    slip = ticket(second=KHMER, second_note=NOTE, cut_corner=True, notes=())
    with pypdfium2.PdfDocument(documents.ticket_slip(slip, size="a5")) as document:
        assert len(document) == 1


@pytest.mark.parametrize("size", ["80mm", "a5"])
def test_the_corner_to_cut_is_at_the_top_right(size: documents.SlipSize) -> None:
    cut = documents.ticket_slip(ticket(cut_corner=True), size=size)
    with pypdfium2.PdfDocument(cut) as document:
        page = document[0]
        found = page.get_textpage().search("Cắt").get_next()
        assert found
        left, bottom, _, _ = page.get_textpage().get_charbox(found[0])
        assert left > page.get_width() * 0.85 and bottom > page.get_height() * 0.9
    assert "Cắt" not in words_of(documents.ticket_slip(ticket(), size=size))


def test_a_ticket_in_plain_text_says_the_number_twice_and_first() -> None:
    lines = documents.ticket_text(ticket()).splitlines()
    assert lines[0] == "Số của ông, bà: A105." and "A105" in lines[1]
    assert "C 4 D 7 H K" in "\n".join(lines) and lines[-1].startswith("Giữ phiếu này")
    assert "Giấy thứ 2: Căn cước (đưa xem rồi cầm về)." in lines
    assert all(len(line) <= 120 for line in lines)
    assert "Giấy tờ" not in documents.ticket_text(ticket(papers=(), promise=""))


@pytest.mark.parametrize("size", ["80mm", "a5"])
def test_a_qr_on_a_slip_has_a_code_to_read_out_and_a_persons_way(size: documents.SlipSize) -> None:
    slip = ticket(follow_url="https://vinh-thuan.example/f/C4D7HK")
    words = words_of(documents.ticket_slip(slip, size=size))
    assert "C4D 7HK" in words and re.search(r"đọc mã (này|phiếu) cho bàn hướng dẫn", words)


def test_every_other_qr_names_a_person_beside_it() -> None:
    drawing = [
        path for path in sorted(TEMPLATES.glob("*.typ")) if ".qr)" in path.read_text("utf-8")
    ]
    person = {
        "appointment.typ": "ở bàn đón",
        "common.typ": "bàn hướng dẫn",
        "guide.typ": "bàn hướng dẫn",
        "opinion_slip.typ": "cán bộ tra mã",
        "payment.typ": "tại quầy",
        "picture_return.typ": "cán bộ quầy",
    }
    assert [path.name for path in drawing] == list(person)
    for path in drawing:
        assert person[path.name] in path.read_text("utf-8").split(".qr)", 1)[1]
