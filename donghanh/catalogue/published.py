"""Records of the national catalogue as published, and of taking it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


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
    value: float | None
    unit: str | None
    description: str | None


@dataclass(frozen=True, slots=True)
class OfficialProcedure:
    """A procedure as the national catalogue publishes it: the officials' words, unchecked by us.

    `province`: the only province that has it, without marks; None for the whole country.
    `documents_text`, `methods_text`: a few were published as one run of words without a table.
    `name_only`: the source knows no more than the name.
    """

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
    province: str | None = None
    documents_text: str | None = None
    methods_text: str | None = None
    name_only: bool = False
    row_id: int = 0


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """One line to tick of a published procedure. `id` stays while the published words stay."""

    id: str
    name: str
    case: str | None
    originals: int | None
    copies: int | None


@dataclass(frozen=True, slots=True)
class OfficialChecklist:
    """What to bring, by the published words alone: no cases are sorted out, nothing is checked.

    `nothing_published`: the catalogue names no paper. That does not mean that none is needed.
    """

    procedure: OfficialProcedure
    lines: tuple[OfficialLine, ...]
    nothing_published: bool


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
    province: str = ""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of the catalogue file that was not taken in, and why. Lines count from 1."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class OfficialChange:
    """What became of one published procedure between two imports.

    `what`: "added", "gone", or the parts that changed: title, papers, time, fee, steps, law, other.
    """

    code: str
    published_by: str
    title: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `read` lines; of these `added` new, `changed`, `unchanged`, `passed_over`
    (not of the commune), `deleted` (marked so by the publisher) and `bad`: the six add up to
    `read`. `gone` stood before and are not in this file; `withdrawn` of them were taken out, none
    when the file lacks so many that it must be a part. `changes` lists it all, but on a first
    import."""

    read: int
    added: int
    unchanged: int
    bad: tuple[BadLine, ...] = ()
    changed: int = 0
    passed_over: int = 0
    deleted: int = 0
    gone: int = 0
    withdrawn: int = 0
    changes: tuple[OfficialChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import that changed something: of which file, when, with what report."""

    id: int
    source: str
    at: datetime
    report: ImportReport
