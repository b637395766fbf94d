"""The province's register from a file: codes, dates and status, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice, pairwise
from pathlib import Path
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..adapters.sheets import HEADING_ROWS_MAX, rows_of
from ..faults import ColumnsUnknown, Unreadable, UnreadableRegister
from ..models import RegisterImport as ImportRow
from ..models import RegisterMapping as MappingRow
from ..records_register import BadRow, Headings, Imported
from .register_keeping import keep

TAKEN_IN = "register.taken_in"
BAD_ROWS_MAX = 200  # more than these are one fault of the file, not faults of rows


def headings_of(centre_id: int, path: Path) -> Headings:
    """Return a file's headings and what each is taken for. Raise UnreadableRegister.

    What was said the last time holds. A column that is gone or was renamed is guessed anew, and
    named in `gone`.
    """
    row = MappingRow.objects.of(centre_id).first()
    said = dict(row.columns) if row else {}
    _, words = _heading_row(path, said.values())
    kept = {field: one for field, one in said.items() if one in words}
    gone = {field: one for field, one in said.items() if one not in words}
    guessed = rules.guessed_columns([one for one in words if one not in kept.values()])
    new = {field: one for field, one in guessed.items() if not said or field in gone}
    shown = tuple(dict.fromkeys(one for one in words if one))
    return Headings(shown, {**new, **kept}, bool(kept), tuple(gone.values()) if kept else ())


def take_in_register(
    centre_id: int,
    path: Path,
    columns: Mapping[str, str],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Imported:
    """Read a register; which column is what is remembered. Bad rows are named, good ones count.

    Raise UnreadableRegister, or ColumnsUnknown when no column holds the code.
    """
    made = audit.replayed(TAKEN_IN, key, centre_id=centre_id)
    if made is not None:
        return imported(centre_id, made)
    found, moment = _read(path, columns), at or now()  # seconds long, so before anything is held
    linked, changed = keep(centre_id, list(found.good.values()), moment)
    row = ImportRow(
        centre_id=centre_id,
        rows_read=found.rows,
        linked=linked,
        changed=changed,
        bad=[[one.number, one.why] for one in found.bad[:BAD_ROWS_MAX]],
        doubled=[[one.number, one.why] for one in found.doubled[:BAD_ROWS_MAX]],
        imported_at=moment,
    )
    return imported(centre_id, _note(row, columns, by=by, key=key))


@audit.verb
def _note(row: ImportRow, columns: Mapping[str, str], *, by: Actor, key: UUID) -> int:
    """Note that a file was taken in. Return the id of what came of it."""
    made = audit.replayed(TAKEN_IN, key, centre_id=row.centre_id)
    if made is None:
        _remember(row.centre_id, columns, row.imported_at)
        row.save()
        made, at = row.pk, row.imported_at
        audit.record(TAKEN_IN, made, by=by, key=key, at=at, centre_id=row.centre_id)
    return made


def imported(centre_id: int, import_id: int) -> Imported:
    """Return what came of a file that was taken in."""
    row = ImportRow.objects.of(centre_id).get(pk=import_id)
    bad, doubled = (
        tuple(BadRow(int(number), str(why)) for number, why in rows)
        for rows in (row.bad, row.doubled)
    )
    return Imported(row.pk, row.rows_read, row.linked, row.changed, bad, row.imported_at, doubled)


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
    """Return the number of the last row of the headings, from 1, and their words.

    `said`: headings that somebody named; among equals the first and fullest row counts. Two rows
    are one heading only where together they tell more columns than each alone.
    """
    top = [list(map(_heading, row)) for row in islice(rows_of(path), HEADING_ROWS_MAX)]
    offered = [(number, words) for number, words in enumerate(top, start=1)]
    offered += [
        (number, rules.joined_headings(upper, lower))
        for number, (upper, lower) in enumerate(pairwise(top), start=2)
    ]
    if not any(map(any, top)):
        raise UnreadableRegister(Unreadable.EMPTY, path.name)
    return max(offered, key=lambda one: _telling(one[1], said))


def _heading(cell: rules.Cell) -> str:
    return squeeze(nfc(str(cell))) if cell not in (None, "") else ""


def _telling(words: list[str], said: Collection[str]) -> tuple[int, int]:
    known = len(rules.guessed_columns(words)) + len(set(words) & set(said))
    return (known, sum(map(bool, words)))


@dataclass(slots=True)
class _Read:
    """What a file says: the row that counts of each code, and what is wrong, by row number."""

    good: dict[str, rules.RegisterRow] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    bad: list[BadRow] = field(default_factory=list)
    doubled: list[BadRow] = field(default_factory=list)
    rows: int = 0

    def take(self, number: int, row: rules.RegisterRow | rules.BadCell) -> None:
        """Keep a row. Of two that differ the one that tells of more counts, and both are named."""
        self.rows += 1
        if isinstance(row, rules.BadCell):
            self.bad.append(BadRow(number, row.why))
            return
        before = self.good.get(row.code)
        if before is not None and before != row:
            first, wins = self.numbers[row.code], rules.further(row, before)
            why = (
                f"cùng mã {row.code} với dòng {first} mà khác; lấy dòng {number if wins else first}"
            )
            self.doubled.append(BadRow(number, why))
            if not wins:
                return
        self.good[row.code], self.numbers[row.code] = row, number


def _read(path: Path, columns: Mapping[str, str]) -> _Read:
    """Return what a file says. Rows of titles, of column numbers and below the table tell nothing.

    Raise ColumnsUnknown.
    """
    first, headings = _heading_row(path, columns.values())
    places = {field: headings.index(one) for field, one in columns.items() if one in headings}
    if "code" not in places:
        raise ColumnsUnknown(path.name)
    found = _Read()
    for number, row in enumerate(rows_of(path), start=1):
        said = [cell for cell in row if cell not in (None, "")]
        cells = {field: row[at] for field, at in places.items() if at < len(row)}
        alone = len(said) < 2 and cells.get("code") in (None, "")
        if number > first and said and not alone and not rules.tells_columns(row):
            found.take(number, rules.read_row(cells))
    return found
