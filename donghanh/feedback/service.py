"""Feedback: the front door. The visitor says how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.reception import service as reception

from .models import Rating as RatingRow

__all__ = ["FACES", "NoSuchFace", "Rating", "rate", "rating_of"]

# Face -> (words, picture). 3 is best, as in Nghị định 118/2025 Đ.33's spirit: ask everyone, simply.
FACES = {
    3: ("Hài lòng", "mat_vui"),
    2: ("Tạm được", "mat_thuong"),
    1: ("Chưa hài lòng", "mat_buon"),
}


class NoSuchFace(Fact):
    """A rating is one of three faces."""

    message = "Chưa chọn mặt nào."
    remedy = "Chạm vào một trong ba mặt."


@dataclass(frozen=True, slots=True)
class Rating:
    """What a visitor said: 3 pleased, 2 so-so, 1 not pleased."""

    visit_id: int
    face: int
    given_at: datetime


@audit.verb
def rate(
    centre_id: int,
    slip_code: str,
    face: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    channel: str = "phone",
) -> Rating:
    """Keep one rating of a visit; a second one replaces the first.

    Raise NoSuchFace, or reception.NoSuchVisit.
    """
    visit = reception.visit_by_slip(centre_id, slip_code)
    if audit.replayed("visit.rated", key, centre_id=centre_id) is None:
        if face not in FACES:
            raise NoSuchFace(str(face))
        said = {"face": face, "given_at": at or now(), "channel": channel}
        RatingRow.objects.of(centre_id).update_or_create(
            visit_id=visit.id, defaults=said, create_defaults={"centre_id": centre_id, **said}
        )
        audit.record("visit.rated", visit.id, by=by, key=key, at=at, centre_id=centre_id)
    row = RatingRow.objects.of(centre_id).get(visit_id=visit.id)
    return Rating(row.visit_id, row.face, row.given_at)


def rating_of(centre_id: int, visit_id: int) -> Rating | None:
    """Return a visit's rating, None when nobody gave one."""
    row = RatingRow.objects.of(centre_id).filter(visit_id=visit_id).first()
    return Rating(row.visit_id, row.face, row.given_at) if row else None
