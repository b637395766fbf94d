"""Scans of a visit: taken from the scanner, given to the person, wiped when the visit is over.

Nothing says what they show, and no name of a file is kept. A row counts them, and proves that they
are gone; the events say who took, opened, gave and wiped them.
"""

from __future__ import annotations

import logging
import shutil
import zipfile
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID, uuid5

from django.conf import settings

from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.people import Actor, SystemActor
from donghanh.centre import service as centres
from donghanh.reception import service as reception

from .. import rules
from ..adapters.scanner import SETTLED_SECONDS, scanner_at
from ..faults_payments import NoScanFolder, NoScans, ScanRefused, VisitOver
from ..models import ScanKeeping as KeepingRow
from ..records_scans import Incoming, ScanFile, Scans
from .scan_folders import (
    centre_folder,
    copied_into,
    files_in,
    fits,
    next_place,
    officers_folder,
    visit_folder,
    wiped,
)

TAKEN, OPENED, GIVEN, WIPED, EMPTIED = (
    "scans.taken",
    "scan.read",
    "scans.given",
    "scans.wiped",
    "scans.folder_emptied",
)
WIPING_KEYS = UUID("2f3d3a52-2f57-4f0e-9b1d-7e5a4c1d9b60")

_log = logging.getLogger(__name__)


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


@audit.verb
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
    """Move files from the scanner to a visit. Raise VisitOver, or ScanRefused for the first bad."""
    if audit.replayed(TAKEN, key, centre_id=centre_id) is None:
        row = _keeping(centre_id, visit_id, at or now())
        scanner = scanner_at(settings.SCAN_IN, centres.by_id(centre_id).slug, counter)
        chosen = [one for one in scanner.arrived() if one.token in tokens]
        for one in reversed(chosen):  # the oldest first: pages keep their order
            place = _place_for(centre_id, visit_id, one.first, one.size)
            scanner.take(one.token, place)
        _count(row, by, key, at)
    return scans(centre_id, visit_id)


@audit.verb
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
        row = _keeping(centre_id, visit_id, at or now())
        first = sent.read(rules.FIRST_BYTES)
        place = _place_for(centre_id, visit_id, first, size)
        sent.seek(0)
        with place.open("wb") as file:
            shutil.copyfileobj(sent, file)
        _count(row, by, key, at)
    return scans(centre_id, visit_id)


def _place_for(centre_id: int, visit_id: int, first: bytes, size: int) -> Path:
    folder = visit_folder(centre_id, visit_id)
    fault = fits(first, size, files_in(folder))
    if fault is not None:
        raise ScanRefused(fault, message=rules.SCAN_FAULTS[fault])
    return next_place(folder, rules.scan_suffix(first) or "")


def _keeping(centre_id: int, visit_id: int, at: datetime) -> KeepingRow:
    """Return the row of a visit that is still on. Raise VisitOver."""
    if _is_over(centre_id, visit_id):
        raise VisitOver(str(visit_id))
    row, _ = KeepingRow.objects.of(centre_id).get_or_create(
        visit_id=visit_id, wiped_at=None, defaults={"centre_id": centre_id, "began_at": at}
    )
    return row


def _count(row: KeepingRow, by: Actor, key: UUID, at: datetime | None) -> None:
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


@audit.verb
def give_zip(
    centre_id: int, visit_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> IO[bytes]:
    """Return all scans of a visit in one file, for a stick. Raise NoScans, VisitOver."""
    files = _given_files(centre_id, visit_id)
    _note_given(centre_id, visit_id, "usb", by, key, at)
    made: IO[bytes] = TemporaryFile()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        for path in files:
            packed.writestr(f"ban-quet-{path.name}", path.read_bytes())
    made.seek(0)
    return made


@audit.verb
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
        _note_given(centre_id, visit_id, "folder", by, key, at)
    return len(files)


def _given_files(centre_id: int, visit_id: int) -> list[Path]:
    if _is_over(centre_id, visit_id):
        raise VisitOver(str(visit_id))
    files = files_in(visit_folder(centre_id, visit_id))
    if not files:
        raise NoScans(str(visit_id))
    return files


def _note_given(
    centre_id: int, visit_id: int, to: str, by: Actor, key: UUID, at: datetime | None
) -> None:
    if audit.replayed(GIVEN, key, centre_id=centre_id) is not None:
        return
    row = KeepingRow.objects.of(centre_id).get(visit_id=visit_id, wiped_at=None)
    row.given_at, row.given_to = at or now(), to
    row.save(update_fields=["given_at", "given_to"])
    audit.record(GIVEN, row.pk, by=by, key=key, at=at, centre_id=centre_id)


def wipe_scans(centre_id: int, visit_id: int, *, by: Actor, at: datetime | None = None) -> int:
    """Remove the scans of a visit, with proof. Return how many files; 0 when there were none."""
    folder = visit_folder(centre_id, visit_id)
    many = wiped(folder)
    if many is None:
        _log.warning("scans could not be wiped, trying again in a minute")
        return 0
    rows = KeepingRow.objects.of(centre_id).filter(visit_id=visit_id, wiped_at=None)
    for row in rows:
        _prove(row, many, by, at)
    return many


@audit.verb
def _prove(row: KeepingRow, many: int, by: Actor, at: datetime | None) -> None:
    key = uuid5(WIPING_KEYS, f"{row.centre_id}:{row.pk}")
    if audit.replayed(WIPED, key, centre_id=row.centre_id) is None:
        row.wiped_at, row.wiped_files = at or now(), many
        row.save(update_fields=["wiped_at", "wiped_files"])
        audit.record(WIPED, row.pk, by=by, key=key, at=at, centre_id=row.centre_id)


def wipe_what_is_over(centre_id: int, *, by: Actor | None = None) -> int:
    """Wipe the scans of every visit that ended. Return how many files."""
    root = centre_folder(centre_id)
    if not root.is_dir():
        return 0
    visits = [int(folder.name) for folder in root.iterdir() if folder.name.isdecimal()]
    actor = by or SystemActor(centre_id)
    over = [visit_id for visit_id in visits if _is_over(centre_id, visit_id)]
    return sum(wipe_scans(centre_id, visit_id, by=actor) for visit_id in over)


def wipe_day(centre_id: int, on: date, *, by: Actor, key: UUID, at: datetime | None = None) -> int:
    """Wipe all scans of a day that is closed, the officers' folders too. Return how many files."""
    root = centre_folder(centre_id)
    folders = [one for one in root.iterdir() if one.name.isdecimal()] if root.is_dir() else []
    ids = [int(one.name) for one in folders]
    days = {one: visit.day for one, visit in reception.visits(centre_id, ids).items()}
    gone = [one for one in ids if days.get(one, on) <= on]
    many = sum(wipe_scans(centre_id, one, by=by, at=at) for one in gone)
    return many + _empty_officers_folders(centre_id, by=by, key=key, at=at)


@audit.verb
def _empty_officers_folders(
    centre_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    root = officers_folder(centre_id)
    if root is None or audit.replayed(EMPTIED, key, centre_id=centre_id) is not None:
        return 0
    many = sum(wiped(folder) or 0 for folder in list(copied_into(root)))
    if many:
        audit.record(EMPTIED, many, by=by, key=key, at=at, centre_id=centre_id)
    return many


def _is_over(centre_id: int, visit_id: int) -> bool:
    visit = reception.visits(centre_id, [visit_id]).get(visit_id)
    return visit is None or visit.closed_at is not None or visit.day < today()
