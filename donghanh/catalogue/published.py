"""Records of the national catalogue as published, and of taking it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """One line of the papers in the national catalogue, as published."""

    name: str
    case: str | None
    originals: int | None
    copies: int | None


@dataclass(frozen=True, slots=True)
class OfficialFee:
    """A fee line as published. `vnd` None: not entered. It is never read as free."""

    method: str | None
    kind: str | None
    vnd: int | None
    description: str | None


@dataclass(frozen=True, slots=True)
class OfficialTimeLimit:
    """A time limit as published, by the way of handing in."""

    method: str | None
    value: int | None
    unit: str | None
    description: str | None


@dataclass(frozen=True, slots=True)
class OfficialProcedure:
    """A procedure as the national catalogue publishes it: the officials' words, unchecked by us."""

    code: str
    title: str
    field: str
    ward: bool
    levels: tuple[str, ...]
    published_by: str | None
    state: str | None
    decision_no: str | None
    decision_date: date | None
    snapshot_date: str | None
    executing: tuple[str, ...]
    subjects: tuple[str, ...]
    steps: tuple[str, ...]
    documents: tuple[OfficialDocument, ...]
    forms: tuple[str, ...]
    fee: tuple[OfficialFee, ...]
    time_limits: tuple[OfficialTimeLimit, ...]
    channels: tuple[str, ...]
    results: tuple[str, ...]
    requirements: str | None
    legal: tuple[str, ...]
    url: str | None
    row_id: int = 0


@dataclass(frozen=True, slots=True)
class OfficialSummary:
    """What search needs of an official procedure, without its long texts."""

    code: str
    title: str
    field: str
    ward: bool
    keywords: str
    subjects: str
    results: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of the catalogue file that was not taken in, and why. Lines count from 1."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `read` lines; of these `added` new, `changed`, `unchanged`, `passed_over`
    (not of the commune), and `bad`. Nothing else: the five parts add up to `read`."""

    read: int
    added: int
    unchanged: int
    bad: tuple[BadLine, ...] = ()
    changed: int = 0
    passed_over: int = 0
