"""Who follows which open dossiers: handed on, exchanged, given back."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor

from ..faults import NoSuchRecord
from ..models import Dossier as DossierRow
from ..models import Relay as RelayRow
from ..records_desk import Relay

RELAYED, GIVEN_BACK = "dossiers.relayed", "dossiers.given_back"
RELAYS_MAX = 3  # the page counts what is left of each
GIVEN_BACK_WITHIN = timedelta(days=120)  # a long leave is over by then


@audit.verb
def relay(
    centre_id: int,
    from_id: int | None,
    to_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> int:
    """Hand one officer's open dossiers to another (leave, another counter). Return how many.

    `from_id` None: those that nobody follows. The caller knows that both work here.
    """
    made = audit.replayed(RELAYED, key, centre_id=centre_id)
    if made is None:
        ids = _open_of(centre_id, from_id)
        made = _hand_on(centre_id, ids, from_id, to_id, by=by, key=key, at=at)
    return len(RelayRow.objects.of(centre_id).get(pk=made).dossier_ids)


@audit.verb
def exchange(
    centre_id: int,
    one_id: int,
    other_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> int:
    """Let two officers take over each other's open dossiers (counters swapped). Return how many."""
    back = derived_key(key, "back")
    made = [audit.replayed(RELAYED, one, centre_id=centre_id) for one in (key, back)]
    if made[0] is None:
        ones, others = _open_of(centre_id, one_id), _open_of(centre_id, other_id)
        made = [
            _hand_on(centre_id, ones, one_id, other_id, by=by, key=key, at=at),
            _hand_on(centre_id, others, other_id, one_id, by=by, key=back, at=at),
        ]
    rows = RelayRow.objects.of(centre_id).filter(pk__in=[one for one in made if one is not None])
    return sum(len(row.dossier_ids) for row in rows)


@audit.verb
def give_back(
    centre_id: int, relay_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """Give what is left of a relay back to who had it (leave is over). Return how many.

    Raise NoSuchRecord when nothing of it is left to give back.
    """
    made = audit.replayed(GIVEN_BACK, key, centre_id=centre_id)
    if made is not None:
        return made
    rows = RelayRow.objects.of(centre_id).filter(pk=relay_id, given_back_at=None)
    row = rows.select_for_update().first()
    left = _left_of(row) if row else None
    if row is None or left is None or row.from_id is None or not left.exists():
        raise NoSuchRecord(str(relay_id))
    given = left.update(kept_by_id=row.from_id)
    row.given_back_at = at or now()
    row.save(update_fields=["given_back_at"])
    audit.record(GIVEN_BACK, given, by=by, key=key, at=at, centre_id=centre_id)
    return given


def relays(centre_id: int) -> list[Relay]:
    """Return relays of the last months of which something can be given back, the newest first."""
    rows = RelayRow.objects.of(centre_id).filter(
        given_back_at=None, from_id__isnull=False, relayed_at__gte=now() - GIVEN_BACK_WITHIN
    )
    found = [
        Relay(row.pk, row.from_id, row.to_id, row.relayed_at, _left_of(row).count())
        for row in rows.order_by("-pk")[:RELAYS_MAX]
    ]
    return [one for one in found if one.left]


def _open_of(centre_id: int, keeper_id: int | None) -> list[int]:
    rows = DossierRow.objects.of(centre_id).filter(ended_at=None, kept_by_id=keeper_id)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _hand_on(
    centre_id: int,
    ids: list[int],
    from_id: int | None,
    to_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None,
) -> int:
    """Return the id of the relay that was made."""
    DossierRow.objects.of(centre_id).filter(pk__in=ids).update(kept_by_id=to_id)
    kept = RelayRow.objects.create(
        centre_id=centre_id,
        from_id=from_id,
        to_id=to_id,
        dossier_ids=ids,
        relayed_at=at or now(),
    )
    audit.record(RELAYED, kept.pk, by=by, key=key, at=at, centre_id=centre_id)
    return int(kept.pk)


def _left_of(row: RelayRow) -> QuerySet[DossierRow, DossierRow]:
    rows = DossierRow.objects.of(row.centre_id).filter(pk__in=row.dossier_ids, ended_at=None)
    return rows.filter(kept_by_id=row.to_id)
