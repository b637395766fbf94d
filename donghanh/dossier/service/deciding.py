"""While it is decided: passed on, refused, apologised for, stopped, ready, put right."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze
from donghanh.centre import service as centre

from .. import rules
from ..faults import NoSuchRecord, NothingAsked
from ..models import Apology as ApologyRow
from ..models import Correction as CorrectionRow
from ..models import Dossier as DossierRow
from ..models import Passage as PassageRow
from ..models import Refusal as RefusalRow
from ..models import Stop as StopRow
from ..records import Dossier
from .finding import dossier, locked, record_of
from .lives import check

REFUSED = "dossier.refused"


@audit.verb
def pass_on(
    centre_id: int,
    dossier_id: int,
    from_body: str,
    to_body: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    note: str = "",
) -> Dossier:
    """Note that the papers went from one body to another. Raise NothingAsked or OutOfOrder.

    # Law: NĐ 118/2025 Đ.18 k.2: the first passage, the same day or first thing on the next one.
    """
    if audit.replayed("dossier.passed_on", key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.FORWARD, moment)
        passages = PassageRow.objects.of(centre_id).filter(dossier_id=row.pk)
        since = None if passages.exists() else row.accepted_at
        PassageRow.objects.create(
            centre_id=centre_id,
            dossier=row,
            from_body=_said(from_body),
            to_body=_said(to_body),
            note=squeeze(nfc(note)),
            passed_at=moment,
            due_on=rules.pass_on_by(centre.calendar(), since) if since else None,
        )
        audit.record("dossier.passed_on", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def refuse(
    centre_id: int,
    dossier_id: int,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Refuse with a reason (Mẫu 03). Raise NothingAsked or OutOfOrder.

    # Law: NĐ 118/2025 Đ.17 k.1c before acceptance, Đ.19 k.3 after it, within the term.
    """
    if audit.replayed(REFUSED, key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.REFUSE, moment)
        body = rules.Body.DECIDING if row.accepted_at else rules.Body.RECEPTION
        RefusalRow.objects.create(
            centre_id=centre_id,
            dossier=row,
            body=body.value,
            reason=_said(reason),
            refused_at=moment,
        )
        _end(row, moment)
        audit.record(REFUSED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def apologise(
    centre_id: int,
    dossier_id: int,
    new_due_at: datetime,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Say sorry and give the one new date (Mẫu 04). Raise NothingAsked or OutOfOrder.

    # Law: NĐ 118/2025 Đ.19 k.6.
    """
    if audit.replayed("apology.made", key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.APOLOGISE, moment, new_due_at=new_due_at)
        due_on = record_of(row).due_on
        assert due_on is not None, "checked above"
        ApologyRow.objects.create(
            centre_id=centre_id,
            dossier=row,
            reason=_said(reason),
            earlier_due_on=due_on,
            new_due_at=new_due_at,
            in_time=rules.apology_in_time(due_on, moment),
            apologised_at=moment,
        )
        audit.record("apology.made", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def stop(
    centre_id: int,
    dossier_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    reason: str = "",
) -> Dossier:
    """Stop it because the person asked; a reason is theirs to give or not. Raise OutOfOrder.

    # Law: NĐ 118/2025 Đ.21: until it was decided.
    """
    if audit.replayed("dossier.stopped", key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.STOP, moment)
        StopRow.objects.create(
            centre_id=centre_id, dossier=row, reason=squeeze(nfc(reason)), stopped_at=moment
        )
        _end(row, moment)
        audit.record("dossier.stopped", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def note_ready(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Dossier:
    """The result is here and may be fetched. Raise OutOfOrder."""
    if audit.replayed("result.ready", key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.READY, moment)
        row.ready_at = moment
        row.save(update_fields=["ready_at"])
        audit.record("result.ready", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def find_error(
    centre_id: int,
    dossier_id: int,
    what: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Dossier:
    """Note our own error in a result. Raise NothingAsked or OutOfOrder.

    # Law: NĐ 118/2025 Đ.23 k.1: put right within 3 working days.
    """
    if audit.replayed("error.found", key, centre_id=centre_id) is None:
        row, moment = locked(centre_id, dossier_id), at or now()
        check(row, rules.Act.FIND_ERROR, moment)
        CorrectionRow.objects.create(
            centre_id=centre_id,
            dossier=row,
            what=_said(what),
            found_at=moment,
            due_on=rules.correct_by(centre.calendar(), moment),
        )
        audit.record("error.found", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


@audit.verb
def correct_error(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Dossier:
    """Our errors in this result were put right. Raise NoSuchRecord when there is none open."""
    if audit.replayed("error.corrected", key, centre_id=centre_id) is None:
        found = CorrectionRow.objects.of(centre_id).filter(dossier_id=dossier_id, corrected_at=None)
        if not found.update(corrected_at=at or now()):
            raise NoSuchRecord(str(dossier_id))
        audit.record("error.corrected", dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    return dossier(centre_id, dossier_id)


def _end(row: DossierRow, at: datetime) -> None:
    row.ended_at = at
    row.save(update_fields=["ended_at"])


def _said(words: str) -> str:
    """Return words tidied. Raise NothingAsked for none."""
    tidy = squeeze(nfc(words))
    if not tidy:
        raise NothingAsked()
    return tidy
