"""Who agreed to be told, on which channel, and until when that is kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.scope import CentreQuerySet

from .. import rules
from ..faults import NoConsent, ReachRefused
from ..models import KEEP_DAYS
from ..models import Consent as ConsentRow
from ..models import Message as MessageRow
from ..noting import intent_of, note
from ..records import Consent, Intent, Reach, Stage, Subject
from ..rows import consent_of, reach_of, record_of, unsettled

GIVEN, WITHDRAWN, FORGOTTEN = "consent.given", "consent.withdrawn", "contacts.forgotten"
POSTPONED = "consent.postponed"


def wrong_with_reach(reach: Reach, *, consent: bool) -> dict[str, str]:
    """Return what is wrong with a contact as typed, by field."""
    return rules.wrong_with(rules.tidy_reach(reach), consent=consent)


@audit.verb
def agree(
    centre_id: int,
    subject: Subject,
    reach: Reach,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    keep_days: int = KEEP_DAYS,
) -> Consent:
    """Keep how a person wants to be told of one matter; what stood for it before ends.

    Raise ReachRefused.

    # Law: Luật 91/2025/QH15 Đ.9: asked for, for one purpose, and may be withdrawn at any time.
    """
    made = audit.replayed(GIVEN, key, centre_id=centre_id)
    if made is not None:
        return consent_of(ConsentRow.objects.of(centre_id).get(pk=made))
    tidy, agreed_at = rules.tidy_reach(reach), at or now()
    wrong = rules.wrong_with(tidy, consent=True)
    if wrong:
        raise ReachRefused(message=next(iter(wrong.values())))
    left = _left_to_say(centre_id, subject)
    _end(_standing(centre_id, subject), agreed_at)
    row = ConsentRow.objects.create(
        centre_id=centre_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
        channel=tidy.channel,
        hamlet=tidy.hamlet,
        reach={"address": tidy.address, "person": tidy.person, "text_only": tidy.text_only},
        agreed_at=agreed_at,
        keep_until_on=local(agreed_at).date() + timedelta(days=keep_days),
    )
    for message_id, intent in left:
        note(intent, row, derived_key(key, f"{message_id}"), agreed_at)
    audit.record(GIVEN, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return consent_of(row)


def _left_to_say(centre_id: int, subject: Subject) -> list[tuple[int, Intent]]:
    """Return what the person was not told for sure; it is said again where they want it now."""
    rows = unsettled(centre_id).filter(
        consent__subject_kind=subject.kind, consent__subject_id=subject.id
    )
    waiting = (row for row in rows if record_of(row).stage is not Stage.SENDING)
    return [(row.pk, intent_of(row)) for row in waiting]


def consent(centre_id: int, subject: Subject) -> Consent | None:
    """Return the consent that stands for a matter, None where nobody agreed."""
    row = _standing(centre_id, subject).first()
    return consent_of(row) if row else None


def read_reach(centre_id: int, subject: Subject, *, by: Actor) -> Reach:
    """Return how to reach the person of a matter. Reading it is an event. Raise NoConsent."""
    row = _standing(centre_id, subject).first()
    if row is None:
        raise NoConsent(f"{subject.kind} {subject.id}")
    audit.note_read("contact.read", row.pk, by=by, centre_id=centre_id)
    return reach_of(row)


@audit.verb
def withdraw(
    centre_id: int, subject: Subject, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The person does not want to be told any more: blank the contact. Raise NoConsent."""
    if audit.replayed(WITHDRAWN, key, centre_id=centre_id) is not None:
        return
    rows = list(_standing(centre_id, subject))
    if not rows:
        raise NoConsent(f"{subject.kind} {subject.id}")
    _end(_standing(centre_id, subject), at or now())
    audit.record(WITHDRAWN, rows[0].pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def postpone(
    centre_id: int,
    subject: Subject,
    keep_until_on: date,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """The matter has another day: keep the contact for it; what was to be said of the old is not.

    Nothing happens where nobody agreed.
    """
    row = _standing(centre_id, subject).first()
    if row is None or audit.replayed(POSTPONED, key, centre_id=centre_id) is not None:
        return
    _standing(centre_id, subject).update(keep_until_on=keep_until_on)
    _say_no_more(row, at or now())
    audit.record(POSTPONED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def forget(
    centre_id: int, subject: Subject, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """The matter is done: blank its contact. Return how many that were."""
    return _forgotten(_standing(centre_id, subject), centre_id, by=by, key=key, at=at)


@audit.verb
def forget_old(centre_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> int:
    """Blank what was kept to its last day. Return how many."""
    today: date = local(at or now()).date()
    old = ConsentRow.objects.of(centre_id).filter(ended_at=None, keep_until_on__lt=today)
    return _forgotten(old, centre_id, by=by, key=key, at=at)


def _forgotten(
    rows: CentreQuerySet[ConsentRow], centre_id: int, *, by: Actor, key: UUID, at: datetime | None
) -> int:
    made = audit.replayed(FORGOTTEN, key, centre_id=centre_id)
    if made is not None:
        return made
    count = _end(rows, at or now())
    if count:
        audit.record(FORGOTTEN, count, by=by, key=key, at=at, centre_id=centre_id)
    return count


def _standing(centre_id: int, subject: Subject) -> CentreQuerySet[ConsentRow]:
    rows = ConsentRow.objects.of(centre_id).filter(ended_at=None)
    return rows.filter(subject_kind=subject.kind, subject_id=subject.id)


def _end(rows: CentreQuerySet[ConsentRow], at: datetime) -> int:
    """Blank contacts; what was still to be said to them is said no more."""
    ended = list(rows)
    for row in ended:
        row.reach, row.hamlet, row.ended_at = {}, "", at
        row.save()
        _say_no_more(row, at)
    return len(ended)


def _say_no_more(row: ConsentRow, at: datetime) -> None:
    left = MessageRow.objects.of(row.centre_id).filter(consent=row)
    left.filter(sent_at=None, told_at=None, dropped_at=None).update(dropped_at=at, next_at=None)
