"""What guidance hands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from donghanh.catalogue.service import (
    CaseQuestion,
    FeeRule,
    LocalFact,
    OfficialProcedure,
    Paper,
    Place,
    Procedure,
    RequiredPaper,
    TimeRule,
)


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One paper of a personal list. `certain` False: say "tùy trường hợp" beside it.

    `held`: the person has it, or one of its lawful substitutes (`held_instead` is which).
    """

    required: RequiredPaper
    paper: Paper
    certain: bool
    instead: tuple[Paper, ...]
    held: bool
    held_instead: Paper | None


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """A paper still to fetch. `where` None: the person has it at home or writes it (`paper.note`).

    `fee_words`, `how_long`, `who_may_go` are plain words; what is not known says so.
    """

    paper: Paper
    required: RequiredPaper
    where: Place | None
    fee_words: str
    who_may_go: str
    how_long: str
    instead: tuple[Paper, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """A personal list. `questions`: still open and changing the answer, the most telling first.

    `time` and `fee` are None while an open question decides them; `times` and
    `fees` then hold every possibility. `nothing_to_bring` is only said when it is certain.
    `answers` are those that counted: asked in this case, and a choice we know. `published`: the
    text where the list holds the national catalogue's words alone, not checked by us.
    """

    procedure: Procedure
    answers: Mapping[str, str] = field(hash=False)
    questions: tuple[CaseQuestion, ...]
    papers: tuple[ChecklistItem, ...]
    missing: tuple[MissingPaper, ...]
    time: TimeRule | None
    fee: FeeRule | None
    times: tuple[TimeRule, ...]
    fees: tuple[FeeRule, ...]
    extras: tuple[FeeRule, ...]
    nothing_to_bring: bool
    published: OfficialProcedure | None = None


BringState = Literal["held", "on_slip", "own", "unknown"]
"""held: ticked; on_slip: another line of the slip; own: had at home or written; unknown."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A paper to bring when fetching a missing one. `bring`: the same again, for this paper."""

    required: RequiredPaper
    paper: Paper
    certain: bool
    state: BringState
    where: Place | None
    bring: tuple[Brought, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A missing paper with all that is needed to go and get it. Every text is plain words.

    `yielded_by`: the procedure that makes the paper, where we know one. `local`: the centre's own
    facts that went into it. `unsure`: what is known of the paper was not checked at its source.
    """

    missing: MissingPaper
    where: str
    hours: str
    fee: str
    how_long: str
    who_may_go: str
    bring: tuple[Brought, ...]
    yielded_by: Procedure | None
    note: str
    local: tuple[LocalFact, ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit to one place. `place` None: prepared at home. `here`: before leaving the centre.

    `files`: the whole dossier is handed in on this visit.
    """

    place: Place | None
    here: bool
    lines: tuple[SlipLine, ...]
    files: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """How to get what is missing, in the order of the fewest trips. Empty when nothing is."""

    checklist: Checklist
    stops: tuple[Stop, ...]

    @property
    def lines(self) -> tuple[SlipLine, ...]:
        """Every missing paper once, in the order of the stops."""
        return tuple(line for stop in self.stops for line in stop.lines)

    @property
    def trips(self) -> int:
        """How often one leaves the house, the last time to hand everything in."""
        return sum(1 for stop in self.stops if stop.place is not None and not stop.here)
