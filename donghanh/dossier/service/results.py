"""The result in the right hands, once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from ..faults import UNDO_SECONDS, AlreadyHandedOver, TooLate
from ..models import Handover as HandoverRow
from ..records import Handover
from .finding import dossier, row_of


@audit.verb
def hand_over(
    centre_id: int,
    dossier_id: int,
    shown: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Handover:
    """Give the result. `shown` says what was looked at. Raise AlreadyHandedOver.

    # Law: NĐ 118/2025 Đ.22 k.3: a lost slip is no obstacle, an identity paper is enough.
    """
    made = audit.replayed("result.handed_over", key, centre_id=centre_id)
    if made is None:
        row_of(centre_id, dossier_id)
        given = HandoverRow.objects.of(centre_id).filter(dossier_id=dossier_id, undone_at=None)
        if given.exists():
            raise AlreadyHandedOver(str(dossier_id))
        HandoverRow.objects.create(
            centre_id=centre_id, dossier_id=dossier_id, handed_over_at=at or now(), shown=shown
        )
        audit.record("result.handed_over", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    handover = dossier(centre_id, dossier_id).handover
    assert handover is not None, "it was made above or by the first press"
    return handover


@audit.verb
def undo_hand_over(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Take a hand-over back within a minute. Raise TooLate."""
    if audit.replayed("hand_over.undone", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    since = at - timedelta(seconds=UNDO_SECONDS)
    undone = (
        HandoverRow.objects.of(centre_id)
        .filter(dossier_id=dossier_id, undone_at=None, handed_over_at__gte=since)
        .update(undone_at=at)
    )
    if not undone:
        raise TooLate(str(dossier_id))
    audit.record("hand_over.undone", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
