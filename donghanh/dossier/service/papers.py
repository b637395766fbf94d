"""Which papers a visitor has with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre
from donghanh.reception import service as reception

from ..models import PaperCheck


@audit.verb
def tick_papers(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    held: Iterable[str],
    answers: Mapping[str, str],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Note which papers the visitor has with them and how they answered the case questions."""
    if audit.replayed("papers.ticked", key, centre_id=centre_id) is not None:
        return
    reception.visit(centre_id, visit_id)
    kept = sorted(_known(centre_id, procedure_code, set(held)))
    PaperCheck.objects.of(centre_id).update_or_create(
        visit_id=visit_id,
        procedure_code=procedure_code,
        defaults={
            "held": kept,
            "answers": dict(answers),
            "noted_at": at or now(),
        },
        create_defaults={
            "centre_id": centre_id,
            "held": kept,
            "answers": dict(answers),
            "noted_at": at or now(),
        },
    )
    audit.record("papers.ticked", visit_id, by=by, key=key, at=at, centre_id=centre_id)


def _known(centre_id: int, procedure_code: str, held: set[str]) -> set[str]:
    """Return what of the held ids is a paper: ours, or a line the national catalogue publishes."""
    known = held & set(catalogue.papers())
    if known == held:
        return known
    here = centre.by_id(centre_id).province
    text = catalogue.official(procedure_code, province=here)
    lines = catalogue.checklist_of_official(text).lines if text else ()
    return known | (held & {line.id for line in lines})


def papers_at_hand(
    centre_id: int, visit_id: int, procedure_code: str
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return (paper ids held, answers to the case questions) as last ticked."""
    row = (
        PaperCheck.objects.of(centre_id)
        .filter(visit_id=visit_id, procedure_code=procedure_code)
        .first()
    )
    return (tuple(row.held), dict(row.answers)) if row else ((), {})
