"""The register of dossiers (sổ theo dõi) as a file, written row by row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db.models import FilteredRelation, Q

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local
from donghanh.base.people import Actor
from donghanh.base.sealed import keys_at_hand, reader
from donghanh.catalogue import service as catalogue

from .. import rules
from ..adapters.sheets import book
from ..models import Dossier as DossierRow

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
FORGOTTEN = "đã xóa theo hạn lưu"
NO_FIELD = "Khác"
COLUMNS = (
    "seal_id", "code", "procedure_code", "procedure_title", "applicant_name", "applicant_address",
    "applicant_phone", "deciding_body", "accepted_at", "term_from_at", "due_on", "forgotten_at",
    "official__code", "official__due_at", "official__noted_at", "apology__apologised_at",
    "apology__new_due_at", "held__handed_over_at", "held__shown", "collect_way",
)  # fmt: skip


class _Line(NamedTuple):
    """What the register tells of a dossier, as it lies in COLUMNS; what names people is sealed."""

    seal_id: UUID
    code: str
    procedure_code: str
    procedure_title: str
    applicant_name: str
    applicant_address: str
    applicant_phone: str
    deciding_body: str
    accepted_at: datetime
    term_from_at: datetime | None
    due_on: date | None
    forgotten_at: datetime | None
    official_code: str | None
    official_due_at: datetime | None
    official_noted_at: datetime | None
    apologised_at: datetime | None
    new_due_at: datetime | None
    handed_over_at: datetime | None
    shown: str | None
    collect_way: str


def write_register(centre_id: int, first: date, last: date, path: Path, *, by: Actor) -> int:
    """Write the dossiers accepted from one day to another (XLSX, a sheet a field). Return how many.

    It names people, so writing it is an event.
    """
    audit.note_read("register.written", 0, by=by, centre_id=centre_id)
    fields = {one.code: one.field for one in catalogue.procedures()}
    numbers: dict[str, int] = {}
    with keys_at_hand(), book(path, HEADINGS) as made:
        for line in _lines(centre_id, first, last):
            field = fields.get(line.procedure_code, NO_FIELD)
            numbers[field] = numbers.get(field, 0) + 1
            made.write(field, (numbers[field], *_cells(line)))
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
        (fields.get(line.procedure_code, NO_FIELD), tuple(map(_words, _cells(line))))
        for line in _lines(centre_id, first, last)
    ]


def _words(cell: str | date | None) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%H:%M %d/%m/%Y}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell or ""


def _lines(centre_id: int, first: date, last: date) -> Iterator[_Line]:
    """Yield the dossiers of some days in order, read in one question and a batch at a time."""
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    rows = DossierRow.objects.of(centre_id).filter(accepted_at__gte=start, accepted_at__lt=end)
    holds = FilteredRelation("handovers", condition=Q(handovers__undone_at=None))
    found = rows.alias(held=holds).order_by("accepted_at", "pk").values_list(*COLUMNS)
    yield from map(_Line._make, found.iterator(ROWS_AT_ONCE))


def _cells(line: _Line) -> tuple[str | date | None, ...]:
    seal = str(line.seal_id)
    reach = (_ADDRESS(line.applicant_address, seal), _PHONE(line.applicant_phone, seal))
    return (
        line.official_code or line.code,
        line.procedure_title,
        FORGOTTEN if line.forgotten_at else _NAME(line.applicant_name, seal),
        ", ".join(part for part in reach if part),
        line.deciding_body,
        _wall(line.accepted_at),
        _due(line),
        _wall(line.handed_over_at),
        rules.method_words(line.shown, line.collect_way),
    )


_NAME, _ADDRESS, _PHONE = (
    reader(DossierRow, f"applicant_{part}") for part in ("name", "address", "phone")
)


def _due(line: _Line) -> date | None:
    said = [
        (at, due_at)
        for at, due_at in (
            (line.official_noted_at, line.official_due_at),
            (line.apologised_at, line.new_due_at),
        )
        if at
    ]
    return _wall(rules.said_last(line.term_from_at, said)) or line.due_on


def _wall(at: datetime | None) -> datetime | None:
    return local(at).replace(tzinfo=None) if at else None
