"""What people are told of their dossiers, if they agreed to it: read from events, never pushed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from donghanh.audit.service import EventNumber
from donghanh.base.clock import at_local, local, now
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.messaging import service as messaging

from ..records import Dossier, Life
from ..rules import Way
from .desk_day import desk_day
from .finding import dossier
from .lives import life

NEWS_KEYS = UUID("8d0c6d1e-6a52-4b1b-9f0e-3a7f4f5c2b60")
NEWS = ("result.ready", "apology.made", "supplement.asked", "dossier.refused", "date.moved")
ENDS = ("result.handed_over", "dossier.stopped", "dossier.closed")
# What is said otherwise to who asked for the result by post or at home: they need not come.
AT_HOME = {
    "ready": "ready_home",
    "apology": "apology_home",
    "due_soon": "due_soon_home",
    "moved": "moved_home",
}
NOT_BEFORE = timedelta(minutes=2)  # a hand-over can be taken back for one minute
REMIND_FROM_HOUR = 9


def subject_of(dossier_id: int) -> messaging.Subject:
    """Return what a message about a dossier is about."""
    return messaging.Subject("dossier", dossier_id)


def tell_news(centre_id: int, *, at: datetime | None = None) -> int:
    """Say what happened since the last look to who agreed; return how many were told.

    Safe to repeat: what is said has the key of its event. What is done has its contact blanked.
    """
    instant, told = at or now(), 0
    for event in messaging.new_events(centre_id, (*NEWS, *ENDS), at=instant):
        key, subject = uuid5(NEWS_KEYS, f"{event.id}"), subject_of(event.subject_id)
        if event.verb in NEWS:
            told += _tell(centre_id, event, key)
        elif event.happened_at <= instant - NOT_BEFORE and _is_over(centre_id, event.subject_id):
            messaging.forget(centre_id, subject, by=SystemActor(centre_id), key=key)
    return told


def _is_over(centre_id: int, dossier_id: int) -> bool:
    lived = life(centre_id, dossier_id)
    given = any(one.undone_at is None for one in lived.handovers)
    return given or lived.stop is not None or lived.closed_at is not None


def _tell(centre_id: int, event: EventNumber, key: UUID) -> bool:
    """Say what an event means now; nothing where it has been overtaken."""
    if messaging.consent(centre_id, subject_of(event.subject_id)) is None:
        return False
    found = dossier(centre_id, event.subject_id)
    said = kind_of(event.verb, life(centre_id, event.subject_id), found.promised.due_on)
    if said is None:
        return False
    return _say(found, *said, key)


def kind_of(
    verb: str, lived: Life, promised_on: date | None = None
) -> tuple[str, date | None] | None:
    """Return (which text, which day) of an event, None where it says nothing any more.

    `promised_on`: the day that we promised ourselves.
    """
    given = any(one.undone_at is None for one in lived.handovers)
    if verb == "result.ready" and lived.ready_at and not given:
        return "ready", None
    if verb == "date.moved" and not (lived.ready_at or lived.apology):
        return "moved", promised_on
    if verb == "apology.made" and lived.apology and not lived.ready_at:
        return "apology", local(lived.apology.new_due_at).date()
    if verb == "dossier.refused" and lived.refusal:
        return "answered", None
    asked = lived.requests[-1] if lived.requests else None
    if verb == "supplement.asked" and asked and not asked.answered_at and not lived.closed_at:
        last = asked.answer_by_on
        return ("supplement_by", last) if last else ("supplement", None)
    return None


def remind_of_due(centre_id: int, *, at: datetime | None = None) -> int:
    """Remind, the working day before, of what is due and not ready yet; return how many."""
    wall = local(at or now())
    if wall.hour < REMIND_FROM_HOUR:
        return 0
    due_on, told = centre.calendar().next_working(wall.date()), 0
    for row in desk_day(centre_id).soon:
        if row.due_on == due_on and messaging.consent(centre_id, subject_of(row.id)):
            key = uuid5(NEWS_KEYS, f"due {centre_id} {row.id} {due_on.isoformat()}")
            told += _say(dossier(centre_id, row.id), "due_soon", due_on, key)
    return told


def _say(found: Dossier, kind: str, day: date | None, key: UUID) -> bool:
    """Say something to who agreed; after its day it would be wrong and is said no more."""
    away = found.collect_way is not Way.COUNTER
    intent = messaging.Intent(
        found.centre_id,
        subject_of(found.id),
        AT_HOME.get(kind, kind) if away else kind,
        place=centre.commune_words(centre.by_id(found.centre_id)),
        code=found.official.code if found.official else found.code,
        come_on=day,
        until=at_local(day + timedelta(days=1)) if day else None,
    )
    return messaging.send(intent, by=SystemActor(found.centre_id), key=key) is not None
