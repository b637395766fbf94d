"""Dossiers as desks see them: the day's lists, who follows which, who asks how far it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossiers
from donghanh.dossier.service import Taken, Timeliness
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, Person, anybody, ba_tu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
HER = dossiers.Applicant("Bà Tư Ví Dụ", "000000000078", "Ấp Ví Dụ", "0900000078")
KEY = new_key()


@pytest.fixture
def visit(lan: Person) -> reception.Visit:
    return reception.open_visit(ba_tu(lan.centre_id or 0), by=lan, key=new_key())


@pytest.fixture
def dossier(visit: reception.Visit, lan: Person) -> dossiers.Dossier:
    ours, her = visit.centre_id, Taken(HER)
    return dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key(), taken=her)


def at(days: int) -> AbstractContextManager[None]:
    """Hold the clock so many days later."""
    return frozen(MONDAY_NINE + timedelta(days=days))


def test_the_desks_day_and_who_follows(
    dossier: dossiers.Dossier, lan: Person, vinh_thuan: CentreRecord, visit: reception.Visit
) -> None:
    ours, other = vinh_thuan.id, 999
    ready = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key())
    dossiers.note_ready(ours, ready.id, by=lan, key=new_key())
    day = dossiers.desk_day(ours)
    assert [one.id for one in day.in_term] == [dossier.id]
    assert [one.id for one in day.ready] == [ready.id]
    with at(60):
        assert [one.id for one in dossiers.desk_day(ours).overdue] == [dossier.id]
    assert dossiers.relay(ours, lan.actor_id, other, by=lan, key=new_key()) == 2
    assert not dossiers.desk_day(ours, kept_by_id=lan.actor_id).in_term
    assert dossiers.desk_day(ours, kept_by_id=other).in_term
    (handed,) = dossiers.relays(ours)
    assert (handed.from_id, handed.to_id, handed.left) == (lan.actor_id, other, 2)


def test_papers_that_should_have_gone_are_listed_until_they_went(
    dossier: dossiers.Dossier, visit: reception.Visit, lan: Person
) -> None:
    ours = dossier.centre_id
    coded = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key())
    dossiers.set_official(ours, coded.id, "H01.151-261123-0012", None, by=lan, key=new_key())
    with frozen(MONDAY_NINE.replace(hour=15, minute=1)):
        late = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key())
        assert [one.id for one in dossiers.desk_day(ours).to_pass] == [dossier.id]
    with at(2):
        assert {one.id for one in dossiers.desk_day(ours).to_pass} == {dossier.id, late.id}
        for one in (dossier, late):
            dossiers.pass_on(ours, one.id, "Một cửa", "Phòng Ví Dụ", by=lan, key=new_key())
        assert dossiers.desk_day(ours).to_pass == ()


def test_counters_swapped_and_leave_that_is_over(visit: reception.Visit, lan: Person) -> None:
    ours, key, other = visit.centre_id, new_key(), SystemActor(visit.centre_id)
    hers = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key()).id
    dossiers.relay(ours, None, 999, by=lan, key=new_key())
    his = dossiers.accept(ours, visit.id, PENSION, by=other, key=new_key()).id
    dossiers.relay(ours, None, 999, by=lan, key=new_key())
    for _ in range(2):
        assert dossiers.exchange(ours, lan.actor_id, 999, by=lan, key=key) == 2
    kept = {one.id: one.kept_by_id for one in dossiers.open_dossiers(ours)}
    assert kept == {hers: 999, his: lan.actor_id}
    dossiers.stop(ours, his, by=lan, key=new_key())
    relays = dossiers.relays(ours)
    assert [(one.to_id, one.left) for one in relays] == [(999, 1)], "what ended stays"
    for _ in range(2):
        assert dossiers.give_back(ours, relays[0].id, by=lan, key=KEY) == 1
    assert dossiers.dossier(ours, hers).kept_by_id == lan.actor_id
    with pytest.raises(dossiers.NoSuchRecord):
        dossiers.give_back(ours, relays[0].id, by=lan, key=new_key())


def test_asking_how_far_it_is_wants_two_secrets(dossier: dossiers.Dossier, lan: Person) -> None:
    ours = dossier.centre_id
    found = dossiers.status(ours, dossier.code.lower(), "0078", by=lan)
    assert found.dossier == dossier and found.timeliness is Timeliness.IN_TERM
    for code, secret in [(dossier.code, "9999"), ("KHONGCO", "0078")] * 5:
        with pytest.raises((dossiers.SecretRefused, dossiers.TooManyTries)):
            dossiers.status(ours, code, secret, by=lan)
    with pytest.raises(dossiers.TooManyTries):
        dossiers.status(ours, dossier.code, "0078", by=lan)
    with at(1):
        assert dossiers.status(ours, dossier.code, "0078", by=lan).dossier.id == dossier.id
        assert dossiers.forget_wrong_secrets(ours) == 10


def test_looking_somebody_up_is_an_event(dossier: dossiers.Dossier, lan: Person) -> None:
    ours = dossier.centre_id
    for typed, found in (("ba tu", 1), ("0078", 1), ("0900000078", 1), ("ví dụ khác", 0), ("b", 0)):
        assert len(dossiers.look_up(ours, typed, by=lan)) == found
    verbs = [event.verb for event in audit.events(ours)]
    assert verbs.count("dossiers.looked_up") == 5
    assert verbs.count("dossier.applicant_read") == 3


def test_other_centres_see_and_do_nothing(dossier: dossiers.Dossier, mai: Person) -> None:
    theirs = mai.centre_id or 0
    with pytest.raises(dossiers.NoSuchDossier):
        dossiers.stop(theirs, dossier.id, by=mai, key=new_key())
    with pytest.raises(dossiers.NoSuchDossier):
        dossiers.opened(theirs, dossier.id, by=mai)
    assert dossiers.look_up(theirs, "0078", by=mai) == []
    assert dossiers.desk_day(theirs).in_term == ()
    visit = reception.open_visit(anybody(theirs), by=mai, key=new_key())
    assert dossiers.dossiers_of_visit(theirs, visit.id) == []
