"""What the dossier room hands out about registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .rules import News


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a file. `columns`: field -> heading; `remembered`: from the last time.

    `gone`: headings of the last time that this file does not have.
    """

    words: tuple[str, ...]
    columns: Mapping[str, str] = field(hash=False)
    remembered: bool
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be read: its number in the file, from 1, and why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file. `linked`: rows of our dossiers; `changed`: dossiers that it changed.

    `doubled`: rows that say something else of a dossier than another row does.
    """

    id: int
    rows_read: int
    linked: int
    changed: int
    bad: tuple[BadRow, ...]
    imported_at: datetime
    doubled: tuple[BadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A line of the register that may be one of our dossiers: same procedure, same day."""

    dossier_id: int
    dossier_code: str
    code: str
    title: str
    accepted_at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProvinceStatus:
    """What the province's register last said of one of our dossiers."""

    status_words: str
    settled_at: datetime | None
    returned_at: datetime | None
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class ProvinceNews:
    """What the province's register says of an open dossier and is not so here (tin của tỉnh).

    `at`: when it happened there, None where the register does not say.
    """

    dossier_id: int
    dossier_code: str
    official_code: str
    procedure_code: str
    procedure_title: str
    news: News
    status_words: str
    at: datetime | None
    kept_by_id: int | None
