"""The result in the right hands, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze
from donghanh.catalogue import service as catalogue

from .. import rules
from ..faults import (
    UNDO_SECONDS,
    AlreadyHandedOver,
    NoSuchRecord,
    NothingAsked,
    NotLikeThis,
    OutOfOrder,
    TooLate,
)
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..models import Posting as PostingRow
from ..records import Handover
from .finding import dossier, locked
from .lives import course_of
from .promises import proof_for, ways_to_collect

HANDED, UNDONE = "result.handed_over", "hand_over.undone"


@dataclass(frozen=True, slots=True)
class Given:
    """What else is known of a hand-over. `relation`: of a proxy, as `guidance.Relation`'s value.

    `witness`: who went along to a home. `originals`: every original went back as well.
    By post: `tracking`, `fee_vnd` (None: not known) and `paid_by` ("person", "centre" or "").
    """

    relation: str = ""
    receiver: str = ""
    place: str = ""
    witness: str = ""
    originals: bool = False
    tracking: str = ""
    fee_vnd: int | None = None
    paid_by: str = ""


@audit.verb
def hand_over(
    centre_id: int,
    dossier_id: int,
    shown: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    given: Given | None = None,
) -> Handover:
    """Give the result; `shown` says what was looked at, and so which way it goes.

    Raise AlreadyHandedOver, NotLikeThis or OutOfOrder. `at` may lie in the past: what was given
    while the server was gone counts once, and only if nobody gave the result since.

    # Law: NĐ 118/2025 Đ.22 k.3: a lost slip is no obstacle, an identity paper is enough.
    """
    if audit.replayed(HANDED, key, centre_id=centre_id) is None:
        row, moment, more = locked(centre_id, dossier_id), at or now(), given or Given()
        more = replace(more, place=_place(row, shown, more))
        _may(row, shown, moment, more)
        made = HandoverRow.objects.create(
            centre_id=centre_id,
            dossier=row,
            handed_over_at=moment,
            shown=shown,
            relation=more.relation,
            receiver=squeeze(nfc(more.receiver)),
            place=more.place,
            witness=squeeze(nfc(more.witness)),
        )
        if rules.way_of(shown) is rules.Way.POST:
            _post(made, more)
        _end(row, moment, originals=more.originals)
        audit.record(HANDED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)
    handover = dossier(centre_id, dossier_id).handover
    assert handover is not None, "it was made above or by the first press"
    return handover


def _may(row: DossierRow, shown: str, at: datetime, given: Given) -> None:
    """Raise what keeps a result from being given like this."""
    stands = rules.hindrance_to_hand_over(course_of(row), at)
    if stands is rules.Hindrance.HANDED_OVER:
        raise AlreadyHandedOver(str(row.pk))
    if stands is not None:
        raise OutOfOrder(stands, str(row.pk))
    procedure = catalogue.procedure_version(row.procedure_row_id)
    fault = rules.handing_fault(
        shown,
        proof_for(procedure, given.relation),
        receiver=given.receiver,
        place=given.place,
        witness=given.witness,
        by_post=rules.Way.POST in ways_to_collect(procedure),
    )
    if fault is not None:
        raise NotLikeThis(fault, str(row.pk))


def _place(row: DossierRow, shown: str, given: Given) -> str:
    """Return where a letter goes or a home is: as typed, else where the person lives."""
    away = rules.way_of(shown) in (rules.Way.POST, rules.Way.HOME)
    return squeeze(nfc(given.place)) or (row.applicant_address if away else "")


def proof_to_collect(procedure_row_id: int, relation: str) -> rules.CollectingProof:
    """Return what who collects for another must show, by the version that the dossier keeps."""
    return proof_for(catalogue.procedure_version(procedure_row_id), relation)


def _post(made: HandoverRow, given: Given) -> None:
    PostingRow.objects.create(
        centre_id=made.centre_id,
        handover=made,
        tracking=squeeze(given.tracking),
        fee_vnd=given.fee_vnd,
        paid_by=given.paid_by,
    )


def _end(row: DossierRow, at: datetime, *, originals: bool) -> None:
    row.ended_at, row.ready_at = at, min(row.ready_at or at, at)
    if originals and row.originals_returned_at is None:
        row.originals_returned_at = at
    row.save(update_fields=["ended_at", "ready_at", "originals_returned_at"])


@audit.verb
def undo_hand_over(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Take a hand-over back within a minute. Raise TooLate."""
    if audit.replayed(UNDONE, key, centre_id=centre_id) is not None:
        return
    at = at or now()
    since = at - timedelta(seconds=UNDO_SECONDS)
    _take_back(centre_id, dossier_id, "", at, since=since)
    audit.record(UNDONE, dossier_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def correct_hand_over(
    centre_id: int,
    dossier_id: int,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Say later, with a reason, that a hand-over was noted wrongly. Both stay to be seen.

    Raise NothingAsked or NoSuchRecord.
    """
    if audit.replayed("hand_over.corrected", key, centre_id=centre_id) is None:
        if not squeeze(nfc(reason)):
            raise NothingAsked()
        _take_back(centre_id, dossier_id, squeeze(nfc(reason)), at or now())
        audit.record("hand_over.corrected", dossier_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def note_posting(
    centre_id: int,
    dossier_id: int,
    given: Given,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Note what the post said when it took the letter: tracking, postage, who pays.

    What is left empty stays as it was. Raise NoSuchRecord when no letter is under way.
    """
    if audit.replayed("posting.noted", key, centre_id=centre_id) is None:
        known: dict[str, str | int] = {}
        if squeeze(given.tracking):
            known["tracking"] = squeeze(given.tracking)
        if given.fee_vnd is not None:
            known["fee_vnd"] = given.fee_vnd
        if given.paid_by:
            known["paid_by"] = given.paid_by
        if not known:
            raise NothingAsked()
        _posted(centre_id, dossier_id, **known)
        audit.record("posting.noted", dossier_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def note_arrival(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The letter with the result has arrived. Raise NoSuchRecord when none is under way."""
    if audit.replayed("posting.arrived", key, centre_id=centre_id) is None:
        _posted(centre_id, dossier_id, arrived_at=at or now())
        audit.record("posting.arrived", dossier_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def note_return(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The letter came back: the result waits here again. Raise NoSuchRecord when none was sent."""
    if audit.replayed("posting.came_back", key, centre_id=centre_id) is None:
        moment = at or now()
        _posted(centre_id, dossier_id, came_back_at=moment)
        _take_back(centre_id, dossier_id, "Thư quay lại.", moment)
        audit.record("posting.came_back", dossier_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def return_originals(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Every original that we held went back to the person. Raise NoSuchRecord for none."""
    if audit.replayed("originals.returned", key, centre_id=centre_id) is None:
        row = locked(centre_id, dossier_id)
        if not row.originals or row.originals_returned_at:
            raise NoSuchRecord(str(dossier_id))
        row.originals_returned_at = at or now()
        row.save(update_fields=["originals_returned_at"])
        audit.record("originals.returned", dossier_id, by=by, key=key, at=at, centre_id=centre_id)


def _posted(centre_id: int, dossier_id: int, **known: datetime | str | int) -> None:
    under_way = PostingRow.objects.of(centre_id).filter(
        handover__dossier_id=dossier_id,
        handover__undone_at=None,
        arrived_at=None,
        came_back_at=None,
    )
    if not under_way.update(**known):
        raise NoSuchRecord(str(dossier_id))


def _take_back(
    centre_id: int, dossier_id: int, why: str, at: datetime, since: datetime | None = None
) -> None:
    """The result lies here again, and so do the originals that went with it.

    Since when it was ready first, stays. Raise NoSuchRecord when it was not given, TooLate when it
    was not given `since` then.
    """
    row = locked(centre_id, dossier_id)
    given = HandoverRow.objects.of(centre_id).filter(dossier_id=row.pk, undone_at=None).first()
    if since is not None and (given is None or given.handed_over_at < since):
        raise TooLate(str(dossier_id))
    if given is None:
        raise NoSuchRecord(str(dossier_id))
    given.undone_at, given.undone_why = at, why
    given.save(update_fields=["undone_at", "undone_why"])
    row.ended_at = None
    if row.originals_returned_at == given.handed_over_at:
        row.originals_returned_at = None
    row.save(update_fields=["ended_at", "originals_returned_at"])
