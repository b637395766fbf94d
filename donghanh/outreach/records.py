"""What outreach hands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal, TypeAlias

from donghanh.documents.service import DeskSign, Guide, PrintSize

OutputKind: TypeAlias = Literal[
    "leaflet", "wall_board", "step_card", "checklist", "desk_sign", "film"
]

ON_THE_BOARD = "Bảng gọi số"  # where a film goes, and a leaflet that is shown between calls


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to tell people about: "procedure:1.001193", "life_event:sinh_con", "desk_sign"."""

    id: str
    words: str
    picture: str | None
    kinds: tuple[OutputKind, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """What is to be printed, and the rows it comes from: name -> row id."""

    what: Guide | DeskSign
    rows: Mapping[str, int] = field(hash=False)
    check_again_on: date
    revision: int


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What someone wants printed, how often, and where it goes."""

    kind: OutputKind
    subject: str
    size: PrintSize | None
    copies: int
    where: str


@dataclass(frozen=True, slots=True)
class PlacingRecord:
    """Where copies of a print are; `taken_down_at` None: they are still there."""

    id: int
    where: str
    placed_at: datetime
    taken_down_at: datetime | None


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """A print as others see it. `film_made_at` and `film_fault` are a film's only."""

    id: int
    centre_id: int
    kind: OutputKind
    subject: str
    title: str
    size: PrintSize | None
    copies: int
    rows: Mapping[str, int] = field(hash=False)
    revision: int
    check_again_on: date
    ordered_at: datetime
    by_kind: str
    by_id: int
    placings: tuple[PlacingRecord, ...]
    film_made_at: datetime | None = None
    film_fault: str = ""

    @property
    def on_board(self) -> bool:
        """Whether it is shown on the board that calls numbers."""
        return any(one.where.casefold() == ON_THE_BOARD.casefold() for one in self.hanging)

    @property
    def hanging(self) -> tuple[PlacingRecord, ...]:
        """Where copies still are."""
        return tuple(one for one in self.placings if one.taken_down_at is None)


@dataclass(frozen=True, slots=True)
class WrongPrint:
    """A print that is still about though its text has changed: what changed, in plain words."""

    print: PrintRecord
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintLog:
    """The latest prints, newest first; all that are now wrong; what the board may show."""

    latest: tuple[PrintRecord, ...]
    wrong: tuple[WrongPrint, ...]
    films: tuple[PrintRecord, ...]
    leaflets: tuple[PrintRecord, ...]


@dataclass(frozen=True, slots=True)
class Film:
    """The files of a film: moving picture, captions, and the still one for who wants no motion."""

    print_id: int
    title: str
    film: Path
    captions: Path
    still: Path


@dataclass(frozen=True, slots=True)
class Picture:
    """A still picture for the board and how many seconds it stands."""

    path: Path
    seconds: int


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A leaflet as the board shows it: picture after picture."""

    print_id: int
    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class BoardShow:
    """What the board shows between calls: made, not taken down, and still right."""

    films: tuple[Film, ...]
    leaflets: tuple[Leaflet, ...]
