"""Pieces of WordprocessingML as text: runs, paragraphs with dotted tabs, squares, tables.

Made as text and parsed once, because building a form node by node costs several times as much.
Lengths are millimetres. ECMA-376 Part 1, 17; the square that can be ticked is [MS-DOCX] 2.6.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias
from xml.sax.saxutils import escape, quoteattr

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
TICKED, UNTICKED = "☒", "☐"
_SQUARES = "MS Gothic"  # what Word itself draws these squares with; others substitute
_TWIPS = 1440 / 25.4
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Align: TypeAlias = Literal["left", "center", "right"]
Down: TypeAlias = Literal["", "restart", "continue"]
Tab: TypeAlias = tuple[float, Literal["left", "right"]]


def twips(millimetres: float) -> int:
    """Return a length as Word counts it."""
    return round(millimetres * _TWIPS)


def run(words: str, style: str = "", points: float = 0.0) -> str:
    """Return words in a character style; none for empty words."""
    if not words:
        return ""
    marks = f"<w:rStyle w:val={quoteattr(style)}/>" if style else ""
    if points:
        marks += f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
    lines = escape(_FORBIDDEN.sub("", words)).split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r><w:rPr>{marks}</w:rPr>{text}</w:r>"


def dots() -> str:
    """Return a tab, which its paragraph's stop fills with dots."""
    return "<w:r><w:tab/></w:r>"


def square(name: str, ticked: bool) -> str:
    """Return a square that a click ticks."""
    tag = quoteattr(name[:64])
    mark = TICKED if ticked else UNTICKED
    return (
        f"<w:sdt><w:sdtPr><w:tag w:val={tag}/><w14:checkbox>"
        f'<w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(TICKED):04X}" w14:font="{_SQUARES}"/>'
        f'<w14:uncheckedState w14:val="{ord(UNTICKED):04X}" w14:font="{_SQUARES}"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>"
        f'<w:rFonts w:ascii="{_SQUARES}" w:eastAsia="{_SQUARES}" w:hAnsi="{_SQUARES}"/>'
        f"</w:rPr><w:t>{mark}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def paragraph(
    inside: str,
    style: str,
    *,
    align: Align | None = None,
    tabs: Sequence[Tab] = (),
    before: float | None = None,
    with_next: bool = False,
    indent: float = 0.0,
) -> str:
    """Return a paragraph. `tabs`: where dotted stops stand; `before`: the space above it.

    `indent`: how far its lines stand in from the margin.
    """
    stops = "".join(
        f'<w:tab w:val="{side}" w:leader="dot" w:pos="{twips(place)}"/>' for place, side in tabs
    )
    marks = (
        f"<w:pStyle w:val={quoteattr(style)}/>",
        "<w:keepNext/>" if with_next else "",
        f"<w:tabs>{stops}</w:tabs>" if stops else "",
        f'<w:spacing w:before="{twips(before)}"/>' if before is not None else "",
        f'<w:ind w:left="{twips(indent)}"/>' if indent else "",
        f'<w:jc w:val="{align}"/>' if align else "",
    )
    return f"<w:p><w:pPr>{''.join(marks)}</w:pPr>{inside}</w:p>"


def cell(
    inside: str,
    width: float,
    *,
    bordered: bool = True,
    top: bool = False,
    span: int = 1,
    down: Down = "",
) -> str:
    """Return a table's cell; `inside` ends with a paragraph, as every cell must.

    `span`: over so many columns; `down`: the first or a later one of cells joined downwards.
    """
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right")
    )
    borders = f"<w:tcBorders>{edges}</w:tcBorders>" if bordered else ""
    size = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    stands = f'<w:vAlign w:val="{"top" if top else "center"}"/>'
    joined = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    joined += f'<w:vMerge w:val="{down}"/>' if down else ""
    return f"<w:tc><w:tcPr>{size}{joined}{borders}{stands}</w:tcPr>{inside}</w:tc>"


def row(cells: Iterable[str], *, high: float = 0.0, head: bool = False, whole: bool = True) -> str:
    """Return a table's row. `head`: again on each page; `whole`: never broken by a page's end."""
    marks = "<w:cantSplit/>" if whole else ""
    marks += f'<w:trHeight w:val="{twips(high)}" w:hRule="atLeast"/>' if high else ""
    marks += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str], widths: Sequence[float], *, align: Align = "left", inset: float = 1.2
) -> str:
    """Return a table of fixed widths."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    margin = f'w:w="{twips(inset)}" w:type="dxa"'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:jc w:val="{align}"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left {margin}/><w:right {margin}/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
