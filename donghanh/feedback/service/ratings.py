"""How it went: by the visitor's own hand, or noted by somebody who did not serve that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import at_local, now, today
from donghanh.base.people import Actor
from donghanh.base.text import nfc
from donghanh.reception import service as reception

from .. import asked, rules
from ..faults import HelperHolds, NoSuchFace
from ..models import MatterAnswer, Remark
from ..models import Rating as RatingRow
from ..records import Rating, RemarkRead, Sheet

# Face -> (words, picture). 3 is best.
FACES = {
    3: ("Hài lòng", "mat_vui"),
    2: ("Tạm được", "mat_thuong"),
    1: ("Chưa hài lòng", "mat_buon"),
}
RATED, NOTED, ANSWERED = "visit.rated", "rating.noted", "rating.matters_kept"
REMARKED = "rating.remark_left"
# Who did one of these on a day served or helped on it, volunteers at the gate too.
SERVING = (
    "visit.opened",
    "papers.ticked",
    "seat.reached",
    "seat.served",
    "help.taken",
    "ticket.called",
    "ticket.chosen",
    "sitting.began",
    "draft.opened",
    "dossier.accepted",
    "dossier.settled_at_once",
    "result.handed_over",
)


def served_on(centre_id: int, on: date) -> frozenset[int]:
    """Return the ids of staff who served somebody on a day."""
    return audit.staff_who_did(centre_id, SERVING, on=on)


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
    """Keep one rating of a visit; a second one replaces the first. No slip: it stands alone.

    Never by staff. Raise HelperHolds, NoSuchFace, NoSuchVisit.

    # Law: NĐ 118/2025 Đ.31, Đ.33.
    """
    visit = reception.visit_by_slip(centre_id, slip_code) if slip_code else None
    rows = RatingRow.objects.of(centre_id)
    made = audit.replayed(RATED, key, centre_id=centre_id)
    if made is not None:
        return _record(rows.get(visit_id=visit.id) if visit else rows.get(pk=made))
    if by.actor_kind == "staff":
        raise HelperHolds()
    if face not in FACES:
        raise NoSuchFace(str(face))
    said = {"face": face, "given_at": at or now(), "channel": channel}
    if visit is None:
        row = RatingRow.objects.create(centre_id=centre_id, **said)
    else:
        row, _ = rows.update_or_create(
            visit_id=visit.id, defaults=said, create_defaults={"centre_id": centre_id, **said}
        )
    subject = visit.id if visit else row.pk
    audit.record(RATED, subject, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


@audit.verb
def note_sheet(
    centre_id: int, sheet: Sheet, *, by: Actor, key: UUID, at: datetime | None = None
) -> Rating:
    """Note a paper out of the box, or what somebody said aloud to a person who did not serve.

    Raise HelperHolds when who notes it served on its day, NoSuchFace.
    """
    rows = RatingRow.objects.of(centre_id)
    made = audit.replayed(NOTED, key, centre_id=centre_id)
    if made is not None:
        return _record(rows.get(pk=made))
    if not rules.may_hold(by.actor_id, served_on(centre_id, sheet.given_on)):
        raise HelperHolds()
    if sheet.face not in FACES:
        raise NoSuchFace(str(sheet.face))
    moment = at or now()
    given_at = moment if sheet.given_on == today() else at_local(sheet.given_on, 12, 0)
    row = RatingRow.objects.create(
        centre_id=centre_id, face=sheet.face, given_at=given_at, channel=sheet.channel
    )
    _keep_matters(row, sheet.matters)
    _keep_words(row, sheet.words, moment)
    audit.record(NOTED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


@audit.verb
def answer_matters(
    centre_id: int,
    rating_id: int,
    said: Mapping[str, int],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Keep answers to some of the eight matters. Raise HelperHolds, RatingRow.DoesNotExist."""
    if audit.replayed(ANSWERED, key, centre_id=centre_id) is not None:
        return
    if by.actor_kind == "staff":
        raise HelperHolds()
    row = RatingRow.objects.of(centre_id).get(pk=rating_id)
    _keep_matters(row, said)
    audit.record(ANSWERED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def leave_remark(
    centre_id: int,
    rating_id: int,
    words: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Keep what somebody adds in their own words, sealed. Raise HelperHolds."""
    if audit.replayed(REMARKED, key, centre_id=centre_id) is not None:
        return
    if by.actor_kind == "staff":
        raise HelperHolds()
    row = RatingRow.objects.of(centre_id).get(pk=rating_id)
    _keep_words(row, words, at or now())
    audit.record(REMARKED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


def rating_of(centre_id: int, visit_id: int) -> Rating | None:
    """Return a visit's rating, None when nobody gave one."""
    row = RatingRow.objects.of(centre_id).filter(visit_id=visit_id).first()
    return _record(row) if row else None


def rating(centre_id: int, rating_id: int) -> Rating | None:
    """Return a rating, None for none of this centre."""
    row = RatingRow.objects.of(centre_id).filter(pk=rating_id).first()
    return _record(row) if row else None


def read_remarks(centre_id: int, *, by: Actor, count: int = 50) -> tuple[RemarkRead, ...]:
    """Return what people added lately, the latest first. Reading it is an event."""
    rows = Remark.objects.of(centre_id).select_related("rating").order_by("-left_at")[:count]
    found = tuple(RemarkRead(row.rating.face, row.words, row.left_at) for row in rows)
    if found:
        audit.note_read("remarks.read", len(found), by=by, centre_id=centre_id)
    return found


def _keep_matters(row: RatingRow, said: Mapping[str, int]) -> None:
    known = rules.known_levels(said, {one.id for one in asked.matters()})
    for matter, level in known.items():
        MatterAnswer.objects.of(row.centre_id).update_or_create(
            rating=row,
            matter=matter,
            defaults={"level": level},
            create_defaults={"centre_id": row.centre_id, "level": level},
        )


def _keep_words(row: RatingRow, words: str, at: datetime) -> None:
    text = nfc(words).strip()[: rules.WORDS_MAX]
    if not text:
        return
    kept = Remark.objects.of(row.centre_id).filter(rating=row).first()
    remark = kept or Remark(centre_id=row.centre_id, rating=row)
    remark.words, remark.left_at = text, at
    remark.save()


def _record(row: RatingRow) -> Rating:
    return Rating(row.pk, row.visit_id, row.face, row.given_at, row.channel)
