"""What a print needs to know. Callers fill these records; a print adds layout, never facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

SlipSize: TypeAlias = Literal["80mm", "a5"]
SlipForm: TypeAlias = Literal["pdf", "png"]
CollectWay: TypeAlias = Literal["counter", "post", "home"]  # how a result was asked for
HowToBring: TypeAlias = Literal["hand_in", "show", "looked_up"]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of a procedure: its plain name, its picture and what is done with it.

    `looked_up` means that nothing is brought: an officer looks it up.
    """

    words: str
    how: HowToBring = "hand_in"
    picture: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """The slip with a visitor's number (phiếu số).

    It has no place for needs, group or standing: a slip lies open on a chair, and anyone reads it.
    `promise` is the wait as a range in words; `follow_url` makes a QR code. `again`: printed a
    second time, and the slip says so. `cut_corner`: a corner is marked to be cut off, so that a
    hand finds the top. `second`: words in another language by the id of their phrase, set beneath
    ours; `second_note` says who looked at them.
    """

    centre_name: str
    commune: str
    label: str
    issued_at: datetime
    procedures: tuple[str, ...]
    papers: tuple[PaperLine, ...]
    promise: str
    slip_code: str
    follow_url: str | None = None
    notes: tuple[str, ...] = ()
    revision: int | None = None
    again: bool = False
    cut_corner: bool = False
    second: Mapping[str, str] = field(default_factory=dict)
    second_note: str = ""


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One paper still missing. An empty `where`, `fee` or `how_long` prints as not known.

    `own`: had at home or written; then what is empty is left out. `stop`: the heading of the visit
    on which it is fetched; lines of one visit stand together.
    """

    paper: str
    picture: str | None = None
    where: str = ""
    fee: str = ""
    how_long: str = ""
    who_may_go: str = ""
    bring: str = ""
    substitute: str = ""
    hours: str = ""
    note: str = ""
    own: bool = False
    stop: str = ""


@dataclass(frozen=True, slots=True)
class MissingSlip:
    """What is still missing for one procedure, and where to get it (phiếu giấy còn thiếu).

    `trips` says how often one leaves the house; `ending` what to do with everything in hand;
    `second` and `second_note` as on the ticket.
    """

    centre_name: str
    commune: str
    procedure: str
    issued_at: datetime
    lines: tuple[MissingLine, ...]
    slip_code: str
    notes: tuple[str, ...] = ()
    trips: str = ""
    ending: str = ""
    revision: int | None = None
    second: Mapping[str, str] = field(default_factory=dict)
    second_note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who hands papers in, or for whom. What is empty prints as dots to be filled by hand."""

    full_name: str = ""
    personal_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """What the return slip needs: the desk's reminder, or Mẫu 01 once `official_code` is known.

    `due_at` is the desk's own reckoning (None: not known, `due_words` says why); `official_due_at`
    is the province's system's. On Mẫu 01 only the official one stands; a difference is said.
    `scan`: what the square of the reminder says to a scanner or a telephone; empty for none.

    # Law: Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu 01 (rebuilt from a second-hand print,
    # unchecked).
    """

    governing_body: str
    centre_name: str
    commune: str
    code: str
    procedure: str
    papers: tuple[str, ...]
    accepted_at: datetime
    time_words: str
    due_at: datetime | None
    due_words: str = ""
    official_code: str | None = None
    official_due_at: datetime | None = None
    receipt_number: str = ""
    applicant: Person = Person()
    authoriser: Person | None = None
    authorisation_paper: str = ""
    request: str = ""
    sets: int = 1
    fee_words: str = ""
    collect_where: str = ""
    bring: tuple[str, ...] = ()
    scan: str = ""
    way: CollectWay = "counter"
    register_volume: str = ""
    register_number: str = ""
    received_by: str = ""
    phone: str = ""
    revision: int | None = None
