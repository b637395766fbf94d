"""The register of dossiers (sổ theo dõi) as a file, written row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local
from donghanh.base.people import Actor
from donghanh.base.sealed import keys_at_hand
from donghanh.catalogue import service as catalogue

from .. import rules
from ..adapters.sheets import book
from ..models import Apology as ApologyRow
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..models import OfficialCode as CodeRow

# Law: TT 03/2025/TT-VPCP, Phụ lục I, Mẫu 07: the columns of the register, in its order.
HEADINGS = (
    ("STT", 6),
    ("Mã hồ sơ", 26),
    ("Tên thủ tục hành chính", 40),
    ("Tên tổ chức, cá nhân", 26),
    ("Địa chỉ, số điện thoại", 34),
    ("Cơ quan chủ trì giải quyết", 24),
    ("Nhận hồ sơ", 17),
    ("Hẹn trả kết quả", 17),
    ("Trả kết quả", 17),
    ("Phương thức nhận kết quả", 28),
    ("Ký nhận", 12),
)
ROWS_AT_ONCE = 1000
CODE = ("dossier_id", "code", "due_at", "noted_at")
APOLOGY = ("dossier_id", "apologised_at", "new_due_at")
GIVEN = ("dossier_id", "handed_over_at", "shown")
NO_FIELD = "Khác"
COLUMNS = (
    "seal_id", "code", "procedure_code", "procedure_title", "applicant_name", "applicant_address",
    "applicant_phone", "deciding_body", "accepted_at", "term_from_at", "due_on",
)  # fmt: skip


def write_register(centre_id: int, first: date, last: date, path: Path, *, by: Actor) -> int:
    """Write the dossiers accepted from one day to another (XLSX, a sheet a field). Return how many.

    It names people, so writing it is an event.
    """
    audit.note_read("register.written", 0, by=by, centre_id=centre_id)
    fields = {one.code: one.field for one in catalogue.procedures()}
    numbers: dict[str, int] = {}
    with keys_at_hand(), book(path, HEADINGS) as made:
        for row, beside in _rows(centre_id, first, last):
            field = fields.get(row.procedure_code, NO_FIELD)
            numbers[field] = numbers.get(field, 0) + 1
            made.write(field, (numbers[field], *_cells(row, beside)))
    return sum(numbers.values())


def register_lines(
    centre_id: int, first: date, last: date, *, by: Actor
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the same lines in words and in order, each with its field, for a print of few days.

    Reading them is an event.
    """
    audit.note_read("register.written", 0, by=by, centre_id=centre_id)
    fields = {one.code: one.field for one in catalogue.procedures()}
    return [
        (fields.get(row.procedure_code, NO_FIELD), tuple(map(_words, _cells(row, beside))))
        for row, beside in _rows(centre_id, first, last)
    ]


def _words(cell: str | date | None) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%H:%M %d/%m/%Y}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell or ""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What lies beside the dossiers of one batch, by dossier."""

    codes: dict[int, tuple[str, datetime | None, datetime]]
    apologies: dict[int, tuple[datetime, datetime]]
    given: dict[int, tuple[datetime, str]]


def _rows(centre_id: int, first: date, last: date) -> Iterator[tuple[DossierRow, _Beside]]:
    """Yield the dossiers of some days in order, a batch in memory at a time."""
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    rows = DossierRow.objects.of(centre_id).filter(accepted_at__gte=start, accepted_at__lt=end)
    some: list[DossierRow] = []
    for row in rows.only(*COLUMNS).order_by("accepted_at", "pk").iterator(ROWS_AT_ONCE):
        some.append(row)
        if len(some) == ROWS_AT_ONCE:
            yield from _with_beside(centre_id, some)
            some = []
    yield from _with_beside(centre_id, some)


def _with_beside(centre_id: int, rows: list[DossierRow]) -> Iterator[tuple[DossierRow, _Beside]]:
    ids = [row.pk for row in rows]
    codes = CodeRow.objects.of(centre_id).filter(dossier_id__in=ids)
    sorry = ApologyRow.objects.of(centre_id).filter(dossier_id__in=ids)
    held = HandoverRow.objects.of(centre_id).filter(dossier_id__in=ids, undone_at=None)
    beside = _Beside(
        {one: (code, due_at, at) for one, code, due_at, at in codes.values_list(*CODE)},
        {one: (at, new) for one, at, new in sorry.values_list(*APOLOGY)},
        {one: (at, shown) for one, at, shown in held.values_list(*GIVEN)},
    )
    for row in rows:
        yield row, beside


def _cells(row: DossierRow, beside: _Beside) -> tuple[str | date | None, ...]:
    code, given = beside.codes.get(row.pk), beside.given.get(row.pk)
    reach = ", ".join(part for part in (row.applicant_address, row.applicant_phone) if part)
    return (
        code[0] if code else row.code,
        row.procedure_title,
        row.applicant_name,
        reach,
        row.deciding_body,
        _wall(row.accepted_at),
        _due(row, beside),
        _wall(given[0]) if given else None,
        rules.SHOWN[given[1]][0] if given and given[1] in rules.SHOWN else "",
    )


def _due(row: DossierRow, beside: _Beside) -> date | None:
    code, apology = beside.codes.get(row.pk), beside.apologies.get(row.pk)
    said = [(code[2], code[1])] if code else []
    said += [apology] if apology else []
    return _wall(rules.said_last(row.term_from_at, said)) or row.due_on


def _wall(at: datetime | None) -> datetime | None:
    return local(at).replace(tzinfo=None) if at else None
