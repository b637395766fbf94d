"""Finding dossiers again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from donghanh.audit import service as audit
from donghanh.base.ids import tidy_code
from donghanh.base.people import Actor

from .. import rules
from ..faults import NoSuchDossier
from ..models import Apology as ApologyRow
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..records import (
    Apology,
    Applicant,
    Authoriser,
    Bodies,
    Dossier,
    Handover,
    OfficialCode,
    Posting,
    Promised,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

OPEN_LIST_MAX = 200  # what a desk can look through; more is a search
BESIDE = ("official", "apology", "refusal", "stop")
# What lists of thousands do not show, and so do not read.
HEAVY = ("answers", "papers", "due_counted", "due_words", "originals")


def dossier(centre_id: int, dossier_id: int) -> Dossier:
    """Return a dossier. Raise NoSuchDossier."""
    return record_of(row_of(centre_id, dossier_id))


def by_code(centre_id: int, code: str) -> Dossier:
    """Return a dossier by our code or the official one, as typed. Raise NoSuchDossier."""
    rows = DossierRow.objects.of(centre_id).select_related(*BESIDE)
    row = (
        rows.filter(code=tidy_code(code)).first()
        or rows.filter(official__code=rules.tidy_official_code(code)).first()
    )
    if row is None:
        raise NoSuchDossier(code)
    return record_of(row)


def dossiers_of_visit(centre_id: int, visit_id: int) -> list[Dossier]:
    """Return what a visit handed in."""
    rows = DossierRow.objects.of(centre_id).filter(visit_id=visit_id).select_related(*BESIDE)
    return records_of(centre_id, rows.order_by("pk"))


def open_dossiers(centre_id: int) -> list[Dossier]:
    """Return dossiers whose result is still here, the soonest due first."""
    rows = DossierRow.objects.of(centre_id).filter(ended_at=None).select_related(*BESIDE)
    return [record_of(row, given={}) for row in rows.order_by("due_on", "pk")[:OPEN_LIST_MAX]]


def applicant_of(centre_id: int, dossier_id: int, *, by: Actor) -> Applicant:
    """Return whose dossier it is. Reading it is an event."""
    row = row_of(centre_id, dossier_id)
    audit.note_read("dossier.applicant_read", row.pk, by=by, centre_id=centre_id)
    return applicant_in(row)


def applicant_in(row: DossierRow) -> Applicant:
    """Return whose dossier a row is; the caller writes the reading down."""
    sent_by = Authoriser(**row.authoriser) if row.authoriser else None
    return Applicant(
        row.applicant_name,
        row.applicant_id_number,
        row.applicant_address,
        row.applicant_phone,
        sent_by,
    )


def row_of(centre_id: int, dossier_id: int) -> DossierRow:
    """Return the row of a dossier. Raise NoSuchDossier."""
    rows = DossierRow.objects.of(centre_id).select_related(*BESIDE)
    row = rows.filter(pk=dossier_id).first()
    if row is None:
        raise NoSuchDossier(str(dossier_id))
    return row


def locked(centre_id: int, dossier_id: int) -> DossierRow:
    """Return the row of a dossier, held until the verb is whole. Raise NoSuchDossier."""
    rows = DossierRow.objects.of(centre_id).select_related(*BESIDE)
    row = rows.select_for_update(of=("self",)).filter(pk=dossier_id).first()
    if row is None:
        raise NoSuchDossier(str(dossier_id))
    return row


def records_of(centre_id: int, rows: Iterable[DossierRow]) -> list[Dossier]:
    """Return rows as others may see them, their hand-overs in one query."""
    kept = list(rows)
    given = {one.dossier_id: handover_of(one) for one in active_handovers(centre_id, kept)}
    return [record_of(row, given=given) for row in kept]


def active_handovers(centre_id: int, rows: Iterable[DossierRow]) -> QuerySet[HandoverRow]:
    """Return the hand-overs that hold of some dossiers."""
    ids = [row.pk for row in rows]
    held = HandoverRow.objects.of(centre_id).filter(dossier_id__in=ids, undone_at=None)
    return held.select_related("posting")


def record_of(row: DossierRow, given: dict[int, Handover] | None = None) -> Dossier:
    """Return a row as others may see it; `given` saves a query where handovers are known."""
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
        brought_at=row.brought_at,
        accepted_at=row.accepted_at,
        promised=Promised(row.due_on, row.due_words, row.due_certain, tuple(row.due_counted)),
        official=_official(row),
        handover=given.get(row.pk) if given is not None else _handover(row),
        term_from_at=row.term_from_at,
        ready_at=row.ready_at,
        apology=apology_of(getattr(row, "apology", None)),
        bodies=Bodies("", row.receiving_body, row.deciding_body),
        originals=tuple(row.originals),
        originals_returned_at=row.originals_returned_at,
        kept_by_id=row.kept_by_id,
        ended_at=row.ended_at,
        forgotten_at=row.forgotten_at,
        collect_way=rules.Way(row.collect_way or rules.Way.COUNTER),
    )


def _official(row: DossierRow) -> OfficialCode | None:
    official = getattr(row, "official", None)
    return OfficialCode(official.code, official.due_at, official.noted_at) if official else None


def apology_of(row: ApologyRow | None, *, words: bool = False) -> Apology | None:
    """Return an apology, with its reason where words are wanted."""
    if row is None:
        return None
    return Apology(
        apologised_at=row.apologised_at,
        due_on_before=row.earlier_due_on,
        new_due_at=row.new_due_at,
        in_time=row.in_time,
        reason=row.reason if words else "",
    )


def handover_of(row: HandoverRow, *, words: bool = False) -> Handover:
    """Return a hand-over, with who and where as far as words are wanted."""
    post = getattr(row, "posting", None)
    return Handover(
        handed_over_at=row.handed_over_at,
        shown=row.shown,
        way=rules.way_of(row.shown),
        relation=row.relation,
        receiver=row.receiver if words else "",
        place=row.place if words else "",
        witness=row.witness if words else "",
        posting=(
            Posting(post.tracking, post.fee_vnd, post.paid_by, post.arrived_at, post.came_back_at)
            if post
            else None
        ),
        undone_at=row.undone_at,
        undone_why=row.undone_why if words else "",
    )


def _handover(row: DossierRow) -> Handover | None:
    given = active_handovers(row.centre_id, [row]).first()
    return handover_of(given) if given else None
