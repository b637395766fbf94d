"""The province's register from a file: codes, dates and status, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..adapters.sheets import HEADING_ROWS_MAX, rows_of
from ..faults import ColumnsUnknown
from ..models import RegisterImport as ImportRow
from ..models import RegisterMapping as MappingRow
from ..records_register import BadRow, Headings, Imported
from .register_keeping import keep

TAKEN_IN = "register.taken_in"
BAD_ROWS_MAX = 200  # more than these are one fault of the file, not faults of rows
NAME_LETTERS_MAX = 120


def headings_of(centre_id: int, path: Path) -> Headings:
    """Return a file's headings and what each is taken for. Raise UnreadableRegister."""
    row = MappingRow.objects.of(centre_id).first()
    said = dict(row.columns) if row else {}
    _, words = _heading_row(path, said.values())
    kept = {field: one for field, one in said.items() if one in words}
    shown = tuple(dict.fromkeys(one for one in words if one))
    return Headings(shown, {**rules.guessed_columns(words), **kept}, bool(kept))


@audit.verb
def take_in_register(
    centre_id: int,
    path: Path,
    columns: Mapping[str, str],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    file_name: str = "",
) -> Imported:
    """Read a register; which column is what is remembered. Bad rows are named, good ones count.

    Raise UnreadableRegister, or ColumnsUnknown when no column holds the code.
    """
    made = audit.replayed(TAKEN_IN, key, centre_id=centre_id)
    if made is None:
        moment = at or now()
        good, bad = _read(path, columns)
        _remember(centre_id, columns, moment)
        linked, changed = keep(centre_id, good, moment)
        row = ImportRow.objects.create(
            centre_id=centre_id,
            file_name=(file_name or path.name)[:NAME_LETTERS_MAX],
            rows_read=len(good) + len(bad),
            linked=linked,
            changed=changed,
            bad=[[one.number, one.why] for one in bad[:BAD_ROWS_MAX]],
            imported_at=moment,
        )
        made = row.pk
        audit.record(TAKEN_IN, made, by=by, key=key, at=at, centre_id=centre_id)
    return imported(centre_id, made)


def imported(centre_id: int, import_id: int) -> Imported:
    """Return what came of a file that was taken in."""
    row = ImportRow.objects.of(centre_id).get(pk=import_id)
    bad = tuple(BadRow(int(number), str(why)) for number, why in row.bad)
    return Imported(
        row.pk, row.file_name, row.rows_read, row.linked, row.changed, bad, row.imported_at
    )


def last_imported(centre_id: int) -> Imported | None:
    """Return what came of the last file, None before the first."""
    row = ImportRow.objects.of(centre_id).order_by("-pk").first()
    return imported(centre_id, row.pk) if row else None


def _remember(centre_id: int, columns: Mapping[str, str], at: datetime) -> None:
    MappingRow.objects.of(centre_id).update_or_create(
        centre_id=centre_id,
        defaults={"columns": dict(columns), "noted_at": at},
    )


def _heading_row(path: Path, said: Collection[str] = ()) -> tuple[int, list[str]]:
    """Return the number of the row that holds the headings, from 1, and their words.

    `said`: headings that somebody named; among equals the first and fullest row counts.
    """
    best, number_best, words_best = (-1, 0), 1, list[str]()
    for number, row in enumerate(rows_of(path), start=1):
        words = [squeeze(nfc(str(cell))) if cell else "" for cell in row]
        known = len(rules.guessed_columns(words)) + len(set(words) & set(said))
        score = (known, sum(map(bool, words)))
        if score > best:
            best, number_best, words_best = score, number, words
        if number == HEADING_ROWS_MAX:
            break
    return number_best, words_best


def _read(
    path: Path, columns: Mapping[str, str]
) -> tuple[dict[str, rules.RegisterRow], list[BadRow]]:
    """Return the good rows by code, the last one of a code, and the bad ones by number."""
    first, headings = _heading_row(path, columns.values())
    places = {field: headings.index(one) for field, one in columns.items() if one in headings}
    if "code" not in places:
        raise ColumnsUnknown(path.name)
    good: dict[str, rules.RegisterRow] = {}
    bad: list[BadRow] = []
    for number, row in enumerate(rows_of(path), start=1):
        if number <= first or not any(cell not in (None, "") for cell in row):
            continue
        cells = {field: row[at] for field, at in places.items() if at < len(row)}
        found = rules.read_row(cells)
        if isinstance(found, rules.BadCell):
            bad.append(BadRow(number, found.why))
        else:
            good[found.code] = found
    return good, bad
