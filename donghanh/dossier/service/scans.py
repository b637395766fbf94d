"""Scans of a visit: taken from the scanner, looked at, given to the person.

Nothing says what they show, and no name of a file is kept. A row counts them; the events say who
took, opened and gave them.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID

from django.conf import settings

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor
from donghanh.centre import service as centres

from .. import rules
from ..adapters.scanner import SETTLED_SECONDS, Arrived, Scanner, scanner_at
from ..faults_payments import NoScanFolder, NoScans, ScanRefused, VisitOver
from ..models import ScanKeeping as KeepingRow
from ..records_scans import Incoming, ScanFile, Scans
from .scan_folders import files_in, next_place, officers_folder, visit_folder
from .scan_wiping import is_over

TAKEN, OPENED, GIVEN = "scans.taken", "scan.read", "scans.given"


def incoming(centre_id: int, counter: int) -> tuple[Incoming, ...]:
    """Return what lies at the scanner of a counter, the newest first."""
    scanner = scanner_at(settings.SCAN_IN, centres.by_id(centre_id).slug, counter)
    found, at = scanner.arrived(), now()
    return tuple(
        Incoming(
            token=one.token,
            size=one.size,
            kind=(rules.scan_suffix(one.first) or "").removeprefix(".").upper(),
            arrived_at=one.arrived_at,
            shared=one.shared,
            ready=not 0 <= (at - one.arrived_at).total_seconds() < SETTLED_SECONDS,
        )
        for one in found
    )


def scans(centre_id: int, visit_id: int) -> Scans:
    """Return the scans of a visit, by number."""
    files = [
        ScanFile(int(path.stem), path.suffix.removeprefix(".").upper(), path.stat().st_size)
        for path in files_in(visit_folder(centre_id, visit_id))
    ]
    row = KeepingRow.objects.of(centre_id).filter(visit_id=visit_id, wiped_at=None).first()
    return Scans(tuple(files), row.given_at if row else None, row.given_to if row else "")


def scan_count(centre_id: int, visit_id: int) -> int:
    """Return how many scans lie with a visit; asked with every look at a desk."""
    return len(files_in(visit_folder(centre_id, visit_id)))


def take_scans(
    centre_id: int,
    visit_id: int,
    counter: int,
    tokens: Collection[str],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Scans:
    """Move files from the scanner to a visit, all or, when one is no scan, none.

    Raise VisitOver or ScanRefused.
    """
    if audit.replayed(TAKEN, key, centre_id=centre_id) is None:
        scanner = scanner_at(settings.SCAN_IN, centres.by_id(centre_id).slug, counter)
        chosen = [one for one in scanner.arrived() if one.token in tokens]
        _check(centre_id, visit_id, [(one.first, one.size) for one in chosen])
        row = _keeping(centre_id, visit_id, at or now())
        folder = visit_folder(centre_id, visit_id)
        taken = [_moved(scanner, one, folder) for one in reversed(chosen)]  # the oldest first
        if chosen and not any(taken):
            raise ScanRefused(str(visit_id), message=rules.SCAN_FAULTS[rules.ScanFault.GONE])
        _count(row, by=by, key=key, at=at)
    return scans(centre_id, visit_id)


def _moved(scanner: Scanner, one: Arrived, folder: Path) -> bool:
    """Whether a file came here; another counter may have been quicker."""
    try:
        scanner.take(one.token, next_place(folder, rules.scan_suffix(one.first) or ""))
    except OSError:
        return False
    return True


def add_scan(
    centre_id: int,
    visit_id: int,
    sent: IO[bytes],
    size: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Scans:
    """Take a file that was sent from the officer's own machine. Raise VisitOver or ScanRefused."""
    if audit.replayed(TAKEN, key, centre_id=centre_id) is None:
        first = sent.read(rules.FIRST_BYTES)
        _check(centre_id, visit_id, [(first, size)])
        row = _keeping(centre_id, visit_id, at or now())
        place = next_place(visit_folder(centre_id, visit_id), rules.scan_suffix(first) or "")
        sent.seek(0)
        with place.open("wb") as file:
            shutil.copyfileobj(sent, file)
        _count(row, by=by, key=key, at=at)
    return scans(centre_id, visit_id)


