"""Taking in: the content files of the product, and the file of the national catalogue."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.content import CONTENT
from donghanh.base.people import Actor

from .. import importing, loading, models
from ..national import Progress
from ..published import BadLine, ImportRecord, ImportReport, OfficialChange
from ..reading.whole import Content
from ..records import LoadReport

_LOADED, _IMPORTED = "catalogue.loaded", "catalogue.imported"


def load_content(
    *, by: Actor, key: UUID, at: datetime | None = None, folder: Path = CONTENT
) -> LoadReport:
    """Load the content files. With any error nothing is loaded and `.errors` lists them all.

    Text that has not changed is kept; changed text becomes a new row and the old one stays; text
    that the files hold no longer is withdrawn. When
    nothing changed, nothing is written at all, no event either.
    """
    content = loading.read_folder(folder)
    faults = content.faults
    if faults.errors:
        return LoadReport(0, 0, 0, tuple(faults.errors), tuple(faults.warnings))
    return _load(content, by=by, key=key, at=at or now())


@audit.verb
def _load(content: Content, *, by: Actor, key: UUID, at: datetime) -> LoadReport:
    if load := _replayed(_LOADED, key, by):
        return LoadReport(**load.report)
    report = loading.write(content, at)
    if report.added or report.changed or report.withdrawn:
        counts = {
            "added": report.added,
            "changed": report.changed,
            "kept": report.kept,
            "withdrawn": report.withdrawn,
        }
        _keep(_LOADED, "content", counts, by=by, key=key, at=at)
    return report


def import_catalogue(
    path: Path,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    ward_only: bool = True,
    progress: Progress | None = None,
) -> ImportReport:
    """Import the national catalogue (JSON lines, plain or xz); by default the commune level only.

    A bad line is left out and reported. Raise CatalogueUnreadable, with nothing imported, when
    the file is cut short or its compression is broken. Importing the same file again changes
    nothing; a newer one says what was added, what is gone (and is withdrawn), and which parts of
    the rest changed. The file is read outside the transaction: other desks go on working.
    """
    if load := _replayed(_IMPORTED, key, by):
        return _import_report(load.report)
    reading = importing.read_file(path, ward_only=ward_only, progress=progress)
    return _import(reading, path.name, by=by, key=key, at=at or now())


@audit.verb
def _import(
    reading: importing.Reading, source: str, *, by: Actor, key: UUID, at: datetime
) -> ImportReport:
    if load := _replayed(_IMPORTED, key, by):
        return _import_report(load.report)
    report = importing.write(reading, source[:200], at)
    if report.added or report.changed or report.withdrawn:
        _keep(_IMPORTED, source[:200], asdict(report), by=by, key=key, at=at)
    return report


def _import_report(report: dict[str, Any]) -> ImportReport:
    bad = tuple(BadLine(**line) for line in report["bad"])
    changes = tuple(
        OfficialChange(**{**one, "what": tuple(one["what"])}) for one in report.get("changes", ())
    )
    return ImportReport(**{**report, "bad": bad, "changes": changes})


def last_import() -> ImportRecord | None:
    """Return the last import that changed something, None before any."""
    load = models.Load.objects.filter(verb=_IMPORTED).order_by("-id").first()
    if load is None:
        return None
    return ImportRecord(load.id, load.source, load.loaded_at, _import_report(load.report))


def _replayed(verb: str, key: UUID, by: Actor) -> models.Load | None:
    load_id = audit.replayed(verb, key, centre_id=by.centre_id)
    return models.Load.objects.get(id=load_id) if load_id is not None else None


def _keep(
    verb: str, source: str, report: dict[str, Any], *, by: Actor, key: UUID, at: datetime
) -> None:
    load = models.Load(verb=verb, source=source, report=report, loaded_at=at)
    load.save()
    models.Revision.advance()
    audit.record(verb, load.id, by=by, key=key, at=at)
