"""The end of the day: drafts whose last day is over are blanked, old rows are dropped."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from ..draft_rules import KEEP_PORTAL_DAYS
from ..models import Draft as DraftRow
from ..models import Sitting as SittingRow
from .drafts import blank

FORGOTTEN = "drafts.forgotten"


@audit.verb
def forget_drafts(
    centre_id: int, on: date, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """Blank the drafts whose last day is `on` or before. Return how many were blanked.

    Who sat with whom, and the portal's codes, are dropped after KEEP_PORTAL_DAYS.
    """
    if audit.replayed(FORGOTTEN, key, centre_id=centre_id) is not None:
        return 0
    at = at or now()
    blanked = 0
    for row in DraftRow.objects.of(centre_id).filter(kept_to__lte=on, wiped_at=None):
        blank(row, at)
        blanked += 1
    before = on - timedelta(days=KEEP_PORTAL_DAYS)
    DraftRow.objects.of(centre_id).filter(kept_to__lt=before).delete()
    SittingRow.objects.of(centre_id).filter(
        began_at__lt=at - timedelta(days=KEEP_PORTAL_DAYS)
    ).delete()
    if blanked:
        audit.record(FORGOTTEN, blanked, by=by, key=key, at=at, centre_id=centre_id)
    return blanked
