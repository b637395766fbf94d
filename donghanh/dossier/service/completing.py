"""What is missing: asked for once by each body, brought, or not brought for fifteen days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor, SystemActor
from donghanh.base.text import nfc, squeeze
from donghanh.centre import service as centre

from .. import rules
from ..faults import NothingAsked
from ..models import Dossier as DossierRow
from ..models import SupplementRequest as RequestRow
from ..records import Dossier
from .finding import dossier, locked
from .lives import check
from .promises import Taken, begin_term, brought

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
    """Send the person for all that is missing, once; no term runs yet. Raise NothingAsked.

    # Law: NĐ 118/2025 Đ.11 k.2c, Đ.16 k.3, Đ.17 k.1c.
    """
    made = audit.replayed(ASKED, key, centre_id=centre_id)
    if made is None:
        moment = at or now()
        row = brought(centre_id, visit_id, procedure_code, taken, None, by, moment)
        row.save()
        _ask(row, rules.Body.RECEPTION, lines, reason, moment)
        made = row.pk
        audit.record(ASKED, made, by=by, key=key, at=at, centre_id=centre_id)
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
    """Close what waited in vain for fifteen days after acceptance. Return how many; each once."""
    today = local(now()).date()
    waiting = RequestRow.objects.of(centre_id).filter(
        answered_at=None, answer_by_on__lt=today, dossier__ended_at=None
    )
    ids = list(waiting.values_list("dossier_id", flat=True))
    for dossier_id in ids:
        one = derived_key(key, str(dossier_id))
        close_unanswered(centre_id, dossier_id, by=SystemActor(centre_id), key=one)
    return len(ids)
