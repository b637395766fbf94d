"""An official form as a print needs it: the layout in order, each box with what stands in it.

The content of a form describes its layout in these same records with empty boxes; the interview
fills them. So PDF, DOCX and the empty form for paper days come from one description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

WordsStyle: TypeAlias = Literal["plain", "bold", "italic", "centre"]


@dataclass(frozen=True, slots=True)
class Box:
    """One place to write in, its official label before it and the words `after` it.

    An empty `value` prints dots. `share`: its part of the line's width against its neighbours.
    `by_hand`: always left to be written on paper, by the person or the office.
    """

    id: str
    label: str
    value: str = ""
    after: str = ""
    share: int = 1
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A square with its words."""

    box: Box
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the field of each row that it shows."""

    field: str
    label: str
    share: int = 1


@dataclass(frozen=True, slots=True)
class NationalHeading:
    """The country's name and motto, centred."""


@dataclass(frozen=True, slots=True)
class FormTitle:
    """The form's title in capitals; `under` in smaller letters, empty for none."""

    words: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand on the form verbatim."""

    words: str
    style: WordsStyle = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of boxes."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """A label and the squares after it."""

    label: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that one repeated question fills: `rows` hold one text a column."""

    box: Box
    columns: tuple[Column, ...]
    rows_min: int
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceAndDate:
    """The line "Làm tại: …, ngày … tháng … năm …"; no `day` prints dots."""

    place: Box
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs, the small words beneath, and the name printed under the signature.

    `fingerprint`: a square is drawn for a finger instead of a line to sign on. `by_office`: an
    officer signs here, never the person.
    """

    title: str
    note: str
    name: Box | None = None
    fingerprint: bool = False
    by_office: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """Blocks of signatures side by side."""

    blocks: tuple[SignatureBlock, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The form's own footnotes, verbatim."""

    title: str
    items: tuple[str, ...]


FormPart: TypeAlias = (
    NationalHeading | FormTitle | Words | Line | Ticks | Table | PlaceAndDate | Signatures | Notes
)


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """A question as it was asked and its answer in words, for the large-print copy."""

    ask: str
    words: str


@dataclass(frozen=True, slots=True)
class FormPrint:
    """A form (tờ khai) with what a person said in its boxes.

    `layout_compared` false: nobody laid it beside the official sheet, and every page of the print
    says "bản nháp để chép". `unfilled`: the labels of boxes left for the officer, who was asked.
    """

    form_id: str
    title: str
    version: str
    law: str
    layout_compared: bool
    parts: tuple[FormPart, ...]
    answers: tuple[SaidAnswer, ...] = ()
    unfilled: tuple[str, ...] = ()
