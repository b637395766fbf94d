"""Reading the description of the official layout: the parts of the sheet in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from donghanh.base.nodes import Node
from donghanh.documents.service import (
    Box,
    Column,
    FormPart,
    FormTitle,
    Frames,
    Line,
    NationalHeading,
    Notes,
    PlaceAndDate,
    Side,
    Sides,
    SignatureBlock,
    Signatures,
    Table,
    Tick,
    Ticks,
    Words,
    WordsStyle,
)

STYLES: tuple[WordsStyle, ...] = ("plain", "bold", "italic", "centre")


def read_layout(node: Node) -> FormPart:
    """Return one part, its boxes empty."""
    part = node.one_of("part", tuple(_READERS), "words")
    return _READERS[part](node)


def _heading(node: Node) -> FormPart:
    node.keys(("part",))
    return NationalHeading()


def _title(node: Node) -> FormPart:
    node.keys(("part", "words"), ("under",))
    return FormTitle(node.text("words"), node.text_or_none("under") or "")


def _words(node: Node) -> FormPart:
    node.keys(("part", "words"), ("style",))
    style = node.one_of("style", STYLES, STYLES[0]) if node.has("style") else STYLES[0]
    return Words(node.text("words"), style)


def _line(node: Node) -> FormPart:
    node.keys(("part", "boxes"))
    return Line(node.each("boxes", _box))


def _ticks(node: Node) -> FormPart:
    node.keys(("part", "label", "ticks"), ("head",))
    head = node.text_or_none("head") or ""
    return Ticks(node.text("label"), node.each("ticks", _tick), head)


def _table(node: Node) -> FormPart:
    node.keys(("part", "box", "columns", "rows_min"), ("number_label",))
    return Table(
        _box(node.child("box")),
        node.each("columns", _column),
        node.whole("rows_min") or 1,
        number_label=node.text_or_none("number_label") or "",
    )


def _sides(node: Node) -> FormPart:
    node.keys(("part", "heads", "rows"))
    found = Sides(node.texts("heads"), node.each("rows", _side))
    if any(len(row.boxes) != len(found.heads) - 1 for row in found.rows):
        node.wrong("một hàng thừa hoặc thiếu ô", "mỗi đầu cột sau cột đầu là một ô")
    return found


def _side(node: Node) -> Side:
    node.keys(("label", "boxes"))
    return Side(node.text("label"), node.each("boxes", _box))


def _frames(node: Node) -> FormPart:
    node.keys(("part", "boxes"))
    return Frames(node.each("boxes", _box))


def _place_and_date(node: Node) -> FormPart:
    node.keys(("part", "place"))
    return PlaceAndDate(_box(node.child("place")))


def _signatures(node: Node) -> FormPart:
    node.keys(("part", "blocks"))
    return Signatures(node.each("blocks", _block))


def _notes(node: Node) -> FormPart:
    node.keys(("part", "title", "items"))
    return Notes(node.text("title"), node.texts("items"))


def _box(node: Node) -> Box:
    node.keys(("id", "label"), ("after", "share", "by_hand", "digits", "capitals"))
    return Box(
        node.text("id"),
        node.text_or_none("label") or "",
        after=node.text_or_none("after") or "",
        share=node.whole("share") or 1,
        by_hand=node.has("by_hand") and node.yes_or_no("by_hand"),
        digits=node.whole("digits") or 0,
        capitals=node.has("capitals") and node.yes_or_no("capitals"),
    )


def _tick(node: Node) -> Tick:
    return Tick(_box(node))


def _column(node: Node) -> Column:
    node.keys(("label",), ("field", "share", "by_hand"))
    by_hand = node.has("by_hand") and node.yes_or_no("by_hand")
    field = "" if by_hand else node.text("field")
    return Column(field, node.text("label"), node.whole("share") or 1, by_hand)


def _block(node: Node) -> SignatureBlock:
    node.keys(("title", "note"), ("name", "by_office", "above", "also"))
    return SignatureBlock(
        node.text("title"),
        node.text_or_none("note") or "",
        _box(node.child("name")) if node.has("name") else None,
        by_office=node.has("by_office") and node.yes_or_no("by_office"),
        above=node.text_or_none("above") or "",
        also=node.each("also", _box) if node.has("also") else (),
    )


_READERS: Mapping[str, Callable[[Node], FormPart]] = {
    "national_heading": _heading,
    "title": _title,
    "words": _words,
    "line": _line,
    "ticks": _ticks,
    "table": _table,
    "sides": _sides,
    "frames": _frames,
    "place_and_date": _place_and_date,
    "signatures": _signatures,
    "notes": _notes,
}
