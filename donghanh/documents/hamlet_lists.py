"""What a hamlet's head is asked to pass on, on paper: who, which day, where. Never why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from donghanh.base.clock import local

from . import rules
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class HamletRow:
    """One person: as the hamlet knows them, when they are asked to come with what, where."""

    person: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class HamletPaper:
    """A list for one hamlet. `head`: what its head is called."""

    centre_name: str
    commune: str
    hamlet: str
    head: str
    number: int
    made_at: datetime
    rows: tuple[HamletRow, ...]


def hamlet_list(paper: HamletPaper) -> bytes:
    """Return the list as a tagged PDF (A4)."""
    contents = {
        "centre_name": paper.centre_name,
        "commune": paper.commune,
        "hamlet": paper.hamlet,
        "head": paper.head,
        "number": str(paper.number),
        "rows": [[row.person, row.words, row.place] for row in paper.rows],
        "issued_words": f"In ngày {rules.date_figures(local(paper.made_at).date())}.",
    }
    return typeset("hamlet_list.typ", contents, at=paper.made_at)
