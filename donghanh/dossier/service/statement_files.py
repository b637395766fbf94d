"""A bank's file: its columns chosen once and remembered, looked at before it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from donghanh.base.text import nfc, squeeze

from .. import rules
from ..adapters.sheets import HEADING_ROWS_MAX, rows_of
from ..faults_payments import OtherAccount, StatementUnreadable
from ..models import StatementMapping as MappingRow

STATEMENT_ROWS_MAX = 5_000  # some months of a commune's fee account
LOOK_ROWS_MAX = 8  # enough to see whether the columns are right


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as far as it was read. `bad`: number of the row -> what is wrong with it."""

    headings: tuple[str, ...]
    columns: Mapping[str, str]
    remembered: bool
    good: tuple[rules.StatementRow, ...]
    bad: Mapping[int, str]
    accounts: frozenset[str]


def read_file(centre_id: int, path: Path, chosen: Mapping[str, str] | None = None) -> ReadFile:
    """Read a bank's file by chosen columns, else remembered, else guessed ones.

    Raise StatementUnreadable where no row looks like headings, UnreadableRegister.
    """
    rows = list(_first_rows(path))
    kept = {row.shape: row.columns for row in MappingRow.objects.of(centre_id)}
    number, headings = _headings(rows, kept, (chosen or {}).values())
    known = kept.get(rules.shape_of(headings))
    said = chosen or known or rules.statement_columns(headings)
    columns = {field: one for field, one in said.items() if one in headings}
    places = {field: headings.index(one) for field, one in columns.items()}
    good: list[rules.StatementRow] = []
    bad: dict[int, str] = {}
    if all(field in places for field in rules.NEEDED):
        for place, found in _lines(rows[number:], places, number + 1):
            if isinstance(found, str):
                bad[place] = found
            else:
                good.append(found)
    above = [cell for row in rows[: number - 1] for cell in row]
    shown = tuple(dict.fromkeys(one for one in headings if one))
    accounts = rules.accounts_in(above)
    return ReadFile(shown, columns, known is not None, tuple(good), bad, accounts)


def _lines(
    rows: list[list[Any]], places: Mapping[str, int], first: int
) -> Iterator[tuple[int, rules.StatementRow | str]]:
    for place, row in enumerate(rows, start=first):
        cells = {field: row[at] for field, at in places.items() if at < len(row)}
        if not cells.get("booked_on") and not cells.get("content"):
            continue  # a sum, a blank line, the bank's signature
        found = rules.read_statement_row(cells)
        if found is not None:
            yield place, found


def _first_rows(path: Path) -> Iterator[list[Any]]:
    for number, row in enumerate(rows_of(path)):
        if number >= STATEMENT_ROWS_MAX:
            return
        yield row


def _headings(
    rows: list[list[Any]], kept: Mapping[str, Any], said: Collection[str]
) -> tuple[int, list[str]]:
    """Return the number of the row of headings, from 1, and their words.

    A row that was remembered or named wins, else the one with most known headings, at least two.
    Raise StatementUnreadable.
    """
    best, found = (1, 0), None
    for number, row in enumerate(rows[:HEADING_ROWS_MAX], start=1):
        words = [squeeze(nfc(str(cell))) if cell else "" for cell in row]
        if rules.shape_of(words) in kept or (said and set(said) <= set(words)):
            return number, words
        score = (len(rules.statement_columns(words)), sum(map(bool, words)))
        if score > best and score[0] > 1:
            best, found = score, (number, words)
    if found is None:
        raise StatementUnreadable()
    return found


def remember(centre_id: int, read: ReadFile, at: datetime) -> None:
    """Keep which column is what in files with these headings."""
    MappingRow.objects.of(centre_id).update_or_create(
        centre_id=centre_id,
        shape=rules.shape_of(read.headings),
        defaults={"columns": dict(read.columns), "noted_at": at},
    )


def check_account(read: ReadFile, account: str) -> None:
    """Raise OtherAccount where the file names accounts and ours is not among them."""
    if account and read.accounts and account not in read.accounts:
        raise OtherAccount(next(iter(read.accounts)))


def fingerprints(good: Collection[rules.StatementRow]) -> Iterator[str]:
    """Yield what tells a line from all others; equal lines of one file are counted apart."""
    seen: Counter[str] = Counter()
    for row in good:
        said = rules.fingerprint_words(row)
        seen[said] += 1
        yield rules.fingerprint(said, seen[said])
