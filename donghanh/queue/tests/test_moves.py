"""A visitor moves: aside and back, on to another counter, chosen, express, booked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre import service as centre
from donghanh.queue import service as queue
from donghanh.queue.models import Call
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, Person, anybody, ba_tu

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk_one(vinh_thuan: centre.CentreRecord) -> centre.CounterRecord:
    return centre.counter(vinh_thuan.id, 1)


@pytest.fixture
def desk_two(vinh_thuan: centre.CentreRecord) -> centre.CounterRecord:
    return centre.counter(vinh_thuan.id, 2)


@pytest.fixture
def police(vinh_thuan: centre.CentreRecord) -> centre.CounterRecord:
    return centre.counter(vinh_thuan.id, 4)


def join(by: Person, intake: reception.Intake | None = None, **more: Any) -> queue.WaitingTicket:
    return queue.join(intake or anybody(by.centre_id or 0), by=by, key=new_key(), **more)


def later(minutes: float) -> Any:
    return frozen(MONDAY_NINE + timedelta(minutes=minutes))


def call_next(counter: centre.CounterRecord, by: Person) -> queue.CalledTicket:
    return queue.call_next(counter, by=by, key=new_key())


def label_called(counter: centre.CounterRecord, by: Person) -> str:
    called = call_next(counter, by)
    queue.close(counter.centre_id, called.call_id, by=by, key=new_key())
    return called.ticket.label


# Aside and back


def test_who_fetches_a_paper_comes_back_to_the_old_place(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    ticket = join(lan)
    called, ours = call_next(desk_one, lan), desk_one.centre_id
    join(lan)
    with later(20):
        key = new_key()
        for _ in range(2):
            queue.park(ours, called.call_id, by=lan, key=key)
        assert [one.id for one in queue.desk(desk_one).aside] == [ticket.id]
        assert reception.visit(ours, ticket.visit_id).closed_at is None
    with later(60):
        key = new_key()
        back = [queue.come_back(ours, ticket.id, by=lan, key=key) for _ in range(2)]
        assert back[0] == back[1] and back[0].waiting_since == MONDAY_NINE
        assert label_called(desk_one, lan) == ticket.label
        with pytest.raises(queue.NotAside):
            queue.come_back(ours, ticket.id, by=lan, key=new_key())


def test_third_absence_keeps_the_number_aside(lan: Person, desk_one: centre.CounterRecord) -> None:
    ticket = join(lan)
    for minutes in (10, 20, 30):
        with later(minutes):
            called = call_next(desk_one, lan)
            queue.absent(desk_one.centre_id, called.call_id, by=lan, key=new_key())
    with later(31):
        desk = queue.desk(desk_one)
    assert not desk.waiting and [one.id for one in desk.aside] == [ticket.id]


def test_absent_is_not_called_again_at_once(lan: Person, desk_one: centre.CounterRecord) -> None:
    join(lan)
    with later(30):
        join(lan)
        called = call_next(desk_one, lan)
        queue.absent(desk_one.centre_id, called.call_id, by=lan, key=new_key())
        assert label_called(desk_one, lan) == "2"
        assert label_called(desk_one, lan) == "1"


def test_transfer_takes_the_wait_along_to_one_counter(
    lan: Person, desk_one: centre.CounterRecord, police: centre.CounterRecord
) -> None:
    join(lan)
    called, key = call_next(desk_one, lan), new_key()
    with later(30):
        for _ in range(2):
            queue.transfer(called.call_id, police, by=lan, key=key)
        again = call_next(police, lan)
    assert again.ticket.number == 1 and again.counter_number == 4
    assert Call.objects.of(police.centre_id).get(pk=again.call_id).waited_since == MONDAY_NINE
    with pytest.raises(queue.CallEnded):
        queue.transfer(called.call_id, police, by=lan, key=new_key())


def test_who_was_sent_to_a_counter_is_called_by_no_other(
    lan: Person, desk_one: centre.CounterRecord, desk_two: centre.CounterRecord
) -> None:
    join(lan)
    called = call_next(desk_one, lan)
    with pytest.raises(queue.OtherLine):
        queue.transfer(called.call_id, desk_one, by=lan, key=new_key())
    queue.transfer(called.call_id, desk_two, by=lan, key=new_key())
    with pytest.raises(queue.NobodyWaiting):
        call_next(desk_one, lan)
    assert label_called(desk_two, lan) == "1"


@pytest.mark.parametrize("end", ["park", "transfer"])
def test_aside_and_transfer_are_taken_back(
    lan: Person, desk_one: centre.CounterRecord, police: centre.CounterRecord, end: str
) -> None:
    join(lan)
    called, ours = call_next(desk_one, lan), desk_one.centre_id
    if end == "park":
        queue.park(ours, called.call_id, by=lan, key=new_key())
    else:
        queue.transfer(called.call_id, police, by=lan, key=new_key())
    queue.undo(ours, called.call_id, by=lan, key=new_key())
    desk = queue.desk(desk_one)
    assert desk.current is not None and desk.current.call_id == called.call_id
    assert not desk.waiting and not desk.aside and not queue.desk(police).waiting
    queue.close(ours, called.call_id, by=lan, key=new_key())


def test_transfer_is_not_taken_back_once_the_other_counter_has_called(
    lan: Person, desk_one: centre.CounterRecord, police: centre.CounterRecord
) -> None:
    join(lan)
    called = call_next(desk_one, lan)
    queue.transfer(called.call_id, police, by=lan, key=new_key())
    call_next(police, lan)
    with pytest.raises(queue.TooLate):
        queue.undo(desk_one.centre_id, called.call_id, by=lan, key=new_key())


# A chosen one, express, booked times


def test_chosen_one_is_called_with_a_reason_and_counts_as_ahead(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    join(lan), join(lan)
    key, last = new_key(), join(lan)
    with later(5):
        for _ in range(2):
            called = queue.call_chosen(desk_one, last.id, "can_gap", by=lan, key=key)
    row = Call.objects.of(desk_one.centre_id).get(pk=called.call_id)
    assert (called.ticket.id, row.ahead, row.chosen_reason) == (last.id, True, "can_gap")


def test_chosen_one_must_wait_here_and_for_a_known_reason(
    lan: Person, desk_one: centre.CounterRecord, police: centre.CounterRecord
) -> None:
    ticket = join(lan)
    with pytest.raises(queue.NotInThisLine):
        queue.call_chosen(police, ticket.id, "can_gap", by=lan, key=new_key())
    with pytest.raises(ValueError, match="vì thích"):
        queue.call_chosen(desk_one, ticket.id, "vì thích", by=lan, key=new_key())


def test_cap_is_counted_over_the_counters_of_one_skill(
    lan: Person, desk_one: centre.CounterRecord, desk_two: centre.CounterRecord
) -> None:
    ours = desk_one.centre_id
    for _ in range(2):
        join(lan)
    with later(2):
        for _ in range(4):
            join(lan, ba_tu(ours))
    with later(30):
        queue.set_errands(desk_two, [queue.Errand.FULL], by=lan, key=new_key())
        assert [label_called(desk_one, lan) for _ in range(2)] == ["3", "4"]
        assert label_called(desk_two, lan) == "5"  # of another skill: its own run
        assert label_called(desk_one, lan) == "1"


def test_express_counter_calls_only_what_it_is_for(
    lan: Person, desk_one: centre.CounterRecord, desk_two: centre.CounterRecord
) -> None:
    key = new_key()
    for _ in range(2):
        queue.set_errands(desk_two, [queue.Errand.RESULT], by=lan, key=key)
    join(lan), join(lan, errand=queue.Errand.RESULT), join(lan, errand=queue.Errand.QUESTION)
    assert label_called(desk_two, lan) == "2"
    with pytest.raises(queue.NobodyWaiting):
        call_next(desk_two, lan)
    assert {label_called(desk_one, lan) for _ in range(2)} == {"1", "3"}
    queue.set_errands(desk_two, list(queue.Errand), by=lan, key=new_key())
    assert queue.errands(desk_two.centre_id)[desk_two.id] == frozenset(queue.Errand)


def test_booked_time_slots_in_before_those_who_came_just_before(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    join(lan)
    booked = join(lan, booked_at=MONDAY_NINE + timedelta(minutes=5))
    assert label_called(desk_one, lan) == booked.label
