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
    `digits`: printed as that many squares, one a digit. `capitals`: written in capitals.
    """

    id: str
    label: str
    value: str = ""
    after: str = ""
    share: int = 1
    by_hand: bool = False
    digits: int = 0
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A square with its words."""

    box: Box
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the field of each row that it shows; `by_hand`: left to be written.

    `group`: columns beside each other with the same one stand under it as their common head.
    """

    field: str
    label: str
    share: int = 1
    by_hand: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class NationalHeading:
    """The country's name and motto, centred."""


@dataclass(frozen=True, slots=True)
class OfficeHeading:
    """An office's head beside the country's: who is over it, its name, number, place and day.

    No `day` prints dots.
    """

    governing_body: str
    office: str
    number: str
    place: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in a frame that are ours and not the form's."""

    title: str
    lines: tuple[str, ...]


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
    """A label and the squares after it.

    `head`: this part and the next ones with the same squares are one table; the word over labels.
    """

    label: str
    ticks: tuple[Tick, ...]
    head: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that one repeated question fills: `rows` hold one text a column.

    `number_label`: heads a first column in which the rows are counted; empty for none.
    `high_mm`: the least height of a row, for a signature or a finger; 0 for that of a line.
    `points_max`: the largest its letters may be.
    """

    box: Box
    columns: tuple[Column, ...]
    rows_min: int
    rows: tuple[tuple[str, ...], ...] = ()
    number_label: str = ""
    high_mm: int = 0
    points_max: float = 12.0


@dataclass(frozen=True, slots=True)
class Side:
    """One thing told of several people, or in several places: its label, then a box for each."""

    label: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """People beside each other, a column each: the first of `heads` stands over the labels."""

    heads: tuple[str, ...]
    rows: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """Empty frames side by side, for photographs."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PlaceAndDate:
    """The line "Làm tại: …, ngày … tháng … năm …"; no `day` prints dots."""

    place: Box
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs, the small words beneath, and the name printed under the signature.

    `fingerprint`: a square is drawn for a finger instead of a line to sign on. `by_office`: an
    officer signs here, never the person. `above`: words over the title, as the line for the day.
    `also`: boxes beneath the name.
    """

    title: str
    note: str
    name: Box | None = None
    fingerprint: bool = False
    by_office: bool = False
    above: str = ""
    also: tuple[Box, ...] = ()


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
    NationalHeading
    | OfficeHeading
    | Aside
    | FormTitle
    | Words
    | Line
    | Ticks
    | Table
    | Sides
    | Frames
    | PlaceAndDate
    | Signatures
    | Notes
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
    says so, by `draft_mark` above and with `draft_advice` below. `unfilled`: the labels of boxes
    left for the officer, who was asked. `landscape`: the sheet lies on its long side.
    """

    form_id: str
    title: str
    version: str
    law: str
    layout_compared: bool
    parts: tuple[FormPart, ...]
    answers: tuple[SaidAnswer, ...] = ()
    unfilled: tuple[str, ...] = ()
    landscape: bool = False
    draft_mark: str = "Bản nháp để chép: bố cục chưa đối chiếu với mẫu chính thức."
    draft_advice: str = "Chép sang mẫu do quầy đưa."
