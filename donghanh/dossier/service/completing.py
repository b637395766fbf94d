"""What is missing: asked for once by each body, brought, or not brought for fifteen days."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.faults import Fact
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor, SystemActor
from donghanh.base.text import nfc, squeeze
from donghanh.centre import service as centre

from .. import rules
from ..faults import AskedBefore, NothingAsked
from ..models import Dossier as DossierRow
from ..models import SupplementRequest as RequestRow
from ..records import Dossier
from .deciding import REFUSED, refuse
from .finding import dossier, locked
from .lives import check
from .promises import Taken, begin_term, brought

log = logging.getLogger(__name__)

ASKED, ANSWERED, CLOSED = "supplement.asked", "supplement.answered", "dossier.closed"


@audit.verb
def ask_at_reception(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    lines: Sequence[str],
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    taken: Taken | None = None,
) -> Dossier:
    """Send the person for all that is missing, once; no term runs yet.

    Raise NothingAsked; AskedBefore when these papers were sent back for more at this visit.

    # Law: NĐ 118/2025 Đ.11 k.2c, Đ.16 k.3, Đ.17 k.1c.
    """
    made = audit.replayed(ASKED, key, centre_id=centre_id)
    if made is None:
        moment = at or now()
        _asked_never(centre_id, visit_id, procedure_code)
        row = brought(centre_id, visit_id, procedure_code, taken, by, moment)
        row.save()
        _ask(row, rules.Body.RECEPTION, lines, reason, moment)
        made = row.pk
        audit.record(ASKED, made, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, made)


def _asked_never(centre_id: int, visit_id: int, procedure_code: str) -> None:
    """Raise AskedBefore when papers of this procedure wait for an answer of this visit."""
    waiting = RequestRow.objects.of(centre_id).filter(
        dossier__visit_id=visit_id,
        dossier__procedure_code=procedure_code,
        dossier__ended_at=None,
        body=rules.Body.RECEPTION.value,
        answered_at=None,
    )
    if waiting.exists():
        raise AskedBefore(rules.Hindrance.ASKED_HERE_BEFORE, f"{visit_id} {procedure_code}")


@audit.verb
def refuse_at_reception(
    centre_id: int,
    visit_id: int,
    procedure_code: str,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    taken: Taken | None = None,
) -> Dossier:
    """Refuse to take papers in, with a reason (Mẫu 03); nothing is kept here. Raise NothingAsked.

    # Law: NĐ 118/2025 Đ.17 k.1c.
    """
    made = audit.replayed(REFUSED, key, centre_id=centre_id)
    if made is None:
        row = brought(centre_id, visit_id, procedure_code, taken, by, at or now())
        row.originals, row.originals_held_at = [], None
        row.save()
        made = row.pk
        refuse(centre_id, made, reason, by=by, key=key, at=at)
    return dossier(centre_id, made)


@audit.verb
def ask_supplement(
    centre_id: int,
    dossier_id: int,
    lines: Sequence[str],
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Note what the deciding body asks for, once. Raise NothingAsked, AskedBefore or OutOfOrder.

    # Law: NĐ 118/2025 Đ.19 k.5: within 3 working days; no term runs until the answer.
    """
    if audit.replayed(ASKED, key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.ASK_WHEN_DECIDING, moment)
        _ask(row, rules.Body.DECIDING, lines, reason, moment)
        audit.record(ASKED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


def _ask(
    row: DossierRow, body: rules.Body, lines: Sequence[str], reason: str, at: datetime
) -> None:
    tidy = [line for line in (squeeze(nfc(one)) for one in lines) if line]
    why = squeeze(nfc(reason))
    if not tidy or not why:
        raise NothingAsked(body)
    deciding = body is rules.Body.DECIDING
    RequestRow.objects.create(
        centre_id=row.centre_id,
        dossier=row,
        body=body.value,
        lines=tidy,
        reason=why,
        asked_at=at,
        answer_by_on=rules.answer_by(centre.calendar(), at) if deciding else None,
        earlier_due_on=dossier(row.centre_id, row.pk).due_on,
    )


@audit.verb
def answer_supplement(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Dossier:
    """All that was asked for is here: the term begins anew, or for the first time.

    Raise OutOfOrder.
    """
    if audit.replayed(ANSWERED, key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.ANSWER, moment)
        RequestRow.objects.of(centre_id).filter(dossier_id=row.pk, answered_at=None).update(
            answered_at=moment
        )
        begin_term(row, moment, held=None)
        if row.accepted_at is None:
            row.accepted_at = moment
            accepted = derived_key(key, "accepted")
            audit.record(
                "dossier.accepted", row.pk, by=by, key=accepted, at=at, centre_id=centre_id
            )
        row.save()
        audit.record(ANSWERED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def close_unanswered(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Dossier:
    """Close a dossier whose answer did not come in fifteen days. Raise OutOfOrder.

    # Law: NĐ 118/2025 Đ.19 k.5.
    """
    if audit.replayed(CLOSED, key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.CLOSE, moment)
        row.closed_at = row.ended_at = moment
        row.save(update_fields=["closed_at", "ended_at"])
        audit.record(CLOSED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


def close_all_unanswered(centre_id: int, key: UUID) -> int:
    """Close what waited in vain for fifteen days after acceptance. Return how many; each once.

    One that cannot be closed (a holiday was announced since, and there is a day left) is left to
    the next run or to a person; it keeps no other one open.
    """
    today, closed = local(now()).date(), 0
    waiting = RequestRow.objects.of(centre_id).filter(
        answered_at=None, answer_by_on__lt=today, dossier__ended_at=None
    )
    for dossier_id in list(waiting.values_list("dossier_id", flat=True)):
        one = derived_key(key, str(dossier_id))
        try:
            close_unanswered(centre_id, dossier_id, by=SystemActor(centre_id), key=one)
        except (Fact, DatabaseError):
            log.warning("dossier %s could not be closed", dossier_id, exc_info=True)
            continue
        closed += 1
    return closed
