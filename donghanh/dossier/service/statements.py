"""The account's own record from a file: what it says is paid, is paid; nothing else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..adapters.sheets import HEADING_ROWS_MAX, rows_of
from ..faults_payments import StatementUnreadable
from ..models import Charge as ChargeRow
from ..models import Payment as PaymentRow
from ..models import StatementImport as ImportRow
from ..models import StatementLine as LineRow
from ..records_payments import BadStatementRow, PayWay, StatementRead

READ = "statement.read"
BAD_ROWS_MAX = 200
STATEMENT_ROWS_MAX = 5_000  # some months of a commune's fee account
SEEN_BEFORE = "seen_before"


@audit.verb
def take_in_statement(
    centre_id: int, path: Path, *, by: Actor, key: UUID, at: datetime | None = None
) -> StatementRead:
    """Read a statement; a line with a reference of ours and the exact amount pays its charge.

    A line counts once however often its file comes. Raise StatementUnreadable or
    UnreadableRegister.
    """
    made = audit.replayed(READ, key, centre_id=centre_id)
    if made is None:
        moment, good, bad = at or now(), *_read(path)
        counts = Counter(_keep(centre_id, good, by, moment))
        row = ImportRow.objects.create(
            centre_id=centre_id,
            rows_read=len(good) + len(bad),
            counts=dict(counts),
            bad=bad[:BAD_ROWS_MAX],
            imported_at=moment,
        )
        made = row.pk
        audit.record(READ, made, by=by, key=key, at=at, centre_id=centre_id)
    return statement_read(centre_id, made)


def statement_read(centre_id: int, import_id: int) -> StatementRead:
    """Return what came of a statement that was read here."""
    return _record(ImportRow.objects.of(centre_id).get(pk=import_id))


def last_statement(centre_id: int) -> StatementRead | None:
    """Return what came of the last statement, None before the first."""
    row = ImportRow.objects.of(centre_id).order_by("-pk").first()
    return _record(row) if row else None


def _record(row: ImportRow) -> StatementRead:
    counts: dict[str, Any] = row.counts
    return StatementRead(
        id=row.pk,
        rows_read=row.rows_read,
        paid=counts.get(rules.Booking.PAID, 0),
        wrong_amount=counts.get(rules.Booking.WRONG_AMOUNT, 0),
        paid_before=counts.get(rules.Booking.PAID_BEFORE, 0),
        not_ours=counts.get(rules.Booking.NOT_OURS, 0),
        seen_before=counts.get(SEEN_BEFORE, 0),
        bad=tuple(BadStatementRow(int(number), str(why)) for number, why in row.bad),
        imported_at=row.imported_at,
    )


def _read(path: Path) -> tuple[list[rules.StatementRow], list[list[Any]]]:
    """Return the lines that brought money, and [number, why] of what could not be read."""
    rows = list(_first_rows(path))
    number, columns = _headings(rows)
    places = {field: at for at, field in columns.items()}
    good: list[rules.StatementRow] = []
    bad: list[list[Any]] = []
    for place, row in enumerate(rows[number:], start=number + 1):
        cells = {field: row[at] for field, at in places.items() if at < len(row)}
        if not cells.get("booked_on") and not cells.get("content"):
            continue  # a sum, a blank line, the bank's signature
        found = rules.read_statement_row(cells)
        if isinstance(found, str):
            bad.append([place, found])
        elif found is not None:
            good.append(found)
    return good, bad


def _first_rows(path: Path) -> Iterator[list[Any]]:
    for number, row in enumerate(rows_of(path)):
        if number >= STATEMENT_ROWS_MAX:
            return
        yield row


def _headings(rows: list[list[Any]]) -> tuple[int, dict[int, str]]:
    """Return the number of the row of headings and place -> field. Raise StatementUnreadable."""
    for number, row in enumerate(rows[:HEADING_ROWS_MAX], start=1):
        found = rules.statement_columns(row)
        if all(field in found for field in rules.NEEDED):
            words = [squeeze(nfc(str(cell))) if cell else "" for cell in row]
            return number, {words.index(said): field for field, said in found.items()}
    raise StatementUnreadable()


def _keep(centre_id: int, good: list[rules.StatementRow], by: Actor, at: datetime) -> Iterator[str]:
    """Write each new line down, pay what it pays, and yield what became of it."""
    prints = list(_fingerprints(good))
    rows = LineRow.objects.of(centre_id).filter(fingerprint__in=prints)
    known = set(rows.values_list("fingerprint", flat=True))
    owed = _owed(centre_id, good)
    for row, fingerprint in zip(good, prints, strict=True):
        if fingerprint in known:
            yield SEEN_BEFORE
            continue
        found = rules.match(row, owed)
        line = LineRow.objects.create(
            centre_id=centre_id,
            fingerprint=fingerprint,
            bank_number=row.bank_number,
            booked_on=row.booked_on,
            vnd=row.vnd,
            booking=found.booking,
            charge_id=found.charge_id,
            imported_at=at,
        )
        if found.booking is rules.Booking.PAID and found.charge_id:
            _pay(line, found.charge_id, by, at)
            owed = {
                name: rules.Owed(
                    one.charge_id, one.vnd, one.paid or one.charge_id == line.charge_id
                )
                for name, one in owed.items()
            }
        yield found.booking.value


def _pay(line: LineRow, charge_id: int, by: Actor, at: datetime) -> None:
    PaymentRow.objects.create(
        centre_id=line.centre_id,
        charge_id=charge_id,
        way=PayWay.TRANSFER,
        vnd=line.vnd,
        paid_at=at,
        taken_by_id=by.actor_id,
        statement_line=line,
    )


def _owed(centre_id: int, good: list[rules.StatementRow]) -> dict[str, rules.Owed]:
    """Return reference -> charge for what the lines may name, held until the verb is whole."""
    named = {one for row in good for one in rules.references_in(row.content)}
    rows = ChargeRow.objects.of(centre_id).filter(reference__in=named, voided_at=None)
    kept = list(rows.select_for_update())
    paid = PaymentRow.objects.of(centre_id).filter(charge__in=kept, undone_at=None)
    done = set(paid.values_list("charge_id", flat=True))
    return {row.reference: rules.Owed(row.pk, row.vnd, row.pk in done) for row in kept}


def _fingerprints(good: list[rules.StatementRow]) -> Iterator[str]:
    """Yield what tells a line from all others; equal lines of one file are counted apart."""
    seen: Counter[str] = Counter()
    for row in good:
        said = f"{row.booked_on}|{row.vnd}|{row.bank_number}|{row.content}"
        seen[said] += 1
        yield sha256(f"{said}|{seen[said]}".encode()).hexdigest()
