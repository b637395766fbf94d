"""What a hamlet's head is asked to pass on, on paper: who, which day, where. Never why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from donghanh.base.clock import local

from . import rules
from .typesetting import typeset

SOON = "Ngày làm việc gần nhất"  # where no day was promised


@dataclass(frozen=True, slots=True)
class HamletRow:
    """One person: as the hamlet knows them, the day they are asked to come (None: soon), where."""

    person: str
    come_on: date | None
    place: str


@dataclass(frozen=True, slots=True)
class HamletPaper:
    """A list for one hamlet. `head`: what its head is called, `bring`: what each is to bring."""

    centre_name: str
    commune: str
    hamlet: str
    head: str
    number: int
    made_at: datetime
    rows: tuple[HamletRow, ...]
    bring: str = "phiếu hẹn"


def hamlet_list(paper: HamletPaper) -> bytes:
    """Return the list as a tagged PDF (A4)."""
    contents = {
        "centre_name": paper.centre_name,
        "commune": paper.commune,
        "hamlet": paper.hamlet,
        "head": paper.head,
        "number": str(paper.number),
        "bring": paper.bring,
        "rows": [[row.person, _day(row.come_on), row.place] for row in paper.rows],
        "issued_words": f"In ngày {rules.date_figures(local(paper.made_at).date())}.",
    }
    return typeset("hamlet_list.typ", contents, at=paper.made_at)


def _day(day: date | None) -> str:
    return f"{rules.weekday(day)} {rules.date_figures(day)}" if day else SOON
