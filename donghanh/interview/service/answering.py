"""One step of a form: a page is shown, its answer kept at once and shared by the visit's forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from donghanh.accounts import service as accounts
from donghanh.audit import service as audit
from donghanh.base.clock import now, today
from donghanh.base.people import Actor

from .. import draft_rules, journey, library, old_addresses, rules
from ..faults import ForThemselves, PageNotOpen
from ..old_addresses import AddressSuggestion
from ..records import REQUESTER, Answers, Fault, Raw
from ..records_drafts import DraftPage, Kept
from .drafts import Opened, opened, record_of, rewrite, siblings
from .forms import known

KEPT, UNKNOWN, CONFIRMED = "answer.kept", "answer.unknown", "answer.confirmed"


def draft_page(
    centre_id: int, draft_id: int, question_id: str | None = None, *, by: Actor
) -> DraftPage | None:
    """Return a page; without a question the first one open, None when check-answers comes next.

    Raise PageNotOpen for a page whose turn has not come, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by)
    answers = one.content.answers
    if question_id is None:
        first = journey.first_open(one.version, answers)
        if first is None:
            return None
        question_id = first.id
    if not journey.reachable(one.version, answers, question_id):
        raise PageNotOpen(question_id)
    page = journey.page(one.version, answers, question_id, today())
    return DraftPage(
        record_of(one.row),
        page,
        question_id in one.content.from_card,
        _suggestions(one, question_id),
    )


@audit.verb
def keep_answer(
    centre_id: int,
    draft_id: int,
    question_id: str,
    raw: Raw,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Kept | Fault:
    """Keep what was answered, here and in the visit's other forms; a Fault keeps nothing.

    Raise PageNotOpen, ForThemselves, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(KEPT, key, centre_id=centre_id) is not None:
        return _kept(one, question_id)
    _must_be_open(one, question_id)
    found = journey.answered(one.version, one.content.answers, question_id, raw, known())
    if isinstance(found, Fault):
        return found
    one = keep(one, found, (question_id,), by=by, at=at or now())
    audit.record(KEPT, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _kept(one, question_id)


@audit.verb
def keep_unknown(
    centre_id: int,
    draft_id: int,
    question_id: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Kept:
    """Keep "Tôi không biết". Raise PageNotOpen also where that leads nowhere."""
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(UNKNOWN, key, centre_id=centre_id) is not None:
        return _kept(one, question_id)
    _must_be_open(one, question_id)
    if journey.question_of(one.version, question_id).unknown is None:
        raise PageNotOpen(question_id)
    found = journey.not_known(one.version, one.content.answers, question_id)
    one = keep(one, found, (question_id,), by=by, at=at or now())
    audit.record(UNKNOWN, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _kept(one, question_id)


@audit.verb
def confirm_answer(
    centre_id: int,
    draft_id: int,
    question_id: str,
    check_id: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Kept:
    """The person says that an unusual answer is so. Raise PageNotOpen for one nobody asked."""
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(CONFIRMED, key, centre_id=centre_id) is not None:
        return _kept(one, question_id)
    asked = {concern.check_id for concern in _concerns(one, question_id) if concern.asks}
    if check_id not in asked:
        raise PageNotOpen(check_id)
    found = journey.confirmed(one.content.answers, question_id, check_id)
    one = rewrite(one, replace(one.content, answers=found), at or now())
    audit.record(CONFIRMED, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _kept(one, question_id)


def keep(
    one: Opened,
    answers: Answers,
    changed: tuple[str, ...],
    *,
    by: Actor,
    at: datetime,
    from_card: bool = False,
) -> Opened:
    """Write changed answers to a draft and to the visit's others. Raise ForThemselves."""
    _must_be_another(one, answers, changed, by=by)
    before = journey.shared(one.version, one.content.answers)
    marks = one.content.from_card - set(changed) | (set(changed) if from_card else set())
    one = rewrite(one, replace(one.content, answers=answers, from_card=frozenset(marks)), at)
    said = journey.shared(one.version, one.content.answers)
    new = {name: given for name, given in said.items() if before.get(name) != given}
    if new:
        marked = {q.shared for q in one.version.questions if q.id in marks}
        for other in siblings(one):
            _share(other, new, marked, at)
    return one


def _share(other: Opened, new: Answers, marked: set[str], at: datetime) -> None:
    """Give answers by shared id to another form of the visit; what is so already stays."""
    answers, marks = dict(other.content.answers), set(other.content.from_card)
    for question in other.version.questions:
        given = new.get(question.shared)
        so_already = given is None or given == answers.get(question.id)
        if given is None or so_already or not journey.fits(question, given, known()):
            continue
        answers[question.id] = given
        marks = marks | {question.id} if question.shared in marked else marks - {question.id}
    if answers != other.content.answers:
        rewrite(other, replace(other.content, answers=answers, from_card=frozenset(marks)), at)


def _must_be_another(one: Opened, answers: Answers, changed: tuple[str, ...], *, by: Actor) -> None:
    """Raise ForThemselves when the one who applies has the helper's own name."""
    for question_id in changed:
        given = answers[question_id]
        if journey.question_of(one.version, question_id).shared != REQUESTER:
            continue
        own_name = accounts.name_of(one.row.centre_id, by.actor_id)
        if draft_rules.same_person(str(given.value or ""), own_name):
            raise ForThemselves(question_id)


def _must_be_open(one: Opened, question_id: str) -> None:
    if not journey.reachable(one.version, one.content.answers, question_id):
        raise PageNotOpen(question_id)


def _concerns(one: Opened, question_id: str) -> tuple[rules.Concern, ...]:
    question = journey.question_of(one.version, question_id)
    counted = journey.kept(one.version, one.content.answers)
    return rules.concerns(question, counted, today())


def _kept(one: Opened, question_id: str) -> Kept:
    answers = one.content.answers
    following = journey.after(one.version, answers, question_id)
    first = journey.first_open(one.version, answers)
    return Kept(
        draft=record_of(one.row),
        question_id=question_id,
        concerns=_concerns(one, question_id),
        next=following.id if following else None,
        open=first.id if first else None,
        suggestions=_suggestions(one, question_id),
    )


def _suggestions(one: Opened, question_id: str) -> tuple[AddressSuggestion, ...]:
    """Return what an address that names no commune of today may be called now."""
    given = one.content.answers.get(question_id)
    if journey.question_of(one.version, question_id).type != "address" or given is None:
        return ()
    words = given.value.get("words") if isinstance(given.value, dict) else None
    return old_addresses.suggestions(words, library.old_provinces()) if words else ()