def _check(centre_id: int, visit_id: int, files: Collection[tuple[bytes, int]]) -> None:
    """Raise ScanRefused for the first file that is not taken."""
    kept = [path.stat().st_size for path in files_in(visit_folder(centre_id, visit_id))]
    for first, size in files:
        fault = rules.scan_fault(first, size, len(kept), sum(kept))
        if fault is not None:
            raise ScanRefused(fault, message=rules.SCAN_FAULTS[fault])
        kept.append(size)


@audit.verb
def _keeping(centre_id: int, visit_id: int, at: datetime) -> KeepingRow:
    """Return the row of a visit that is still on. Raise VisitOver."""
    if is_over(centre_id, visit_id):
        raise VisitOver(str(visit_id))
    row, _ = KeepingRow.objects.of(centre_id).get_or_create(
        visit_id=visit_id, wiped_at=None, defaults={"centre_id": centre_id, "began_at": at}
    )
    return row


@audit.verb
def _count(row: KeepingRow, *, by: Actor, key: UUID, at: datetime | None) -> None:
    if audit.replayed(TAKEN, key, centre_id=row.centre_id) is not None:
        return
    kept = files_in(visit_folder(row.centre_id, row.visit_id))
    row.files, row.bytes = len(kept), sum(one.stat().st_size for one in kept)
    row.save(update_fields=["files", "bytes"])
    audit.record(TAKEN, row.pk, by=by, key=key, at=at, centre_id=row.centre_id)


def scan_path(centre_id: int, visit_id: int, number: int, *, by: Actor) -> Path:
    """Return a scan to look at. Opening it is an event. Raise NoScans, VisitOver."""
    row = KeepingRow.objects.of(centre_id).filter(visit_id=visit_id, wiped_at=None).first()
    found = [one for one in _given_files(centre_id, visit_id) if int(one.stem) == number]
    if row is None or not found:
        raise NoScans(str(visit_id))
    audit.note_read(OPENED, row.pk, by=by, centre_id=centre_id)
    return found[0]


def give_zip(
    centre_id: int, visit_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> IO[bytes]:
    """Return all scans of a visit in one file, for a stick. Raise NoScans, VisitOver."""
    made: IO[bytes] = TemporaryFile()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for path in _given_files(centre_id, visit_id):
            packed.writestr(f"ban-quet-{path.name}", path.read_bytes())
    made.seek(0)
    _note_given(centre_id, visit_id, "usb", by=by, key=key, at=at)
    return made


def give_to_folder(
    centre_id: int,
    visit_id: int,
    counter: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> int:
    """Copy all scans into the officer's folder until the evening. Return how many.

    Raise NoScans, VisitOver or NoScanFolder.
    """
    files, folder = _given_files(centre_id, visit_id), officers_folder(centre_id, counter)
    if folder is None or not folder.parent.parent.is_dir():
        raise NoScanFolder(str(counter))
    if audit.replayed(GIVEN, key, centre_id=centre_id) is None:
        into = folder / f"ban-quet-{local(at or now()):%Hh%M}-{visit_id}"
        try:
            into.mkdir(parents=True, exist_ok=True)
            for path in files:
                shutil.copyfile(path, into / path.name)
        except OSError as error:
            raise NoScanFolder(str(counter)) from error
        _note_given(centre_id, visit_id, "folder", by=by, key=key, at=at)
    return len(files)


def _given_files(centre_id: int, visit_id: int) -> list[Path]:
    if is_over(centre_id, visit_id):
        raise VisitOver(str(visit_id))
    files = files_in(visit_folder(centre_id, visit_id))
    if not files:
        raise NoScans(str(visit_id))
    return files


@audit.verb
def _note_given(
    centre_id: int, visit_id: int, to: str, *, by: Actor, key: UUID, at: datetime | None
) -> None:
    if audit.replayed(GIVEN, key, centre_id=centre_id) is not None:
        return
    row = _keeping(centre_id, visit_id, at or now())
    row.given_at, row.given_to = at or now(), to
    row.save(update_fields=["given_at", "given_to"])
    audit.record(GIVEN, row.pk, by=by, key=key, at=at, centre_id=centre_id)
