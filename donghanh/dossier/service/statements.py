"""The account's own record from a file: what it says is paid, is paid; nothing else is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from .. import rules
from ..faults_payments import ColumnMissing
from ..models import Charge as ChargeRow
from ..models import Payment as PaymentRow
from ..models import StatementImport as ImportRow
from ..models import StatementLine as LineRow
from ..records_payments import BadStatementRow, PayWay, StatementLook, StatementRead
from .payments import parts_of
from .statement_files import (
    LOOK_ROWS_MAX,
    ReadFile,
    check_account,
    fingerprints,
    read_file,
    remember,
)

READ = "statement.read"
BAD_ROWS_MAX = 200
LINES_AT_ONCE = 500
SEEN_BEFORE = "seen_before"


def look_at_statement(
    centre_id: int, path: Path, columns: Mapping[str, str] | None = None, *, account: str = ""
) -> StatementLook:
    """Return what a file says by these columns, and what would come of it; nothing is kept.

    Raise StatementUnreadable or UnreadableRegister.
    """
    read = read_file(centre_id, path, columns)
    others = read.accounts - {account} if account and account not in read.accounts else frozenset()
    return StatementLook(
        headings=read.headings,
        columns=read.columns,
        remembered=read.remembered,
        first_rows=read.good[:LOOK_ROWS_MAX],
        bad=tuple(BadStatementRow(number, why) for number, why in read.bad.items()),
        rows=len(read.good),
        vnd=sum(row.vnd for row in read.good),
        would=_would(centre_id, read.good),
        missing=tuple(field for field in rules.NEEDED if field not in read.columns),
        wrong_account=next(iter(sorted(others)), ""),
        right_account=account in read.accounts,
    )


def _would(centre_id: int, good: Collection[rules.StatementRow]) -> dict[str, int]:
    """Return how many lines would become what; a charge is paid by the first that fits it."""
    known, owed = _known(centre_id, good), _owed(centre_id, good)
    would: Counter[str] = Counter()
    for row, fingerprint in zip(good, fingerprints(good), strict=True):
        if fingerprint in known:
            would[SEEN_BEFORE] += 1
            continue
        found = rules.match(row, owed)
        would[found.booking.value] += 1
        owed = _paid_by(owed, found)
    return dict(would)


def take_in_statement(
    centre_id: int,
    path: Path,
    columns: Mapping[str, str] | None = None,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    account: str = "",
) -> StatementRead:
    """Read a statement; a line with a reference of ours and the exact amount pays its charge.

    A line counts once however often its file comes. Which column is what is remembered. Raise
    StatementUnreadable, ColumnMissing, OtherAccount or UnreadableRegister.
    """
    made = audit.replayed(READ, key, centre_id=centre_id)
    if made is None:
        read = read_file(centre_id, path, columns)  # seconds long, so before anything is held
        if not all(field in read.columns for field in rules.NEEDED):
            raise ColumnMissing()
        check_account(read, account)
        made = _taken_in(centre_id, read, by=by, key=key, at=at)
    return statement_read(centre_id, made)


@audit.verb
def _taken_in(centre_id: int, read: ReadFile, *, by: Actor, key: UUID, at: datetime | None) -> int:
    """Keep what a file says, pay what it pays. Return the id of what came of it."""
    made = audit.replayed(READ, key, centre_id=centre_id)
    if made is None:
        moment = at or now()
        remember(centre_id, read, moment)
        counts = _keep(centre_id, read.good, by, moment)
        row = ImportRow.objects.create(
            centre_id=centre_id,
            rows_read=len(read.good) + len(read.bad),
            counts=dict(counts),
            bad=list(read.bad.items())[:BAD_ROWS_MAX],
            imported_at=moment,
        )
        made = row.pk
        audit.record(READ, made, by=by, key=key, at=at, centre_id=centre_id)
    return made


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
        withdrawn=counts.get(rules.Booking.WITHDRAWN, 0),
        not_ours=counts.get(rules.Booking.NOT_OURS, 0),
        seen_before=counts.get(SEEN_BEFORE, 0),
        bad=tuple(BadStatementRow(int(number), str(why)) for number, why in row.bad),
        imported_at=row.imported_at,
    )


def _keep(
    centre_id: int, good: Collection[rules.StatementRow], by: Actor, at: datetime
) -> Counter[str]:
    """Write new lines down, pay what they pay, and return how many became what."""
    known, owed = _known(centre_id, good), _owed(centre_id, good, to_pay=True)
    counts, fresh = Counter[str](), list[LineRow]()
    for row, fingerprint in zip(good, fingerprints(good), strict=True):
        if fingerprint in known:
            counts[SEEN_BEFORE] += 1
            continue
        found = rules.match(row, owed)
        line = LineRow(
            centre_id=centre_id,
            fingerprint=fingerprint,
            bank_number=row.bank_number,
            booked_on=row.booked_on,
            vnd=row.vnd,
            booking=found.booking,
            charge_id=found.charge_id,
            imported_at=at,
        )
        fresh.append(line)
        owed = _paid_by(owed, found)
        counts[found.booking.value] += 1
    for line in LineRow.objects.bulk_create(fresh, batch_size=LINES_AT_ONCE):
        if line.booking == rules.Booking.PAID and line.charge_id:
            _pay(line, line.charge_id, by, at)
    return counts


def _known(centre_id: int, good: Collection[rules.StatementRow]) -> set[str]:
    """Return the fingerprints among these lines that an earlier file brought."""
    rows = LineRow.objects.of(centre_id).filter(fingerprint__in=list(fingerprints(good)))
    return set(rows.values_list("fingerprint", flat=True))


def _paid_by(owed: Mapping[str, rules.Owed], found: rules.Match) -> Mapping[str, rules.Owed]:
    """Return what is owed after a line that paid."""
    if found.booking is not rules.Booking.PAID:
        return owed
    return {
        name: replace(one, paid=True) if one.charge_id == found.charge_id else one
        for name, one in owed.items()
    }


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


def _owed(
    centre_id: int, good: Collection[rules.StatementRow], *, to_pay: bool = False
) -> Mapping[str, rules.Owed]:
    """Return reference -> charge for what lines may name; `to_pay`: held until the verb ends."""
    named = {one for row in good for one in rules.references_in(row.content)}
    rows = ChargeRow.objects.of(centre_id).filter(reference__in=named).order_by("pk")
    kept = list(rows.select_for_update() if to_pay else rows)
    paid = PaymentRow.objects.of(centre_id).filter(charge__in=kept, undone_at=None)
    done = set(paid.values_list("charge_id", flat=True))
    parts = parts_of(centre_id, [row.pk for row in kept])
    return {
        row.reference: rules.Owed(
            row.pk, row.vnd - parts.get(row.pk, 0), row.pk in done, row.voided_at is not None
        )
        for row in kept
    }
