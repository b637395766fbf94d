"""Content files into rows: read and check everything, then write what changed, or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from donghanh.base.content import ContentError
from donghanh.base.text import nfc

from . import models
from .reading.nodes import Faults, parse
from .reading.whole import PAPERS, PICTURES, PLACES, PROCEDURES, SUPERSEDED, Content, read_whole
from .records import LoadReport

TABLES: dict[str, type[models.Version]] = {
    "procedure": models.Procedure,
    "paper": models.Paper,
    "place": models.Place,
    "superseded": models.SupersededCode,
}


def read_folder(folder: Path) -> Content:
    """Read the content folder. What is wrong is in `.faults`; nothing is raised."""
    faults = Faults()
    files = {name: text for name, path in _paths(folder) if (text := _text(path, name, faults))}
    content = read_whole(files, _pictures(folder, faults))
    content.faults.errors[:0] = faults.errors
    return content


def _paths(folder: Path) -> Iterator[tuple[str, Path]]:
    for name in (PAPERS, PLACES, SUPERSEDED):
        if (folder / name).is_file():
            yield name, folder / name
    for path in sorted((folder / PROCEDURES).glob("*.yaml")):
        yield PROCEDURES + path.name, path


def _text(path: Path, name: str, faults: Faults) -> str:
    try:
        return nfc(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        faults.errors.append(ContentError(name, 1, "không phải UTF-8", "lưu lại tệp bằng UTF-8"))
        return ""


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


def texts(content: Content) -> dict[tuple[str, str], Text]:
    """Return what to keep, by kind and id."""
    return {(kind, code): _piece(content, kind, code) for kind, code in sorted(content.nodes)}


def _piece(content: Content, kind: str, code: str) -> Text:
    value = content.nodes[kind, code].value
    body = json.dumps(value, ensure_ascii=False, sort_keys=True, default=_day_text)
    return Text(
        json.loads(body),
        hashlib.sha256(body.encode()).hexdigest(),
        _columns(content, kind, code),
    )


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
            "source": "\n".join(paper.sources),
            "certainty": paper.confidence,
            "checked_on": paper.checked_on,
        }
    if kind == "superseded":
        entry = content.superseded[code]
        return {
            "valid_from": entry.since,
            "source": entry.evidence,
            "certainty": entry.confidence,
        }
    return {}


def write(content: Content, at: datetime) -> LoadReport:
    """Write a new row for each text that is new or changed, in the caller's transaction."""
    added = changed = kept = 0
    pieces = texts(content)
    for kind, table in TABLES.items():
        standing = _standing(table)
        fresh: list[models.Version] = []
        for code, text in ((c, t) for (k, c), t in pieces.items() if k == kind):
            version, content_hash = standing.get(code, (0, ""))
            if text.content_hash == content_hash:
                kept += 1
                continue
            added, changed = (added, changed + 1) if version else (added + 1, changed)
            fresh.append(_row(table, code, version + 1, text, at))
        table._default_manager.bulk_create(fresh, batch_size=100)
    faults = content.faults
    return LoadReport(added, changed, kept, tuple(faults.errors), tuple(faults.warnings))


def _row(
    table: type[models.Version], code: str, version: int, text: Text, at: datetime
) -> models.Version:
    return table(
        code=code,
        version=version,
        content_hash=text.content_hash,
        body=text.body,
        loaded_at=at,
        **text.columns,
    )


def _standing(table: type[models.Version]) -> dict[str, tuple[int, str]]:
    rows = table._default_manager.order_by("id").values_list("code", "version", "content_hash")
    return {code: (version, content_hash) for code, version, content_hash in rows}
