"""Finding dossiers again."""

from __future__ import annotations

from donghanh.audit import service as audit
from donghanh.base.ids import tidy_code
from donghanh.base.people import Actor

from .. import rules
from ..faults import NoSuchDossier
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..records import Applicant, Dossier, Handover, OfficialCode, Promised

OPEN_LIST_MAX = 200  # what a desk can look through; more is a search


def dossier(centre_id: int, dossier_id: int) -> Dossier:
    """Return a dossier. Raise NoSuchDossier."""
    return record_of(row_of(centre_id, dossier_id))


def by_code(centre_id: int, code: str) -> Dossier:
    """Return a dossier by our code or the official one, as typed. Raise NoSuchDossier."""
    rows = DossierRow.objects.of(centre_id).select_related("official")
    row = (
        rows.filter(code=tidy_code(code)).first()
        or rows.filter(official__code=rules.tidy_official_code(code)).first()
    )
    if row is None:
        raise NoSuchDossier(code)
    return record_of(row)


def dossiers_of_visit(centre_id: int, visit_id: int) -> list[Dossier]:
    """Return what a visit handed in."""
    rows = DossierRow.objects.of(centre_id).filter(visit_id=visit_id).select_related("official")
    return [record_of(row) for row in rows.order_by("pk")]


def open_dossiers(centre_id: int) -> list[Dossier]:
    """Return dossiers whose result is still here, the soonest due first."""
    given = HandoverRow.objects.of(centre_id).filter(undone_at=None).values("dossier_id")
    rows = DossierRow.objects.of(centre_id).exclude(pk__in=given).select_related("official")
    return [record_of(row, given={}) for row in rows.order_by("due_on", "pk")[:OPEN_LIST_MAX]]


def applicant_of(centre_id: int, dossier_id: int, *, by: Actor) -> Applicant:
    """Return whose dossier it is. Reading it is an event."""
    row = row_of(centre_id, dossier_id)
    audit.note_read("dossier.applicant_read", row.pk, by=by, centre_id=centre_id)
    return Applicant(
        row.applicant_name, row.applicant_id_number, row.applicant_address, row.applicant_phone
    )


def row_of(centre_id: int, dossier_id: int) -> DossierRow:
    """Return the row of a dossier. Raise NoSuchDossier."""
    rows = DossierRow.objects.of(centre_id).select_related("official")
    row = rows.filter(pk=dossier_id).first()
    if row is None:
        raise NoSuchDossier(str(dossier_id))
    return row


def record_of(row: DossierRow, given: dict[int, Handover] | None = None) -> Dossier:
    """Return a row as others may see it; `given` saves a query where handovers are known."""
    official = getattr(row, "official", None)
    return Dossier(
        id=row.pk,
        centre_id=row.centre_id,
        code=row.code,
        visit_id=row.visit_id,
        procedure_code=row.procedure_code,
        procedure_row_id=row.procedure_row_id,
        procedure_title=row.procedure_title,
        answers=dict(row.answers),
        papers=tuple(row.papers),
        accepted_at=row.accepted_at,
        promised=Promised(row.due_on, row.due_words, row.due_certain, tuple(row.due_counted)),
        official=(
            OfficialCode(official.code, official.due_at, official.noted_at) if official else None
        ),
        handover=given.get(row.pk) if given is not None else _handover(row),
    )


def _handover(row: DossierRow) -> Handover | None:
    given = HandoverRow.objects.of(row.centre_id).filter(dossier_id=row.pk, undone_at=None).first()
    return Handover(given.handed_over_at, given.shown) if given else None
