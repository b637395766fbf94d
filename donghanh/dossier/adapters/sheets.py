"""Tables in files: CSV and XLSX in, XLSX out. The one place that knows the libraries."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
import xlsxwriter

from ..faults import Unreadable, UnreadableRegister
from .text_tables import refuse_what_is_no_table, rows_of_text

Cell = str | int | float | datetime | None
HEADING_ROWS_MAX = 20  # titles of a ministry's form stand above the headings
EPOCH, DAY = datetime(1899, 12, 30), timedelta(days=1)  # how a spreadsheet counts days
SHEET_NAME_MAX = 31  # of Excel
# What a torn or foreign file makes the library say.
_BROKEN = (BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, OSError, TypeError)
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def rows_of(path: Path) -> Iterator[list[Cell]]:
    """Yield the rows of a table, whatever its file is called. Raise UnreadableRegister."""
    with path.open("rb") as file:
        head = file.read(512)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \r\n\t"):
        raise UnreadableRegister(Unreadable.EMPTY, path.name)
    refuse_what_is_no_table(head)
    if head.startswith(b"PK"):
        yield from _rows_of_xlsx(path)
    else:
        for row in rows_of_text(path.read_bytes()):
            yield [*row]


def _rows_of_xlsx(path: Path) -> Iterator[list[Cell]]:
    try:
        with path.open("rb") as file:  # a name that ends in .csv would be refused
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            for row in _fullest(book).iter_rows(values_only=True):
                yield [_cell(value) for value in row]
    except _BROKEN as error:
        raise UnreadableRegister(Unreadable.NO_TABLE, path.name) from error


def _fullest(book: Any) -> Any:
    """Return the sheet with the table: the one with the widest rows at its top; covers have none.

    Some systems write a wrong size into each sheet, which would hide all but its first cell.
    """
    for sheet in book.worksheets:
        sheet.reset_dimensions()
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return max(shown, key=_width)


def _width(sheet: Any) -> int:
    top = sheet.iter_rows(max_row=HEADING_ROWS_MAX, values_only=True)
    return max((sum(value is not None for value in row) for row in top), default=0)


def _cell(value: Any) -> Cell:
    return value if isinstance(value, str | int | float | datetime) else None


class Book:
    """A workbook that is written row by row, each sheet from its top, without being held."""

    def __init__(self, path: Path, headings: Sequence[tuple[str, int]]) -> None:
        self._book: Any = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False}
        )
        self._headings, self._sheets = headings, dict[str, tuple[Any, list[int]]]()
        self._moment: Any = self._book.add_format({"num_format": "hh:mm dd/mm/yyyy"})
        self._day: Any = self._book.add_format({"num_format": "dd/mm/yyyy"})
        self._bold: Any = self._book.add_format({"bold": True, "text_wrap": True, "border": 1})

    def write(self, sheet: str, cells: Iterable[str | int | date | None]) -> None:
        """Write the next row of a sheet; the first one makes it. Moments are wall-clock ones."""
        made, at = self._sheets.get(sheet) or self._begin(sheet)
        for column, value in enumerate(cells):
            if isinstance(value, str):
                if value:
                    made.write_string(at[0], column, value)
            elif isinstance(value, datetime):
                made.write_number(at[0], column, (value - EPOCH) / DAY, self._moment)
            elif isinstance(value, date):
                made.write_number(at[0], column, (value - EPOCH.date()) / DAY, self._day)
            elif value is not None:
                made.write_number(at[0], column, value)
        at[0] += 1

    def _begin(self, name: str) -> tuple[Any, list[int]]:
        tidy = " ".join(name.translate(_NOT_IN_A_NAME).split())[: SHEET_NAME_MAX - 3]
        sheet = self._book.add_worksheet(f"{tidy or 'Sổ'} {len(self._sheets) + 1}")
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        for column, (heading, width) in enumerate(self._headings):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, self._bold)
        self._sheets[name] = (sheet, [1])
        return self._sheets[name]

    def close(self) -> None:
        """Write it out; a book needs one sheet at least."""
        if not self._sheets:
            self._begin("Chưa có hồ sơ")
        self._book.close()


@contextmanager
def book(path: Path, headings: Sequence[tuple[str, int]]) -> Iterator[Book]:
    """Yield a workbook, whole on disk afterwards. `headings`: (words, width in letters)."""
    made = Book(path, headings)
    try:
        yield made
    finally:
        made.close()
