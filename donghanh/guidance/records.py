"""What guidance hands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from donghanh.catalogue.service import (
    CaseQuestion,
    FeeRule,
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

    `fee_words`, `takes`, `who_may_go` are plain words; what is not known says so.
    """

    paper: Paper
    required: RequiredPaper
    where: Place | None
    fee_words: str
    who_may_go: str
    takes: str
    instead: tuple[Paper, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """A personal list. `time` and `fee` are None while an open question decides them; `times` and
    `fees` then hold every possibility. `nothing_to_bring` is only said when it is certain.
    `answers` are those that counted: asked in this case, and a choice we know.
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
