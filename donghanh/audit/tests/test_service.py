"""What was written down stays, once, in order, and the clock may not run backwards."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from donghanh.audit import service as audit
from donghanh.audit.models import AppendOnly, Digest, Event
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from tests.people import MONDAY_NINE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_nine")]
BY = SystemActor(7)


def write(subject_id: int = 1, key: UUID | None = None, verb: str = "thing.done") -> UUID:
    key = key or new_key()
    audit.record(verb, subject_id, by=BY, key=key)
    return key


def test_event_keeps_who_what_and_when() -> None:
    audit.record("thing.done", 3, by=BY, key=new_key(), at=MONDAY_NINE - timedelta(hours=1))
    (event,) = audit.events(7)
    assert (event.verb, event.subject_id, event.actor_kind, event.actor_id) == (
        "thing.done",
        3,
        "system",
        0,
    )
    assert event.recorded_at - event.happened_at == timedelta(hours=1)


def test_replayed_key_gives_the_first_subject() -> None:
    key = write(42)
    assert audit.replayed("thing.done", key, centre_id=7) == 42
    assert audit.replayed("thing.done", new_key(), centre_id=7) is None


def test_key_of_another_verb_is_refused() -> None:
    key = write()
    with pytest.raises(audit.KeyReused):
        audit.replayed("thing.undone", key, centre_id=7)


def test_one_key_is_one_event_in_a_centre() -> None:
    key = write()
    with pytest.raises(IntegrityError), transaction.atomic():
        write(key=key)
    audit.record("thing.done", 1, by=BY, key=key, centre_id=8)


def test_events_of_one_local_day() -> None:
    with frozen(MONDAY_NINE - timedelta(hours=9, minutes=1)):
        write(1)
    write(2)
    assert [e.subject_id for e in audit.events(7, on=MONDAY_NINE.date())] == [2]
    assert [e.subject_id for e in audit.events(7)] == [1, 2]


def test_clock_before_the_last_event_stops_writing() -> None:
    write()
    with frozen(MONDAY_NINE - timedelta(minutes=6)), pytest.raises(audit.ClockBehind) as fact:
        write()
    assert "Đồng hồ" in fact.value.message and fact.value.remedy


def test_small_slip_of_the_clock_is_forgiven() -> None:
    write()
    with frozen(MONDAY_NINE - audit.CLOCK_SLIP_MAX):
        write()
    assert len(audit.events(7)) == 2


def test_another_centres_clock_does_not_matter() -> None:
    write()
    with frozen(MONDAY_NINE - timedelta(days=1)):
        audit.record("thing.done", 1, by=SystemActor(8), key=new_key())


def test_events_are_append_only() -> None:
    write()
    event = Event.objects.get()
    for change in (event.save, event.delete, Event.objects.all().delete):
        with pytest.raises(AppendOnly):
            change()
    with pytest.raises(AppendOnly):
        Event.objects.update(verb="x")


def test_reading_something_sensitive_is_an_event() -> None:
    audit.note_read("visit.support_read", 5, by=BY)
    assert [e.verb for e in audit.events(7)] == ["visit.support_read"]


def test_digest_tells_a_changed_past() -> None:
    write()
    sealed = audit.seal_day(7, MONDAY_NINE.date())
    assert audit.seal_day(7, MONDAY_NINE.date()) == sealed
    assert audit.fits_digest(7, MONDAY_NINE.date())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET subject_id = 99")
    assert not audit.fits_digest(7, MONDAY_NINE.date())
    assert Digest.objects.count() == 1


def test_digest_of_an_evening_still_fits_at_night() -> None:
    write()
    audit.seal_day(7, MONDAY_NINE.date())
    write()
    assert audit.fits_digest(7, MONDAY_NINE.date())


def test_day_without_digest_does_not_fit() -> None:
    assert not audit.fits_digest(7, MONDAY_NINE.date())


def test_verb_is_undone_whole_when_it_fails() -> None:
    @audit.verb
    def fails() -> None:
        write()
        raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert audit.events(7) == []


def test_verb_tries_again_after_a_lost_race() -> None:
    tries: list[int] = []

    @audit.verb
    def races() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise IntegrityError
        return "second"

    assert races() == "second" and len(tries) == 2


def test_verb_does_not_hide_a_fault_that_stays() -> None:
    key = write()

    @audit.verb
    def breaks() -> None:
        write(key=key)

    with pytest.raises(IntegrityError):
        breaks()
