"""The last pages: what was said, who took part, keeping it for a return, wiping it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now, today
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze

from .. import draft_rules, journey, keeping
from ..faults import KeptTooLong, NotFinished, StopsHere
from ..keeping import Content
from ..records import Gains
from ..records_drafts import CheckAnswers, Draft, Ending
from .drafts import Opened, blank, draft, opened, record_of

FINISHED, CONSENTED = "draft.finished", "draft.consented"
WIPED, COPIED = "draft.wiped", "draft.copied"
CODE_LETTERS_MAX = 60


def check_answers(centre_id: int, draft_id: int, *, by: Actor) -> CheckAnswers:
    """Return the check-answers page. Raise DraftGone, NotSitting."""
    one = opened(centre_id, draft_id, by=by)
    version, answers = one.version, one.content.answers
    first = journey.first_open(version, answers)
    way = {question.id for question in journey.path(version, answers)}
    concerns = journey.concerns(version, answers, today())
    gains = gain_of(one)
    return CheckAnswers(
        draft=record_of(one.row),
        lines=journey.check_lines(version, answers),
        concerns=concerns,
        open=first.id if first else None,
        from_card=tuple(q.id for q in version.questions if q.id in way & one.content.from_card),
        gains=gains,
        signing=version.signing,
        finishable=first is None and not concerns and not (gains and gains.stops),
        ending=one.content.ending,
    )


def gain_of(one: Opened) -> Gains | None:
    """Return who must read and witness because the companion would gain, None for nobody."""
    return one.version.gains if journey.stops_for_gain(one.version, one.content.answers) else None


@audit.verb
def finish(
    centre_id: int,
    draft_id: int,
    ending: Ending,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Draft:
    """Note who asked, typed, read back and watched: the form may be printed and signed.

    Raise NotFinished with what is missing, StopsHere, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(FINISHED, key, centre_id=centre_id) is not None:
        return record_of(one.row)
    gains = gain_of(one)
    if gains and gains.stops:
        raise StopsHere(gains.words, message=gains.words)
    if not journey.finished(one.version, one.content.answers, today()):
        raise NotFinished()
    missing = draft_rules.missing_of_ending(
        one.version, one.content.answers, ending, stops=gains is not None
    )
    if missing:
        raise NotFinished(missing, remedy=missing)
    content = Content(one.content.answers, one.content.from_card, ending)
    one.row.content = keeping.as_json(content)
    one.row.finished_at = at or now()
    one.row.save()
    audit.record(FINISHED, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(one.row)


@audit.verb
def consent_to_keep(
    centre_id: int,
    draft_id: int,
    until: date,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Draft:
    """The person agreed that the draft is kept until they come back with a paper.

    Raise KeptTooLong, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(CONSENTED, key, centre_id=centre_id) is None:
        if not draft_rules.may_keep_to(one.row.day, until, today()):
            raise KeptTooLong(until.isoformat())
        one.row.kept_to, one.row.consented_at = until, at or now()
        one.row.save()
        audit.record(CONSENTED, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(one.row)


@audit.verb
def copied_to_portal(
    centre_id: int,
    draft_id: int,
    portal_code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Draft:
    """The citizen filed it online themselves: keep the code that the portal gave, and when."""
    one = opened(centre_id, draft_id, by=by, to_change=True)
    if audit.replayed(COPIED, key, centre_id=centre_id) is None:
        one.row.portal_code = squeeze(nfc(portal_code))[:CODE_LETTERS_MAX]
        one.row.copied_at = at or now()
        one.row.save()
        audit.record(COPIED, one.row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(one.row)


@audit.verb
def wipe(
    centre_id: int, draft_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Draft:
    """Blank a draft now, with the portal's code: done, or the person wants it gone."""
    if audit.replayed(WIPED, key, centre_id=centre_id) is None:
        one = opened(centre_id, draft_id, by=by, to_change=True)
        one.row.portal_code = ""
        blank(one.row, at or now())
        audit.record(WIPED, draft_id, by=by, key=key, at=at, centre_id=centre_id)
    return draft(centre_id, draft_id)
