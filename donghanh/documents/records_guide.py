"""What a guide to take home or to hang up needs to know: one record for every print and film."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from .records import HowToBring

PrintKind: TypeAlias = Literal["leaflet", "wall_board", "step_card", "checklist", "desk_sign"]
PrintSize: TypeAlias = Literal["a3", "a4", "a5", "80mm"]

# The papers each print is made for, the usual one first.
PRINT_SIZES: dict[PrintKind, tuple[PrintSize, ...]] = {
    "leaflet": ("a4", "80mm"),  # A4 folded once to A5; or a roll of a ticket printer
    "wall_board": ("a3",),
    "step_card": ("a4", "80mm"),
    "checklist": ("a5", "80mm"),
    "desk_sign": ("a4", "a3"),
}


@dataclass(frozen=True, slots=True)
class Edition:
    """What each print says of itself: whose it is, from which text, until when to trust it.

    `version` names the revision and the rows; `sure` False: the whole text is still being checked.
    `follow_url` makes a QR code.
    """

    centre_name: str
    commune: str
    made_at: datetime
    check_again_on: date
    version: str
    sure: bool = True
    follow_url: str | None = None


@dataclass(frozen=True, slots=True)
class GuideCase:
    """When something holds: a question with the answers that call for it ("" for no question)."""

    question: str = ""
    answer: str = ""


ALWAYS = GuideCase()


@dataclass(frozen=True, slots=True)
class GuidePaper:
    """One paper; `case` says when it is needed. `sure` False prints marked."""

    words: str
    how: HowToBring = "hand_in"
    picture: str | None = None
    case: GuideCase = ALWAYS
    note: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step, in a short sentence; `note` says why or by when."""

    words: str
    note: str = ""
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class GuideFact:
    """One fact under its name: how long, how much, who may go. `sure` False prints marked.

    A detail stands on leaflets, not on walls, where few words are read.
    """

    name: str
    words: str
    case: GuideCase = ALWAYS
    picture: str | None = None
    sure: bool = True
    is_detail: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """How one procedure is done, or what to do at one turn of life (hướng dẫn).

    Both feed the same prints. `costs` is time and money, `going` who goes, where and when;
    `online` tells whether it can be done from home at the National Public Service Portal.
    """

    title: str
    official_title: str
    code: str
    picture: str | None
    who_for: str
    papers: tuple[GuidePaper, ...]
    steps: tuple[GuideStep, ...]
    costs: tuple[GuideFact, ...]
    going: tuple[GuideFact, ...]
    example: str
    online: bool
    sources: tuple[str, ...]
    edition: Edition


@dataclass(frozen=True, slots=True)
class DeskSign:
    """The sign on the guidance desk (biển bàn), in the very words of the commune's plan."""

    words: str
    edition: Edition


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture of a film and what is said while it stands, by sentence."""

    picture: bytes
    sentences: tuple[str, ...]
