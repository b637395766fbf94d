"""The seat: where somebody sits, who goes there, and that nobody is absent before."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor

from ..models import SeatVisit
from ..models import Visit as VisitRow
from ..playbook import playbook
from ..records import Visit
from .visits import how_to_call, visit

SEAT_NOTED, SEAT_REACHED = "seat.noted", "seat.reached"


class SeatNotReached(Fact):
    """Somebody who may not hear, see or walk well was to be set absent without being looked for."""

    message = "Chưa ai đến tận chỗ ngồi, nên chưa báo vắng được."
    remedy = "Người này không chỉ chờ loa. Đến chỗ ngồi đã ghi, bấm “Đã đến chỗ ngồi”, rồi mới báo."


def seats() -> tuple[str, ...]:
    """Return places in the hall to tap."""
    return playbook().seats


@audit.verb
def note_seat(
    centre_id: int, visit_id: int, seat: str, *, by: Actor, key: UUID, at: datetime | None = None
) -> Visit:
    """Note where the visitor sits now. Raise NoSuchVisit."""
    if audit.replayed(SEAT_NOTED, key, centre_id=centre_id) is None:
        found = visit(centre_id, visit_id)
        VisitRow.objects.of(centre_id).filter(pk=found.id, forgotten_at=None).update(seat=seat)
        audit.record(SEAT_NOTED, visit_id, by=by, key=key, at=at, centre_id=centre_id)
    return visit(centre_id, visit_id)


@audit.verb
def reach_seat(
    centre_id: int, visit_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Somebody stands at the seat, or where the visitor was last seen. Raise NoSuchVisit."""
    if audit.replayed(SEAT_REACHED, key, centre_id=centre_id) is not None:
        return
    found, at = visit(centre_id, visit_id), at or now()
    SeatVisit.objects.create(centre_id=centre_id, visit_id=found.id, reached_at=at)
    audit.record(SEAT_REACHED, visit_id, by=by, key=key, at=at, centre_id=centre_id)


def check_reached(centre_id: int, visit_id: int, *, since: datetime) -> None:
    """Raise SeatNotReached when this visitor must be looked for and was not, since the call."""
    how = how_to_call(centre_id, visit_id)
    if how.at_seat and not reached_since(centre_id, visit_id, since):
        raise SeatNotReached(str(visit_id))


def reached_since(centre_id: int, visit_id: int, since: datetime) -> bool:
    """Return whether somebody stood at the seat since an instant."""
    rows = SeatVisit.objects.of(centre_id).filter(visit_id=visit_id)
    return rows.filter(reached_at__gte=since).exists()
