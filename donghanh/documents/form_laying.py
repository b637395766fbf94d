"""Lays a form out once for both of its prints: which boxes share a line, what becomes a table.

PDF and DOCX draw the same blocks in the same order and decide nothing of their own. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from . import form_widths, rules
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
    Square,
    Squares,
)
from .form_widths import Wish
from .records_forms import (
    Box,
    FormPart,
    FormPrint,
    Line,
    OfficeHeading,
    PlaceAndDate,
    Sides,
    SignatureBlock,
    Signatures,
    Table,
    Ticks,
    Words,
)

PEN_MM = 14.0  # the least room for a pen
PEN_ROOMY_MM = 30.0  # on the sheet for paper days
BESIDE_MAX = 24  # letters: longer choices stand under each other
LONG = 400  # letters: a longer answer may take more of a page than is left
SQUARE_MM = 12.0
CLOSING = (")", ".", ",", ";")  # stand close to what they end
ADDRESS = "Kính gửi"  # stands further in, as on the official sheets
ADDRESS_MM = 20.0


def lay(form: FormPrint, *, roomy: bool = False, letters: Collection[str] | None = None) -> Laid:
    """Return a form's blocks. `roomy`: with room for a large hand.

    `letters`: what the print can show. A value with another letter is left to be written by hand,
    never shown without it; None shows everything.
    """
    line = form_widths.LINE_LONG_MM if form.landscape else form_widths.LINE_MM
    laying = _Laying(roomy, letters, line)
    return Laid(tuple(laying.blocks(form.parts)), tuple(laying.unlettered))


def draft_words(form: FormPrint) -> str:
    """Return what a draft says of itself on its pages; empty for a compared layout."""
    return "" if form.layout_compared else form.draft_mark


@dataclass(slots=True)
class _Laying:
    roomy: bool
    letters: Collection[str] | None
    line: float
    unlettered: list[str] = field(default_factory=list)

    def blocks(self, parts: Sequence[FormPart]) -> Iterator[Block]:
        for names, run in groupby(parts, key=_tick_names):
            alike = tuple(run)
            ticks = [part for part in alike if isinstance(part, Ticks)]
            if ticks and ticks[0].head:
                yield self._ticks_grid(names, ticks)
            else:
                for part in alike:
                    yield from self._part(part)

    def _part(self, part: FormPart) -> Iterator[Block]:
        match part:
            case Line():
                yield from self._rows(part.boxes)
            case Ticks():
                yield self._squares(part)
            case Table():
                yield from self._table(part)
            case Sides():
                yield self._sides(part)
            case PlaceAndDate():
                yield self._place(part)
            case OfficeHeading():
                yield self._letterhead(part)
            case Signatures():
                yield Signers(tuple(map(self._signer, part.blocks)), self.line)
            case _:
                yield part

    def _letterhead(self, part: OfficeHeading) -> Letterhead:
        return Letterhead(
            part.governing_body.upper(), part.office.upper(), part.number, part.place,
            rules.official_date(part.day) if part.day else "", self.line,
        )  # fmt: skip

    def _place(self, part: PlaceAndDate) -> Place:
        return Place(self._cell(part.place), rules.official_date(part.day) if part.day else "")

    def _rows(self, boxes: Sequence[Box]) -> Iterator[Row]:
        cells = [self._cell(box) for box in boxes]
        wishes = [
            Wish(self._wanted(cell), 0 if cell.value and cell.after else box.share)
            for cell, box in zip(cells, boxes, strict=True)
        ]
        place = 0
        for widths in form_widths.lines(wishes, self.line):
            row = cells[place : place + len(widths)]
            place += len(widths)
            pairs = zip(row, widths, strict=True)
            addressed = len(row) == 1 and row[0].label.startswith(ADDRESS)
            yield Row(
                tuple(replace(cell, width=width) for cell, width in pairs),
                ADDRESS_MM if addressed else 0.0,
            )

    def _wanted(self, cell: Cell) -> float:
        pen = PEN_ROOMY_MM if self.roomy else PEN_MM
        value = form_widths.width(cell.value + " ") * form_widths.BOLD if cell.value else pen
        words = form_widths.width(cell.label + cell.after)
        squares = cell.digits * form_widths.DIGIT_MM
        return words + max(value, squares) + form_widths.GAP_MM

    def _cell(self, box: Box) -> Cell:
        value = self._shown(box.value.upper() if box.capitals else box.value, box.label)
        fits = not value or (value.isdigit() and len(value) <= box.digits)
        return Cell(
            box.id,
            box.label if not box.label or box.label.endswith("(") else f"{box.label} ",
            value,
            box.after if not box.after or box.after.startswith(CLOSING) else f" {box.after}",
            0.0,
            box.digits if fits else 0,
        )

    def _shown(self, value: str, label: str) -> str:
        if self.letters is None or rules.prints_whole(value, self.letters):
            return value
        self.unlettered.append(label)
        return ""

    def _squares(self, part: Ticks) -> Squares:
        squares = tuple(
            Square(tick.box.id, f"{tick.box.label} {tick.box.after}".strip(), tick.ticked)
            for tick in part.ticks
        )
        room = form_widths.width(part.label) + sum(
            form_widths.width(one.words) + SQUARE_MM for one in squares
        )
        short = all(len(one.words) <= BESIDE_MAX for one in squares)
        beside = len(squares) == 1 or (short and room <= self.line)
        return Squares(part.label, squares, beside)

    def _ticks_grid(self, names: Sequence[str], parts: Sequence[Ticks]) -> Grid:
        heads = (parts[0].head, *names)
        rows = tuple(
            (GridCell(part.label), *(
                GridCell(square=Square(tick.box.id, tick.box.label, tick.ticked))
                for tick in part.ticks
            ))
            for part in parts
        )  # fmt: skip
        return self._grid(heads, rows, (len(names) * 4, *(1 for _ in names)))

    def _table(self, part: Table) -> Iterator[Block]:
        if part.box.label:
            yield Words(part.box.label)
        heads = tuple(column.label for column in part.columns)
        labels = [f"{part.box.label} {head}".strip() for head in heads]
        rows = [
            tuple(GridCell(value=self._shown(v, at)) for v, at in zip(row, labels, strict=True))
            for row in part.rows
        ]
        rows += [tuple(GridCell() for _ in heads)] * (part.rows_min - len(rows))
        shares = tuple(column.share for column in part.columns)
        if part.number_label:
            rows = [(GridCell(str(n)), *row) for n, row in enumerate(rows, 1)]
            heads, shares = (part.number_label, *heads), (0, *shares)
        first = 1 if part.number_label else 0
        by_hand = {n for n, column in enumerate(part.columns, first) if column.by_hand}
        groups = tuple(column.group for column in part.columns)
        grid = self._grid(heads, tuple(rows), shares, by_hand, part.points_max)
        yield replace(
            grid, high=float(part.high_mm), groups=("",) * first + groups if any(groups) else ()
        )

    def _sides(self, part: Sides) -> Grid:
        rows = tuple(
            (GridCell(row.label), *(
                GridCell(box.label, self._shown(box.value, row.label), box.after)
                for box in row.boxes
            ))
            for row in part.rows
        )  # fmt: skip
        short = max(form_widths.width(row.label) for row in part.rows) < PEN_MM
        return self._grid(part.heads, rows, (0 if short else 2, *(3 for _ in part.heads[1:])))

    def _grid(
        self,
        heads: tuple[str, ...],
        rows: tuple[tuple[GridCell, ...], ...],
        shares: tuple[int, ...],
        by_hand: Collection[int] = (),
        points_max: float = form_widths.TABLE_POINTS[0],
    ) -> Grid:
        columns = [
            [head, *(f"{row[place].words} {row[place].value}\n{row[place].after}" for row in rows)]
            for place, head in enumerate(heads)
        ]
        points, widths = form_widths.columns(columns, shares, by_hand, self.line, points_max)
        broken = (n for n, row in enumerate(rows) if any(len(c.value) > LONG for c in row))
        return Grid(heads, widths, points, rows, tuple(broken))

    def _signer(self, block: SignatureBlock) -> Signer:
        boxes = (*((block.name,) if block.name else ()), *block.also)
        return Signer(
            block.above, block.title, block.note, block.fingerprint and not block.by_office,
            block.name is not None, tuple(map(self._cell, boxes)),
        )  # fmt: skip


def _tick_names(part: FormPart) -> tuple[str, ...]:
    """Return the words of a part's squares: parts with the same ones make one table."""
    return tuple(tick.box.label for tick in part.ticks) if isinstance(part, Ticks) else ()
