"""What an identity card's code says, filled in and waiting to be compared with the card itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from .. import card
from ..card_people import WORDS
from ..faults import PageNotOpen
from ..records import Fault
from ..records_drafts import CardKept, CardPerson, Draft
from .answering import keep
from .drafts import opened, record_of, rewrite
from .forms import fill_from_card

KEPT, COMPARED = "card.kept", "card.compared"


def card_people(centre_id: int, draft_id: int, *, by: Actor) -> tuple[CardPerson, ...]:
    """Return whose cards this form can take, in the order of its questions."""
    one = opened(centre_id, draft_id, by=by)
    people = dict.fromkeys(q.card.partition(".")[0] for q in one.version.questions if q.card)
    return tuple(CardPerson(person, WORDS[person]) for person in people)


@audit.verb
def keep_card(
    centre_id: int,
    draft_id: int,
    person: str,
    scanned: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> CardKept | Fault:
    """Fill every question that a card answers, marked to be compared with it.

    What was scanned is not kept, not even in a refusal. Raise PageNotOpen for a person whom the
    form does not ask about, ForThemselves, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by, to_change=True)
    read = card.read(scanned)
    if isinstance(read, Fault):
        return read
    if not any(q.card.partition(".")[0] == person for q in one.version.questions):
        raise PageNotOpen(person)
    answers = fill_from_card(one.version, one.content.answers, read, person)
    filled = tuple(place for place in card.answers(one.version, read, person) if place in answers)
    if audit.replayed(KEPT, key, centre_id=centre_id) is None:
        one = keep(one, answers, filled, by=by, at=at or now(), from_card=True)
        audit.record(KEPT, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return CardKept(record_of(one.row), read, filled)


@audit.verb
def compare_card(
    centre_id: int,
    draft_id: int,
    question_ids: tuple[str, ...],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Draft:
    """Somebody laid these answers beside the card itself, and they agree."""
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(COMPARED, key, centre_id=centre_id) is None:
        left = one.content.from_card - set(question_ids)
        one = rewrite(one, replace(one.content, from_card=left), at or now())
        audit.record(COMPARED, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(one.row)
