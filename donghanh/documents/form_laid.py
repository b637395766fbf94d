"""A form as it is laid out for its prints: blocks in order, each with all that stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .records_forms import Aside, FormTitle, Frames, NationalHeading, Notes, Words


@dataclass(frozen=True, slots=True)
class Cell:
    """A box in its line: label, what stands in it (empty: dots), the words after, its width.

    Label and words after bring the space beside the value. `digits`: so many squares, not dots.
    """

    id: str
    label: str
    value: str
    after: str
    width: float
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side, so far in from the margin."""

    cells: tuple[Cell, ...]
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Square:
    """A square to tick and its words."""

    id: str
    words: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Squares:
    """A label and its squares: `beside` it in one line, or each on a line of its own."""

    label: str
    squares: tuple[Square, ...]
    beside: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """A place of a table: words printed on the form, words filled in, words after; or a square."""

    words: str = ""
    value: str = ""
    after: str = ""
    square: Square | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `points` is the size of its letters at which its widths hold every word.

    `broken`: the places of the rows that may run on to the next page, being long. `groups`: the
    common head of each column, empty for columns without one; no groups at all where none has.
    `high`: the least height of a row, 0 for that of a line.
    """

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    points: float
    rows: tuple[tuple[GridCell, ...], ...]
    broken: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when: an empty `day` prints "ngày … tháng … năm …" with dots."""

    place: Cell
    day: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """An office's head beside the country's; an empty `day` prints dots. `room`: a line's width."""

    governing_body: str
    office: str
    number: str
    place: str
    day: str
    room: float


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and what is printed or left to write beneath."""

    above: str
    title: str
    note: str
    fingerprint: bool
    named: bool
    under: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Signers:
    """Who sign, side by side in a line so wide."""

    signers: tuple[Signer, ...]
    room: float


Block: TypeAlias = (
    NationalHeading
    | Letterhead
    | FormTitle
    | Words
    | Row
    | Squares
    | Grid
    | Frames
    | Place
    | Signers
    | Aside
    | Notes
)


@dataclass(frozen=True, slots=True)
class Laid:
    """A form's blocks. `unlettered`: labels of boxes left dotted for want of a letter."""

    blocks: tuple[Block, ...]
    unlettered: tuple[str, ...] = ()
