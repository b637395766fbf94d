"""A form's blocks as WordprocessingML: lines with dotted tabs, tables, squares, signatures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import Any

from .docx_styles import (
    CELL,
    CENTRED,
    FILLED,
    HEADING,
    LINE,
    MOTTO,
    NATION,
    NOTE,
    NOTES_TITLE,
    SIGNER,
    SLANTED,
    SMALL,
    STRONG,
    TITLE,
    WORDS,
    WORDS_BOLD,
    WORDS_ITALIC,
)  # fmt: skip
from .docx_xml import Align, Down, Tab, cell, dots, paragraph, row, run, square, table
from .form_laid import (
    Block,
    Cell,
    Grid,
    GridCell,
    Laid,
    Letterhead,
    Place,
    Row,
    Signer,
    Signers,
    Squares,
)
from .form_widths import DIGIT_MM, GAP_MM, LINE_MM, width
from .records_forms import Aside, FormTitle, Frames, NationalHeading, Notes, Words

NATION_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_WORDS = "Độc lập - Tự do - Hạnh phúc"
EMPTY_DAY = "ngày …… tháng …… năm ………"
EMPTY_PLACE = "……………………"
ROW_MM = 7.5
PHOTO_MM = (30.0, 40.0)
FINGER_MM = (25.0, 30.0)
SIGN_MM = 18.0
NOTE_LINE_MM = 5.5
_STYLES = {"plain": WORDS, "bold": WORDS_BOLD, "italic": WORDS_ITALIC, "centre": CENTRED}


def body(laid: Laid) -> str:
    """Return all blocks of a form, in order."""
    written, titled = [], False
    for block in laid.blocks:
        if isinstance(block, Words) and block.style == "bold" and titled:
            written.append(paragraph(run(block.words), HEADING))
        else:
            written.append(_WRITERS[type(block)](block))
        titled = titled or isinstance(block, FormTitle)
    return "".join(written)


def _national_heading(block: NationalHeading) -> str:
    return paragraph(run(NATION_WORDS), NATION) + paragraph(run(MOTTO_WORDS), MOTTO)


def _letterhead(block: Letterhead) -> str:
    number = paragraph(run(block.number), SIGNER) if block.number else ""
    ours = (
        paragraph(run(block.governing_body, "", 12), SIGNER)
        + paragraph(run(block.office, STRONG, 12), SIGNER)
        + paragraph(run("―――――――", "", 6), SIGNER)
        + number
    )
    day = f"{block.place}, {block.day or EMPTY_DAY}"
    country = (
        paragraph(run(NATION_WORDS, STRONG, 12), SIGNER)
        + paragraph(run(MOTTO_WORDS), MOTTO)
        + paragraph(run(day, SLANTED), SIGNER)
    )
    left = block.room * 0.41
    widths = [left, block.room - left]
    cells = [
        cell(inside, wide, bordered=False, top=True)
        for inside, wide in zip((ours, country), widths, strict=True)
    ]
    return table([row(cells)], widths, inset=0.0) + paragraph("", SMALL)


def _aside(block: Aside) -> str:
    lines = "".join(paragraph(run(line, "", 12), CELL) for line in block.lines)
    inside = cell(paragraph(run(block.title), NOTE) + lines, LINE_MM)
    return paragraph("", SMALL) + table([row([inside])], [LINE_MM]) + paragraph("", SMALL)


def _title(block: FormTitle) -> str:
    under = paragraph(run(block.under), CENTRED) if block.under else ""
    return paragraph(run(block.words), TITLE) + under


def _words(block: Words) -> str:
    heads = block.words.endswith(":")
    return paragraph(run(block.words), _STYLES[block.style], with_next=heads)


def _row(block: Row) -> str:
    if len(block.cells) == 1 and block.cells[0].digits:
        return _digits(block.cells[0])
    inside, stops, edge = "", list[Tab](), 0.0
    for place, one in enumerate(block.cells):
        edge += one.width
        last = place == len(block.cells) - 1
        inside += _inside(one) + ("" if last else run("  "))
        if _has_dots(one):
            stop = edge - width(one.after) - (0.0 if last else GAP_MM)
            stops.append((stop, "right" if last and not one.after else "left"))
    return paragraph(inside, LINE, tabs=stops, indent=block.indent)


def _inside(one: Cell) -> str:
    leader = run(" " if one.value else "") + dots() if _has_dots(one) else ""
    return run(one.label) + run(one.value, FILLED) + leader + run(one.after)


def _has_dots(one: Cell) -> bool:
    return not (one.value and one.after)


def _digits(one: Cell) -> str:
    """Return a label and a square for each digit, as a table of one row."""
    label = one.width - one.digits * DIGIT_MM
    written = one.value.ljust(one.digits)
    cells = [cell(paragraph(run(one.label.rstrip()), CELL), label, bordered=False)]
    cells += [
        cell(paragraph(run(digit.strip(), FILLED), CELL, align="center"), DIGIT_MM)
        for digit in written
    ]
    widths = [label, *[DIGIT_MM] * one.digits]
    return table([row(cells, high=DIGIT_MM)], widths, inset=0.2) + paragraph("", SMALL)


def _squares(block: Squares) -> str:
    shown = [square(one.id, one.ticked) + run(f" {one.words}") for one in block.squares]
    if block.beside:
        return paragraph(run(f"{block.label} ") + run("   ").join(shown), WORDS)
    label = paragraph(run(block.label), WORDS, with_next=True)
    return label + "".join(paragraph(one, WORDS) for one in shown)


def _grid(block: Grid) -> str:
    points = block.points
    rows = (
        row(
            (cell(_grid_cell(one, points), mm) for one, mm in zip(line, block.widths, strict=True)),
            high=block.high or ROW_MM,
            whole=number not in block.broken,
        )
        for number, line in enumerate(block.rows)
    )
    return table([*_grid_heads(block), *rows], block.widths) + paragraph("", SMALL)


def _grid_heads(block: Grid) -> list[str]:
    """Return the head of a table: one row, or two where columns have a common head."""

    def head(words: str, wide: float, *, span: int = 1, down: Down = "") -> str:
        inside = paragraph(run(words, STRONG, block.points), CELL, align="center")
        return cell(inside, wide, span=span, down=down)

    if not block.groups:
        pairs = zip(block.heads, block.widths, strict=True)
        return [row((head(words, wide) for words, wide in pairs), head=True)]
    upper, lower = list[str](), list[str]()
    columns = zip(block.groups, block.heads, block.widths, strict=True)
    for group, run_of in groupby(columns, key=itemgetter(0)):
        these = list(run_of)
        if group:
            upper.append(head(group, sum(wide for _, _, wide in these), span=len(these)))
            lower += [head(words, wide) for _, words, wide in these]
        else:
            upper += [head(words, wide, down="restart") for _, words, wide in these]
            lower += [head("", wide, down="continue") for _, _, wide in these]
    return [row(upper, head=True), row(lower, head=True)]


def _grid_cell(one: GridCell, points: float) -> str:
    if one.square:
        return paragraph(square(one.square.id, one.square.ticked), CELL, align="center")
    space = run(" ") if one.words and one.value else ""
    inside = run(one.words, "", points) + space + run(one.value, FILLED, points)
    return paragraph(inside + run(one.after, "", points), CELL)


def _frames(block: Frames) -> str:
    wide, high = PHOTO_MM
    cells = [cell(paragraph(run(b.label), CELL, align="center"), wide) for b in block.boxes]
    return table([row(cells, high=high)], [wide] * len(cells)) + paragraph("", SMALL)


def _place(block: Place) -> str:
    place = block.place
    words = run(place.label) + run(place.value or EMPTY_PLACE) + run(f", {block.day or EMPTY_DAY}")
    return paragraph(words, WORDS, align="right", with_next=True)


def _signers(block: Signers) -> str:
    count = max(len(block.signers), 2)
    each = block.room / count
    points = 10.5 if count > 2 else 0.0
    most = max(_note_lines(one, each) for one in block.signers)
    cells = [
        cell(_signer(one, each, points, most), each, bordered=False, top=True)
        for one in block.signers
    ]
    if len(cells) == 1:
        cells.insert(0, cell(paragraph("", CELL), each, bordered=False))
    return table([row(cells)], [each] * count) + paragraph("", SMALL)


def _note_lines(one: Signer, room: float) -> int:
    """Return about how many lines the small words of a signer take."""
    return sum(ceil(width(line) / room) for line in one.note.split("\n"))


def _signer(one: Signer, room: float, points: float, most: int) -> str:
    """Return a signer's cell. `most`: lines of the longest note beside it; names stay level."""
    lines = [
        paragraph(run(words, style, points), SIGNER)
        for words, style in ((one.above, ""), (one.title, STRONG), (one.note, ""))
        if words
    ]
    if one.fingerprint:
        wide, high = FINGER_MM
        inside = cell(paragraph(run("điểm chỉ", "", 9), CELL, align="center"), wide)
        lines.append(table([row([inside], high=high)], [wide], align="center"))
    space = 2.0 if one.fingerprint else SIGN_MM
    space += (most - _note_lines(one, room)) * NOTE_LINE_MM
    for place, under in enumerate(one.under):
        centred = place == 0 and one.named and not under.label
        align: Align = "center" if centred else "left"
        words = run(under.value, FILLED, points) or (run(EMPTY_PLACE) if centred else dots())
        inside = run(under.label, "", points) + words
        stop: list[Tab] = [] if centred else [(room - 2 * GAP_MM, "left")]
        before = space if place == 0 else 0.0
        lines.append(paragraph(inside, SIGNER, align=align, tabs=stop, before=before))
    return "".join(lines) + ("" if one.under else paragraph("", SIGNER, before=space))


def _notes(block: Notes) -> str:
    title = paragraph(run(block.title), NOTES_TITLE)
    return title + "".join(paragraph(run(item), NOTE) for item in block.items)


_WRITERS: Mapping[type[Block], Callable[[Any], str]] = {
    NationalHeading: _national_heading,
    Letterhead: _letterhead,
    Aside: _aside,
    FormTitle: _title,
    Words: _words,
    Row: _row,
    Squares: _squares,
    Grid: _grid,
    Frames: _frames,
    Place: _place,
    Signers: _signers,
    Notes: _notes,
}
