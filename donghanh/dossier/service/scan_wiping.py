"""Scans are gone when the visit is over, and what is left at the close of the day; with proof."""

from __future__ import annotations

import logging
from datetime import date, datetime
from uuid import UUID, uuid5

from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.people import Actor, SystemActor
from donghanh.reception import service as reception

from ..models import ScanKeeping as KeepingRow
from .scan_folders import centre_folder, copied_into, officers_folder, visit_folder, wiped

WIPED, EMPTIED = "scans.wiped", "scans.folder_emptied"
WIPING_KEYS = UUID("2f3d3a52-2f57-4f0e-9b1d-7e5a4c1d9b60")

_log = logging.getLogger(__name__)


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
    over = [visit_id for visit_id in visits if is_over(centre_id, visit_id)]
    return sum(wipe_scans(centre_id, visit_id, by=actor) for visit_id in over)


def wipe_day(centre_id: int, on: date, *, by: Actor, key: UUID, at: datetime | None = None) -> int:
    """Wipe all scans of a day that is closed, the officers' folders too. Return how many files."""
    root = centre_folder(centre_id)
    folders = [one for one in root.iterdir() if one.name.isdecimal()] if root.is_dir() else []
    ids = [int(one.name) for one in folders]
    rows = KeepingRow.objects.of(centre_id).filter(visit_id__in=ids, wiped_at=None)
    began = {row.visit_id: local(row.began_at).date() for row in rows}
    gone = [one for one in ids if began.get(one, on) <= on]
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


def is_over(centre_id: int, visit_id: int) -> bool:
    visit = reception.visits(centre_id, [visit_id]).get(visit_id)
    return visit is None or visit.closed_at is not None or visit.day < today()
