"""What the feedback room hands out and takes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class About(StrEnum):
    """What a complaint is about, as the official figures part them (06a)."""

    CONDUCT = "conduct"
    RULE = "rule"
    OTHER = "other"


class Petition(StrEnum):
    """What is not taken down here, because its own law says who takes it and how."""

    KHIEU_NAI = "khieu_nai"
    TO_CAO = "to_cao"


class Stage(StrEnum):
    """Where a complaint or a data error stands, told from its instants."""

    TAKEN = "taken"
    SENT = "sent"
    TOLD = "told"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Rating:
    """What a visitor said: 3 pleased, 2 so-so, 1 not pleased."""

    id: int
    visit_id: int | None
    face: int
    given_at: datetime
    channel: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the eight things people are asked about. `choices`: level (3 best) -> words."""

    id: str
    law: str
    ask: str
    picture: str
    choices: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rating that came on paper or by word of mouth, as somebody else notes it."""

    face: int
    given_on: date
    channel: str
    matters: Mapping[str, int]
    words: str = ""


@dataclass(frozen=True, slots=True)
class RemarkRead:
    """What somebody added in their own words."""

    face: int
    words: str
    left_at: datetime


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody wants changed, as it is taken down. `accused`: ids of staff it is about."""

    words: str
    about: About
    channel: str
    accused: tuple[int, ...] = ()
    about_head: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintRecord:
    """A complaint without its words: what a list may show. `label`: "PA 3/2026".

    `due_on`: the day that holds now: the law's, or the one that was promised on the way.
    """

    id: int
    centre_id: int
    label: str
    code: str
    about: About
    channel: str
    owner_id: int
    taken_at: datetime
    due_on: date
    told_at: datetime | None
    stage: Stage
    late: bool
    official_code: str
    answered_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenedComplaint:
    """A complaint with its words; opening it was an event.

    `told`: what its author was told on the way. `about_head`: somebody who heads the centre is
    accused, so that nobody of the centre may judge it. `owners`: who may be given it.
    """

    complaint: ComplaintRecord
    words: str
    told: str
    answer: str
    accused: tuple[int, ...]
    about_head: bool
    owners: tuple[int, ...]
    pleased: bool | None


@dataclass(frozen=True, slots=True)
class RegisterPlace:
    """An official register and who puts it right. `to` holds {place}.

    `procedure`: how its person has it put right, a page of ours; `way`: the same in words.
    """

    id: str
    name: str
    to: str
    procedure: str | None
    way: str
    law: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PetitionWay:
    """Where khiếu nại or tố cáo goes."""

    kind: Petition
    name: str
    choice: str
    procedure: str
    lines: tuple[str, ...]
    law: str


@dataclass(frozen=True, slots=True)
class Flawed:
    """What is wrong in which register, as somebody shows it."""

    register: str
    flaw: str
    full_name: str
    personal_number: str
    born: str
    entry: str
    stands: str
    right: str
    evidence: str
    dossier_code: str = ""


@dataclass(frozen=True, slots=True)
class DataErrorRecord:
    """A data error without its person: what a list may show.

    `chase_on`: when to ask the register's keeper again; None before it was sent and after it ended.
    """

    id: int
    centre_id: int
    label: str
    register: str
    flaw: str
    dossier_code: str
    taken_at: datetime
    taken_by_id: int
    letter_at: datetime | None
    sent_at: datetime | None
    reference: str
    official_code: str
    chase_on: date | None
    answered_at: datetime | None
    mended: bool | None
    closed_at: datetime | None
    stage: Stage


@dataclass(frozen=True, slots=True)
class OpenedDataError:
    """A data error with its person; opening it was an event."""

    error: DataErrorRecord
    flawed: Flawed
    answer: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What people said in a spell: faces by how they were given, and the eight matters.

    `matters`: id -> (how many answered, how many of them the best level).
    """

    faces: Mapping[int, int]
    by_channel: Mapping[str, int]
    matters: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ComplaintTally:
    """Complaints of a spell. `before`: still open when it began; `on_time` of the answered."""

    before: int
    taken: int
    by_about: Mapping[str, int]
    answered: int
    on_time: int
    open_late: int
    pleased: int
    not_pleased: int
