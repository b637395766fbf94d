"""Content files into rows: read and check everything, then write what changed, or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db.models import Max

from donghanh.base.clock import local
from donghanh.base.content import ContentError
from donghanh.base.nodes import Faults, Node, parse
from donghanh.base.text import nfc

from . import models
from .reading.changes import CHANGES, Span
from .reading.checks import check_days
from .reading.entitlements import ENTITLEMENTS
from .reading.hard_words import HARD_WORDS, check_hard_words, read_hard_words
from .reading.life_events import LIFE_EVENTS
from .reading.provinces import PROVINCES
from .reading.whole import PAPERS, PICTURES, PLACES, PROCEDURES, SUPERSEDED, Content, read_whole
from .records import LoadReport

TABLES: dict[str, type[models.Version]] = {
    "procedure": models.Procedure,
    "paper": models.Paper,
    "place": models.Place,
    "superseded": models.SupersededCode,
    "life_event": models.LifeEvent,
    "entitlements": models.EntitlementBook,
    "province": models.ProvinceFact,
}

Identity = tuple[str, date | None]
"""Code, and the day from which a law changes it; None for the file's own words."""


def read_folder(folder: Path) -> Content:
    """Read the content folder. What is wrong is in `.faults`; nothing is raised."""
    faults = Faults()
    files = {name: text for name, path in _paths(folder) if (text := _text(path, name, faults))}
    content = read_whole(files, _pictures(folder, faults))
    content.faults.errors[:0] = faults.errors
    return content


def check_folder(folder: Path, on: date) -> Content:
    """Read the content folder and check its wording too, and its days against today's (`on`)."""
    content, faults = read_folder(folder), Faults()
    path = folder / HARD_WORDS
    words = read_hard_words(_text(path, HARD_WORDS, faults), faults) if path.is_file() else {}
    for (kind, _), node in content.nodes.items():
        if kind == "procedure":
            check_hard_words(node, words)
        if kind in ("procedure", "paper"):
            check_days(node, on)
    content.faults.errors[:0] = faults.errors
    content.faults.once_each()
    return content


def _paths(folder: Path) -> Iterator[tuple[str, Path]]:
    for name in (PAPERS, PLACES, SUPERSEDED, LIFE_EVENTS, ENTITLEMENTS):
        if (folder / name).is_file():
            yield name, folder / name
    for inner in (PROCEDURES, CHANGES, PROVINCES):
        for path in sorted((folder / inner).glob("*.yaml")):
            yield inner + path.name, path


def _text(path: Path, name: str, faults: Faults) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        faults.errors.append(ContentError(name, 1, "không phải UTF-8", "lưu lại tệp bằng UTF-8"))
        return ""
    for number, line in enumerate(text.splitlines() if text != nfc(text) else (), start=1):
        if line != nfc(line):
            wrong = "dấu tiếng Việt tách rời khỏi chữ (không phải NFC)"
            faults.errors.append(ContentError(name, number, wrong, "gõ lại, hoặc lưu dạng NFC"))
    return nfc(text)


def _pictures(folder: Path, faults: Faults) -> set[str] | None:
    """Return the ids of the pictograms, None where they are not there to be checked."""
    path = folder / PICTURES
    if not path.is_file():
        return None
    root = parse(_text(path, PICTURES, faults), PICTURES, faults)
    if isinstance(root.value, list):
        return {str(node.child("id").value) for node in root.elements()}
    return {name for name, _ in root.members()}


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of content as it is kept: its JSON text, that text's hash, and the columns."""

    body: Any
    content_hash: str
    columns: dict[str, Any]


def texts(content: Content, kind: str) -> dict[Identity, Text]:
    """Return what to keep of one kind, by code and the day of the change."""
    pieces: dict[Identity, Text] = {}
    for (its_kind, code), node in sorted(content.nodes.items()):
        if its_kind != kind:
            continue
        pieces[code, None] = _piece(node, _columns(content, kind, code))
        for span in content.spans.get((kind, code), ()):
            pieces[code, span.change_from] = _piece(span.node, _span_columns(span))
    return pieces


def _piece(node: Node, columns: dict[str, Any]) -> Text:
    body = json.dumps(node.value, ensure_ascii=False, sort_keys=True, default=_day_text)
    return Text(json.loads(body), hashlib.sha256(body.encode()).hexdigest(), columns)


