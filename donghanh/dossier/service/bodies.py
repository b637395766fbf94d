"""The three bodies of a dossier: who helps, who receives, who decides."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze
from donghanh.centre import service as centre

from ..bodies import BODY_LETTERS_MAX, all_bodies, deciding_bodies
from ..records import Bodies, Dossier
from .finding import dossier, locked

NAMED = "bodies.named"


def body_choices(centre_id: int, procedure_code: str) -> tuple[str, ...]:
    """Return names to choose from: who decides this procedure first, then every other one."""
    commune = centre.commune_words(centre.by_id(centre_id))
    return tuple(dict.fromkeys((*deciding_bodies(procedure_code, commune), *all_bodies(commune))))


def decides_alone(centre_id: int, procedure_code: str) -> str:
    """Return who decides a procedure, "" where it is not known or may be one of several."""
    commune = centre.commune_words(centre.by_id(centre_id))
    bodies = deciding_bodies(procedure_code, commune)
    return bodies[0] if len(bodies) == 1 else ""


@audit.verb
def name_bodies(
    centre_id: int,
    dossier_id: int,
    bodies: Bodies,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Say who receives and who decides; "" for ourselves, or for not known yet.

    # Law: NĐ 118/2025 Đ.3 k.7, Đ.20.
    """
    if audit.replayed(NAMED, key, centre_id=centre_id) is None:
        row = locked(centre_id, dossier_id)
        row.receiving_body = squeeze(nfc(bodies.receives))[:BODY_LETTERS_MAX]
        row.deciding_body = squeeze(nfc(bodies.decides))[:BODY_LETTERS_MAX]
        row.save(update_fields=["receiving_body", "deciding_body"])
        audit.record(NAMED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)
