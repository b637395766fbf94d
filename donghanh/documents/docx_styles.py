"""The styles of a form's DOCX: named, so that an office changes them in one place."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

LETTERS = "Times New Roman"
INSTEAD = "Liberation Serif, Noto Serif"  # what a machine without Times takes, same widths first
POINTS = 13.0

TITLE, HEADING = "Heading1", "Heading2"  # Word's own: its navigation pane and readers know them
NATION, MOTTO, LINE, WORDS = "QuocHieu", "TieuNgu", "DongKhai", "LoiInSan"
WORDS_BOLD, WORDS_ITALIC, CENTRED = "LoiInDam", "LoiInNghieng", "LoiInGiua"
CELL, SIGNER, NOTES_TITLE, NOTE = "OBang", "OKy", "TenChuThich", "ChuThich"
SMALL, DRAFT, FILLED, STRONG = "CachDong", "BanNhap", "ChuDaDien", "ChuDam"
SLANTED = "ChuNghieng"

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
# id: (name an office sees, points, bold, italic, alignment, space before, space after)
_PARAGRAPHS: dict[str, tuple[str, float, bool, bool, WD_ALIGN_PARAGRAPH | None, float, float]] = {
    NATION: ("Quốc hiệu", 13, True, False, _CENTRE, 0, 0),
    MOTTO: ("Tiêu ngữ", 13.5, True, False, _CENTRE, 0, 12),
    LINE: ("Dòng khai", POINTS, False, False, None, 0, 5),
    WORDS: ("Lời in sẵn", POINTS, False, False, None, 0, 5),
    WORDS_BOLD: ("Lời in đậm", POINTS, True, False, None, 4, 5),
    WORDS_ITALIC: ("Lời in nghiêng", POINTS, False, True, None, 0, 5),
    CENTRED: ("Lời in giữa", POINTS, False, False, _CENTRE, 0, 5),
    CELL: ("Ô bảng", POINTS, False, False, None, 1, 1),
    SIGNER: ("Ô ký", POINTS, False, False, _CENTRE, 0, 2),
    NOTES_TITLE: ("Tên chú thích", 10, True, True, None, 10, 3),
    NOTE: ("Chú thích", 10, False, False, None, 0, 3),
    SMALL: ("Cách dòng", 4, False, False, None, 0, 0),
    DRAFT: ("Bản nháp", 10, True, False, _CENTRE, 0, 6),
}


def set_styles(document: Document) -> None:
    """Give a document our styles: Times, Vietnamese, NĐ 30/2020/NĐ-CP's sizes."""
    root = document.styles.element
    for fonts in list(root.iter(qn("w:rFonts"))):
        cast(BaseOxmlElement, fonts.getparent()).remove(fonts)
    for language in root.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            language.set(qn(name), "vi-VN")
    normal = cast(ParagraphStyle, document.styles["Normal"])
    _letters(normal, POINTS)
    normal.paragraph_format.space_after = Pt(0)
    _headings(document)
    for style_id, (name, points, bold, italic, align, before, after) in _PARAGRAPHS.items():
        style = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.element.set(qn("w:styleId"), style_id)
        style.base_style = normal
        _letters(style, points, bold, italic)
        style.paragraph_format.alignment = align
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
    cast(ParagraphStyle, document.styles["Tiêu ngữ"]).font.underline = True
    cast(ParagraphStyle, document.styles["Tên chú thích"]).paragraph_format.keep_with_next = True
    for style_id, name in (
        (FILLED, "Chữ đã điền"), (STRONG, "Chữ đậm"), (SLANTED, "Chữ nghiêng"),
    ):  # fmt: skip
        marked = cast(CharacterStyle, document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER))
        marked.element.set(qn("w:styleId"), style_id)
        marked.font.bold, marked.font.italic = style_id != SLANTED, style_id == SLANTED


def set_page(document: Document, *, landscape: bool = False) -> None:
    """Set the sheet; `landscape`: on its long side, as wide tables may be.

    # Law: NĐ 30/2020/NĐ-CP, Phụ lục I: A4; top and bottom 20–25, left 30–35, right 15–20 mm.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(9)


def _headings(document: Document) -> None:
    for name, points, align, before in (
        ("Heading 1", 14.0, _CENTRE, 6), ("Heading 2", POINTS, None, 8),
    ):  # fmt: skip
        style = cast(ParagraphStyle, document.styles[name])
        _letters(style, points, bold=True)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.alignment = align
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(8 if align else 5)
        style.paragraph_format.keep_with_next = True


def _letters(
    style: ParagraphStyle, points: float, bold: bool = False, italic: bool = False
) -> None:
    style.font.name = LETTERS
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:eastAsia", "w:cs"):
        fonts.set(qn(name), LETTERS)
    style.font.size = Pt(points)
    style.font.bold, style.font.italic = bold, italic
