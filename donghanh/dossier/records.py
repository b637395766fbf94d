"""What the dossier room hands out: the dossier, and what happened in its life as instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from donghanh.base.clock import local

from .rules import Body, Way, said_last


@dataclass(frozen=True, slots=True)
class Authoriser:
    """Who sent the person that hands in (người ủy quyền), and by which paper."""

    name: str = ""
    id_number: str = ""
    address: str = ""
    phone: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who hands a dossier in, as far as it was asked. All may be empty: the slip works without.

    `authoriser`: who sent them, None where they came for themselves.
    """

    name: str = ""
    id_number: str = ""
    address: str = ""
    phone: str = ""
    authoriser: Authoriser | None = None


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
class Posting:
    """A result under way by post. `fee_vnd` None: not known. `paid_by`: "person", "centre", ""."""

    tracking: str
    fee_vnd: int | None
    paid_by: str
    arrived_at: datetime | None
    came_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class Handover:
    """The result was handed over, once (trả kết quả). `shown` says what was looked at.

    `relation`: of a proxy to the person; `witness`: who of the staff stood beside, at a home;
    `undone_at`, `undone_why`: taken back within a minute, corrected later, or come back by post.
    """

    handed_over_at: datetime
    shown: str
    way: Way = Way.COUNTER
    relation: str = ""
    receiver: str = ""
    place: str = ""
    witness: str = ""
    posting: Posting | None = None
    undone_at: datetime | None = None
    undone_why: str = ""


@dataclass(frozen=True, slots=True)
class SupplementRequest:
    """What must be completed, once and whole (phiếu yêu cầu bổ sung, Mẫu 02).

    `answer_by_on`: the last day to answer a request of the deciding body; None at reception.
    `due_on_before`: the date that held until then. `lines` and `reason` are sealed: they are empty
    but in an opened dossier.
    """

    id: int
    body: Body
    asked_at: datetime
    answer_by_on: date | None
    answered_at: datetime | None
    due_on_before: date | None = None
    lines: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a dossier was not taken or not granted (phiếu từ chối, Mẫu 03); the reason is sealed."""

    body: Body
    refused_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Apology:
    """We are late, and this is the one new date (phiếu xin lỗi, Mẫu 04).

    `in_time`: it was made a day or more before the date that it replaces.
    """

    apologised_at: datetime
    due_on_before: date
    new_due_at: datetime
    in_time: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """The person asked to stop (thông báo dừng giải quyết, Mẫu 05)."""

    stopped_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Our own error in a result, to be put right in three working days (đính chính)."""

    id: int
    found_at: datetime
    due_on: date
    corrected_at: datetime | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Papers went from one body to the other (chuyển hồ sơ): a line of Mẫu 06.

    `due_on`: by when it had to go.
    """

    id: int
    from_body: str
    to_body: str
    passed_at: datetime
    due_on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """All that happened to a dossier, as instants and records. Words are there when opened."""

    brought_at: datetime
    accepted_at: datetime | None = None
    requests: tuple[SupplementRequest, ...] = ()
    passages: tuple[Passage, ...] = ()
    apology: Apology | None = None
    refusal: Refusal | None = None
    stop: Stop | None = None
    closed_at: datetime | None = None
    ready_at: datetime | None = None
    handovers: tuple[Handover, ...] = ()
    corrections: tuple[Correction, ...] = ()
    originals_returned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bodies:
    """The three bodies of a dossier: who helps, who receives, who decides; names, may be empty."""

    helps: str
    receives: str = ""
    decides: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier that we help with (hồ sơ). `code` is ours and never looks like an official one.

    `accepted_at` None: it was brought, and is not complete yet. `promised` is the promise of the
    term that runs now, `term_from_at` its first instant. `originals`: originals that we hold.
    `forgotten_at`: since when it names nobody any more. `collect_way`: how the person asked to get
    the result when they handed the papers in.
    """

    id: int
    centre_id: int
    code: str
    visit_id: int
    procedure_code: str
    procedure_row_id: int
    procedure_title: str
    answers: dict[str, str]
    papers: tuple[str, ...]
    brought_at: datetime
    accepted_at: datetime | None
    promised: Promised
    official: OfficialCode | None
    handover: Handover | None
    term_from_at: datetime | None = None
    ready_at: datetime | None = None
    apology: Apology | None = None
    bodies: Bodies = Bodies("")
    originals: tuple[str, ...] = ()
    originals_returned_at: datetime | None = None
    kept_by_id: int | None = None
    ended_at: datetime | None = None
    forgotten_at: datetime | None = None
    collect_way: Way = Way.COUNTER

    @property
    def due_at(self) -> datetime | None:
        """The hour that holds, where one was said: by the official receipt or a new date."""
        official, apology = self.official, self.apology
        said = [(official.noted_at, official.due_at)] if official else []
        if apology:
            said.append((apology.apologised_at, apology.new_due_at))
        return said_last(self.term_from_at, said)

    @property
    def due_on(self) -> date | None:
        """The date that holds: what was said last officially in this term, else ours."""
        return local(self.due_at).date() if self.due_at else self.promised.due_on


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier with whose it is and every word about it. Opening it is an event."""

    dossier: Dossier
    applicant: Applicant
    life: Life
    mismatch: str = ""
