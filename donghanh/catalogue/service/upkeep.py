"""Keeping the catalogue true: what is wrong in the files, what is left open, what falls due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from donghanh.base.clock import today
from donghanh.base.content import CONTENT, ContentError
from donghanh.base.nodes import stored

from .. import loading, models
from ..reading.due import Due, due_of
from ..reading.procedures import read_procedure
from ..reading.summary import ContentSummary, summarise
from ..reading.whole import Content
from ..records import Procedure
from ..shelf import current

__all__ = [
    "ContentCheck",
    "ContentSummary",
    "Due",
    "check_content",
    "content_due",
    "content_due_in_files",
    "content_summary",
    "procedures_to_check",
]


_CHANGES: Final = "Lời đổi từ ngày này, theo"


@dataclass(frozen=True, slots=True)
class ContentCheck:
    """What a look at the content files found."""

    summary: ContentSummary
    errors: tuple[ContentError, ...]
    warnings: tuple[ContentError, ...]


def check_content(*, on: date | None = None, folder: Path = CONTENT) -> ContentCheck:
    """Check the content files, their wording too. Nothing is loaded."""
    day = on or today()
    content = loading.check_folder(folder, day)
    summary = summarise([_applying(content, code, day) for code in content.procedures], day)
    faults = content.faults
    return ContentCheck(summary, tuple(faults.errors), tuple(faults.warnings))


def _applying(content: Content, code: str, day: date) -> Procedure:
    """Return a procedure as it stands on the day: its own words, or those of the last change."""
    spans = [s for s in content.spans.get(("procedure", code), ()) if s.change_from <= day]
    return read_procedure(spans[-1].node) if spans else content.procedures[code]


def content_due_in_files(
    within: int, *, on: date | None = None, folder: Path = CONTENT
) -> tuple[Due, ...]:
    """Return what must be looked at again within so many days, with file and line, by day."""
    day = on or today()
    until, content = day + timedelta(days=within), loading.read_folder(folder)
    found: list[Due] = []
    for (kind, name), node in content.nodes.items():
        spans, code = content.spans.get((kind, name), []), _code(kind, name, node.value)
        begins = spans[0].change_from if spans else None
        found += due_of(kind, code, node, day, until, changed_from=begins)
        for span in spans:
            if day <= span.change_from <= until:
                why = f"{_CHANGES} {span.node.texts('sources')[-1]}"
                place = span.node.file, span.node.line
                found.append(Due(span.change_from, kind, code, why, *place))
    return _by_day(found)


def content_due(within: int, *, on: date | None = None) -> tuple[Due, ...]:
    """Return the same of what is loaded, without lines. Read once a revision and day."""
    return _due_in_rows(current().stamp, within, on or today())


@lru_cache(maxsize=4)
def _due_in_rows(stamp: UUID | None, within: int, day: date) -> tuple[Due, ...]:
    del stamp  # only tells one revision from another
    until = day + timedelta(days=within)
    found: list[Due] = []
    rows = list(_standing_rows())
    begins: dict[tuple[str, str], date] = {}
    for kind, row in rows:
        if change_from := getattr(row, "change_from", None):
            begins[kind, row.code] = min(change_from, begins.get((kind, row.code), change_from))
    for kind, row in rows:
        code, change_from = _code(kind, row.code, row.body), getattr(row, "change_from", None)
        if change_from is None:
            first, node = begins.get((kind, row.code)), stored(row.body, "")
            found += due_of(kind, code, node, day, until, changed_from=first)
        elif day <= change_from <= until:
            why = f"{_CHANGES} {row.source.splitlines()[-1]}"
            found.append(Due(change_from, kind, code, why, "", 0))
    return _by_day(found)


def _code(kind: str, name: str, value: Any) -> str:
    """Return what a text is about: a province's fact has a name of its own."""
    return str(value.get("subject")).partition(":")[2] if kind == "province" else name


def _standing_rows() -> Iterator[tuple[str, models.Version]]:
    for kind in ("procedure", "paper", "province", "life_event"):
        table = loading.TABLES[kind]
        dated = ("change_from",) if issubclass(table, models.Dated) else ()
        for row in table.objects.newest("code", *dated).order_by("code"):
            yield kind, row


def _by_day(found: list[Due]) -> tuple[Due, ...]:
    return tuple(sorted(set(found), key=lambda one: (one.on, one.kind, one.code, one.why)))


def content_summary(*, on: date | None = None) -> ContentSummary:
    """Return the counts of what is loaded."""
    day = on or today()
    return summarise(_of_each_code(day), day)


def procedures_to_check(*, on: date | None = None) -> list[Procedure]:
    """Return the procedures in force whose notes or confidence ask an officer to look."""
    found = _of_each_code(on or today())
    return [p for p in found if not p.superseded_by and (p.to_check or p.confidence != "high")]


def _of_each_code(day: date) -> list[Procedure]:
    shelf = current()
    texts = ((shelf.procedure(code, day), shelf.procedures[code][0]) for code in shelf.procedures)
    return [applying or newest for applying, newest in texts]