def _span_columns(span: Span) -> dict[str, Any]:
    node = span.node
    return {
        "change_from": span.change_from,
        "valid_from": node.day("valid_from"),
        "valid_to": node.day("valid_to"),
        "source": "\n".join(node.texts("sources")),
        "certainty": node.child("confidence").value,
        "checked_on": node.day("checked_on"),
    }


def _day_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _columns(content: Content, kind: str, code: str) -> dict[str, Any]:
    if kind == "procedure":
        procedure = content.procedures[code]
        return {
            "valid_from": procedure.valid_from,
            "valid_to": procedure.valid_to,
            "source": "\n".join(procedure.sources),
            "certainty": procedure.confidence,
            "checked_on": procedure.checked_on,
        }
    if kind == "paper":
        paper = content.papers[code]
        return {
            "valid_to": paper.valid_to,
            "source": "\n".join(paper.sources),
            "certainty": paper.confidence,
            "checked_on": paper.checked_on,
        }
    if kind == "province":
        fact = content.province_facts[code]
        return {
            "valid_from": fact.valid_from,
            "valid_to": fact.valid_to,
            "source": fact.source,
            "certainty": fact.confidence,
            "checked_on": fact.checked_on,
        }
    if kind == "superseded":
        entry = content.superseded[code]
        return {
            "valid_from": entry.since,
            "source": entry.evidence,
            "certainty": entry.confidence,
        }
    return _columns_over_procedures(content, kind, code)


def _columns_over_procedures(content: Content, kind: str, code: str) -> dict[str, Any]:
    """Return the columns of what leads over several procedures."""
    if kind == "life_event":
        event = content.life_events[code]
        return {
            "source": "\n".join(event.sources),
            "certainty": event.confidence,
            "checked_on": event.checked_on,
        }
    if kind == "entitlements" and content.entitlements:
        book = content.entitlements
        return {"source": "\n".join(book.sources), "checked_on": book.checked_on}
    return {}


def write(content: Content, at: datetime) -> LoadReport:
    """Write a new row for each text that is new or changed, in the caller's transaction.

    What the files hold no longer is withdrawn from that day on; its rows stay.
    """
    added = changed = kept = withdrawn = 0
    for kind, table in TABLES.items():
        standing, pieces = _standing(table), texts(content, kind)
        fresh: list[models.Version] = []
        for (code, change_from), text in pieces.items():
            before = standing.get((code, change_from))
            if before and before.content_hash == text.content_hash:
                kept += 1
                continue
            added, changed = (added, changed + 1) if before else (added + 1, changed)
            fresh.append(_row(table, code, text, at))
        withdrawn += _withdraw(table, standing, pieces, at)
        _number(table, fresh)
        table._default_manager.bulk_create(fresh, batch_size=100)
    faults = content.faults
    return LoadReport(added, changed, kept, tuple(faults.errors), tuple(faults.warnings), withdrawn)


def _row(table: type[models.Version], code: str, text: Text, at: datetime) -> models.Version:
    return table(
        code=code,
        content_hash=text.content_hash,
        body=text.body,
        loaded_at=at,
        **text.columns,
    )


def _number(table: type[models.Version], fresh: list[models.Version]) -> None:
    """Give each new row the next version number of its code."""
    codes = {row.code for row in fresh}
    rows: Any = table._default_manager  # one of several tables: which, mypy cannot tell
    numbered = rows.filter(code__in=codes).order_by().values_list("code")
    last = dict(numbered.annotate(last=Max("version"))) if codes else {}
    for row in fresh:
        row.version = last[row.code] = last.get(row.code, 0) + 1


@dataclass(frozen=True, slots=True)
class Standing:
    """The last version of a text that was not withdrawn."""

    row_id: int
    content_hash: str


def _standing(table: type[models.Version]) -> dict[Identity, Standing]:
    identity = ("code", "change_from") if issubclass(table, models.Dated) else ("code",)
    rows: Any = table._default_manager  # as above
    return {
        (row.code, getattr(row, "change_from", None)): Standing(row.id, row.content_hash)
        for row in rows.newest(*identity).defer("body")
    }


def _withdraw(
    table: type[models.Version],
    standing: dict[Identity, Standing],
    pieces: dict[Identity, Text],
    at: datetime,
) -> int:
    gone = [models.Withdrawal(
        table=table.__name__, row_id=row.row_id, ends_on=local(at).date(), recorded_at=at
    ) for identity, row in standing.items() if identity not in pieces]  # fmt: skip
    models.Withdrawal.objects.bulk_create(gone)
    return len(gone)
