"""What the dossier room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from donghanh.base.clock import local


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whose dossier it is, as far as it was asked. All may be empty: the slip works without."""

    name: str = ""
    id_number: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """A due date that we gave. `due_on` None: the term is unknown, an officer must say it."""

    due_on: date | None
    words: str
    certain: bool
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficialCode:
    """What the province's system gave: its code and its date, which wins over ours."""

    code: str
    due_at: datetime | None
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """The result was handed over, once (trả kết quả)."""

    handed_over_at: datetime
    shown: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier that we help with (hồ sơ). `code` is ours and never looks like an official one."""

    id: int
    centre_id: int
    code: str
    visit_id: int
    procedure_code: str
    procedure_row_id: int
    procedure_title: str
    answers: dict[str, str]
    papers: tuple[str, ...]
    accepted_at: datetime
    promised: Promised
    official: OfficialCode | None
    handover: Handover | None

    @property
    def due_on(self) -> date | None:
        """The date that holds: the official one when there is one, else ours."""
        if self.official and self.official.due_at:
            return local(self.official.due_at).date()
        return self.promised.due_on
