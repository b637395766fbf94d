"""What officers decide on unanswered questions: they mean this, they are not ours, leave them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.text import fold
from donghanh.catalogue import service as catalogue
from donghanh.enquiry.library import Library, library
from donghanh.enquiry.models import Phrase, PhraseMark, Review, UnansweredEnquiry
from donghanh.enquiry.phrasebook import PhraseRefused, about, placed
from donghanh.enquiry.records_learning import Asked, ReviewRecord, UnansweredGroup
from donghanh.enquiry.taught import said_in_content
from donghanh.enquiry.unanswered import unanswered_group

PHRASES_OF_A_REVIEW_MAX = 5  # ways of saying one thing; more tell the search nothing new

_MADE, _UNDONE = "review.made", "review.undone"


class NoSuchReview(Fact):
    """The decision was taken back already."""

    message = "Việc này đã hoàn tác rồi."
    remedy = "Về danh sách để xem các câu còn lại."


@audit.verb
def review(
    centre_id: int,
    group_id: int,
    subject: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    said: str = "",
    chosen: Collection[str] | None = None,
) -> ReviewRecord:
    """Decide on a group. Raise NoSuchGroup, PhraseRefused.

    `subject`: what they mean ("procedure:…", "topic:khong_thuoc_xa"), "" to leave them. `said`: the
    first phrase in the officer's words, where the commonest question is not good; `chosen`: the
    texts that mean it (default all); the others stay unanswered.
    """
    with catalogue.one_look():
        held = library()
    made = audit.replayed(_MADE, key, centre_id=centre_id)
    if made is not None:
        return _record(Review.objects.of(centre_id).get(id=made), held)
    group = unanswered_group(centre_id, group_id)
    meant = [one for one in group.asked if chosen is None or one.text in chosen] or [group.asked[0]]
    row = Review.objects.create(
        centre_id=centre_id,
        subject=subject,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        made_at=at or now(),
    )
    if subject:
        _teach(row, said, meant, group, held, by)
    ids = [pk for one in meant for pk in one.ids]
    UnansweredEnquiry.objects.of(centre_id).filter(id__in=ids).update(review=row)
    audit.record(_MADE, row.id, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row, held)


def _teach(
    row: Review, said: str, meant: Sequence[Asked], group: UnansweredGroup, held: Library, by: Actor
) -> None:
    """Note the phrases of a decision: the first must hold, others noted already are left."""
    first, *others = [said or meant[0].text, *(one.text for one in meant[1:])]
    source = f"Người dân hỏi {group.times} lần, {group.first_on:%d/%m/%Y}"
    if group.last_on != group.first_on:
        source += f"–{group.last_on:%d/%m/%Y}"
    note = partial(placed, row.centre_id, by=by, at=row.made_at, review_id=row.id)
    note(first, row.subject, source, held)
    for text in others[: PHRASES_OF_A_REVIEW_MAX - 1]:
        if (fold(text), row.subject) in said_in_content(held):
            continue
        try:
            note(text, row.subject, source, held)
        except PhraseRefused:
            continue  # the same words are noted already: nothing to add
    PhraseMark.advance(row.centre_id)


@audit.verb
def undo_review(
    centre_id: int, review_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Take a decision back: its phrases no longer count, its questions wait again.

    Raise NoSuchReview.
    """
    if audit.replayed(_UNDONE, key, centre_id=centre_id) is not None:
        return
    undone_at = at or now()
    rows = Review.objects.of(centre_id).filter(id=review_id, undone_at=None)
    if not rows.update(undone_at=undone_at):
        raise NoSuchReview(str(review_id))
    phrases = Phrase.objects.of(centre_id).filter(review_id=review_id, withdrawn_at=None)
    phrases.update(withdrawn_at=undone_at)
    UnansweredEnquiry.objects.of(centre_id).filter(review_id=review_id).update(review=None)
    PhraseMark.advance(centre_id)
    audit.record(_UNDONE, review_id, by=by, key=key, at=at, centre_id=centre_id)


def standing_review(centre_id: int, review_id: int) -> ReviewRecord | None:
    """Return a decision that was not taken back, None for any other."""
    row = Review.objects.of(centre_id).filter(id=review_id, undone_at=None).first()
    if row is None:
        return None
    with catalogue.one_look():
        return _record(row, library())


def _record(row: Review, held: Library) -> ReviewRecord:
    said = Phrase.objects.of(row.centre_id).filter(review=row).order_by("id")
    enquiries = UnansweredEnquiry.objects.of(row.centre_id).filter(review=row)
    return ReviewRecord(
        id=row.id,
        subject=row.subject,
        about=about(row.subject, held) if row.subject else "",
        said=tuple(said.values_list("said", flat=True)),
        times=sum(enquiries.values_list("times", flat=True)),
    )
