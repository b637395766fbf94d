"""The province's code and date, typed or scanned."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.people import Actor

from .. import rules
from ..faults import CodeTaken, NotAnOfficialCode, WrongDueDate
from ..models import Dossier as DossierRow
from ..models import OfficialCode as OfficialCodeRow
from ..models import RegisterLine as LineRow
from ..records import Dossier
from .finding import dossier, row_of


@audit.verb
def set_official(
    centre_id: int,
    dossier_id: int,
    typed_code: str,
    due_at: datetime | None,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Keep the province's code and date. Raise NotAnOfficialCode, CodeTaken or WrongDueDate.

    Where its register was taken in, the line of the code is this dossier's, and gives the date
    that was not typed.

    # Law: NĐ 118/2025 Đ.17 k.3: the code and the date on the official receipt are those that count.
    """
    if audit.replayed("official_code.set", key, centre_id=centre_id) is None:
        row = row_of(centre_id, dossier_id)
        code = _free_code(centre_id, dossier_id, typed_code)
        due_at = due_at or _of_register(row, code)
        if due_at is not None and local(due_at).date() < local(row.brought_at).date():
            raise WrongDueDate(due_at.isoformat())
        OfficialCodeRow.objects.of(centre_id).update_or_create(
            dossier=row,
            defaults={"code": code, "due_at": due_at, "noted_at": at or now()},
            create_defaults={
                "centre_id": centre_id,
                "code": code,
                "due_at": due_at,
                "noted_at": at or now(),
            },
        )
        audit.record("official_code.set", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


def _of_register(row: DossierRow, code: str) -> datetime | None:
    """Tie the register's line of a code to its dossier, no other line; return the date it says."""
    lines = LineRow.objects.of(row.centre_id)
    lines.filter(dossier_id=row.pk).exclude(code=code).update(dossier=None, passed_over="")
    lines.filter(code=code).update(dossier=row)
    line = lines.filter(code=code).first()
    return line.due_at if line else None


def _free_code(centre_id: int, dossier_id: int, typed: str) -> str:
    code = rules.tidy_official_code(typed)
    if not rules.is_official_code(code):
        raise NotAnOfficialCode(code)
    others = OfficialCodeRow.objects.of(centre_id).exclude(dossier_id=dossier_id)
    if others.filter(code=code).exists():
        raise CodeTaken(code)
    return code
