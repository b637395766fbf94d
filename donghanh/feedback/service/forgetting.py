"""What was kept long enough is blanked."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from ..models import Complaint, DataError, Remark
from ..models.complaints import KEEP_CLOSED_DAYS, KEEP_COMPLAINT_DAYS
from ..models.data_errors import KEEP_DATA_ERROR_DAYS
from ..models.ratings import KEEP_REMARK_DAYS

FORGOTTEN = "feedback.forgotten"


@audit.verb
def forget_feedback(centre_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> int:
    """Blank words, people and answers whose days are over. Return how many rows that was."""
    made = audit.replayed(FORGOTTEN, key, centre_id=centre_id)
    if made is not None:
        return made
    moment = at or now()
    told = Complaint.objects.of(centre_id).filter(_over(moment, KEEP_COMPLAINT_DAYS))
    forgotten = told.update(words="", told="", answer="", accused="", forgotten_at=moment)
    flawed = DataError.objects.of(centre_id).filter(_over(moment, KEEP_DATA_ERROR_DAYS))
    forgotten += flawed.update(person="", detail="", answer="", forgotten_at=moment)
    old = Remark.objects.of(centre_id).filter(left_at__lt=moment - timedelta(days=KEEP_REMARK_DAYS))
    forgotten += old.delete()[0]
    if forgotten:
        audit.record(FORGOTTEN, forgotten, by=by, key=key, at=at, centre_id=centre_id)
    return forgotten


def _over(moment: datetime, keep_days: int) -> Q:
    """Return what is over: closed long enough, or open so long that nobody will close it."""
    over = Q(closed_at__lt=moment - timedelta(days=KEEP_CLOSED_DAYS))
    over |= Q(taken_at__lt=moment - timedelta(days=keep_days))
    return over & Q(forgotten_at=None)
