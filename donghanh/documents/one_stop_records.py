"""What the seven forms of a one-stop office say (biểu mẫu một cửa), as the office fills them.

What is empty, or None, prints as dots to be filled by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from .records import Person

NOBODY = Person()


@dataclass(frozen=True, slots=True)
class OneStopHead:
    """Whose sheet it is. `place` stands before the day: "Vĩnh Thuận"."""

    governing_body: str
    centre_name: str
    place: str
    made_on: date | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """The dossier that a sheet is about. `code` is ours, `official_code` the province's.

    `decides`: the body that decides it; empty for the office whose sheet it is.
    """

    applicant: Person = NOBODY
    request: str = ""
    official_code: str = ""
    code: str = ""
    decides: str = ""


@dataclass(frozen=True, slots=True)
class SupplementSheet:
    """Mẫu 02. `answer_by_on`: the last day to answer, said beneath the form; None for no day."""

    head: OneStopHead
    matter: Matter
    lines: tuple[str, ...] = ()
    reason: str = ""
    contact: str = ""
    phone: str = ""
    answer_by_on: date | None = None


@dataclass(frozen=True, slots=True)
class RefusalSheet:
    """Mẫu 03."""

    head: OneStopHead
    matter: Matter
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ApologySheet:
    """Mẫu 04. `due_at`: the date that was not kept, at midnight where no hour was said."""

    head: OneStopHead
    matter: Matter
    accepted_on: date | None = None
    due_at: datetime | None = None
    reason: str = ""
    new_due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StopSheet:
    """Mẫu 05, of which only the title is known: what it says is ours."""

    head: OneStopHead
    matter: Matter
    accepted_at: datetime | None = None
    stopped_at: datetime | None = None
    reason: str = ""
    originals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """A dossier went from one body to another. `result`: in time or not, as the receiver notes."""

    from_body: str = ""
    to_body: str = ""
    passed_at: datetime | None = None
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ControlSheet:
    """Mẫu 06. `works_with`: the body that has a part in it."""

    head: OneStopHead
    matter: Matter
    works_with: str = ""
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    legs: tuple[Leg, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of Mẫu 07; every column in words."""

    code: str
    procedure: str
    whose: str
    reach: str
    decides: str
    accepted: str
    due: str
    returned: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """Mẫu 07. `field`: the field whose dossiers it lists, `days` the days, both in words."""

    head: OneStopHead
    field: str = ""
    days: str = ""
    lines: tuple[RegisterLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    """Mẫu 01. `reminders`: lines of ours beneath the form, none of its own."""

    head: OneStopHead
    matter: Matter
    authoriser: Person | None = None
    authorisation_paper: str = ""
    papers: tuple[str, ...] = ()
    sets: int | None = None
    time_words: str = ""
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    collect_where: str = ""
    register_volume: str = ""
    register_number: str = ""
    received_by: str = ""
    reminders: tuple[str, ...] = ()


OneStopSheet: TypeAlias = (
    ReceiptSheet
    | SupplementSheet
    | RefusalSheet
    | ApologySheet
    | StopSheet
    | ControlSheet
    | RegisterSheet
)
