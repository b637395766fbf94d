"""What holds for the hall: resting counters, hours and the last number, promises, overnight."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from donghanh.base.clock import frozen, now
from donghanh.base.ids import new_key
from donghanh.base.opening import OpenSpell
from donghanh.base.people import CitizenActor
from donghanh.centre import service as centre
from donghanh.queue import figures
from donghanh.queue import service as queue
from donghanh.queue.models import Ticket
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, Person, anybody, ba_tu

pytestmark = pytest.mark.django_db
HALVES = (OpenSpell(time(7), time(11, 30)), OpenSpell(time(13, 30), time(17)))
TUESDAY_IS_A_HOLIDAY = date(2026, 11, 25)


@pytest.fixture
def desk_one(vinh_thuan: centre.CentreRecord) -> centre.CounterRecord:
    return centre.counter(vinh_thuan.id, 1)


def join(by: Person, intake: reception.Intake | None = None, **more: Any) -> queue.WaitingTicket:
    return queue.join(intake or anybody(by.centre_id or 0), by=by, key=new_key(), **more)


def later(minutes: float) -> Any:
    return frozen(MONDAY_NINE + timedelta(minutes=minutes))


def call_next(counter: centre.CounterRecord, by: Person) -> queue.CalledTicket:
    return queue.call_next(counter, by=by, key=new_key())


# Resting counters, hours, promises


def test_rest_is_on_the_board_until_the_counter_calls(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    key = new_key()
    for _ in range(2):
        queue.pause(desk_one, by=lan, key=key)
    queue.pause(desk_one, by=lan, key=new_key())
    (resting,) = queue.board(desk_one.centre_id).paused
    assert (resting.counter_number, resting.words) == (1, "Quầy tạm nghỉ")
    with later(24 * 60):
        assert not queue.board(desk_one.centre_id).paused, "forgotten in the evening"
    key = new_key()
    for _ in range(2):
        queue.resume(desk_one, by=lan, key=key)
    assert not queue.board(desk_one.centre_id).paused


def test_officer_at_the_seat_pauses_until_the_visitor_is_done(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    join(lan, ba_tu(desk_one.centre_id))
    called, ours = call_next(desk_one, lan), desk_one.centre_id
    with pytest.raises(reception.SeatNotReached):
        queue.absent(ours, called.call_id, by=lan, key=new_key())
    queue.ask_guide(ours, called.call_id, by=lan, key=new_key())
    (seat,) = queue.seats_to_go(ours)
    assert (seat.label, seat.counter_number) == ("1", 1)
    key = new_key()
    for _ in range(2):
        queue.serve_at_seat(ours, called.call_id, by=lan, key=key)
    assert queue.board(ours).paused[0].words == "Cán bộ đang hỗ trợ tại chỗ"
    assert not queue.seats_to_go(ours)
    queue.close(ours, called.call_id, by=lan, key=new_key())
    assert not queue.board(ours).paused
    with pytest.raises(queue.CallEnded):
        queue.ask_guide(ours, called.call_id, by=lan, key=new_key())


def test_last_ticket_binds_machines_and_everyone_waiting_is_served(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    ours, key = desk_one.centre_id, new_key()
    assert queue.last_ticket_at(ours, "centre") is None
    for _ in range(2):
        queue.set_hall_rules(ours, HALVES, 5, by=lan, key=key)
    empty = queue.last_ticket_at(ours, "centre")
    for _ in range(9):
        join(lan)
    full = queue.last_ticket_at(ours, "centre")
    assert empty is not None and full is not None and full < empty
    with frozen(MONDAY_NINE.replace(hour=16, minute=50)):
        with pytest.raises(queue.NoMoreToday):
            queue.join(anybody(ours), by=CitizenActor(ours), key=new_key())
        assert join(lan).number == 10


def test_promise_counts_the_break_and_heavy_bundles(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    ours = desk_one.centre_id
    queue.set_hall_rules(ours, HALVES, 5, by=lan, key=new_key())
    with frozen(MONDAY_NINE.replace(hour=11, minute=20)):
        join(lan, dossiers=9)
        after = join(lan)
        promise = queue.promise(after)
    assert promise.before == 6 and promise.minutes_max >= 120
    row = Ticket.objects.of(ours).get(pk=after.id)
    assert (row.promised_min, row.promised_max) == (promise.minutes_min, promise.minutes_max)


def test_promises_are_measured_against_what_came(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    join(lan), join(lan)
    with later(2):
        called = call_next(desk_one, lan)
    with later(400):
        queue.close(desk_one.centre_id, called.call_id, by=lan, key=new_key())
        call_next(desk_one, lan)
    assert figures.promises_kept(desk_one.centre_id, MONDAY_NINE.date()) == (1, 2)


def test_narrowed_standing_waits_as_others_do(lan: Person, desk_one: centre.CounterRecord) -> None:
    ours = desk_one.centre_id
    assert join(lan, ba_tu(ours)).standing_level == 4
    queue.set_hall_rules(ours, (), 3, by=lan, key=new_key())
    assert join(lan, ba_tu(ours)).standing_level == reception.ORDINARY_LEVEL
    assert queue.hall_rules(ours).hours == ()


# Overnight


def test_line_is_kept_overnight_with_numbers_places_and_waits(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    first, ours = join(lan), desk_one.centre_id
    called = call_next(desk_one, lan)
    queue.park(ours, called.call_id, by=lan, key=new_key())
    with later(30):
        hers = join(lan, ba_tu(ours))
    with later(60):
        key = new_key()
        days = {queue.keep_overnight(ours, MONDAY_NINE.date(), by=lan, key=key) for _ in range(2)}
    assert days == {TUESDAY_IS_A_HOLIDAY}
    with frozen(MONDAY_NINE.replace(day=25, hour=7)):
        desk = queue.desk(desk_one)
        assert [one.id for one in desk.waiting] == [hers.id]
        assert [one.id for one in desk.aside] == [first.id]
        assert now() - (desk.waiting[0].waiting_since or now()) == timedelta(minutes=30)
        assert reception.visit(ours, hers.visit_id).day == TUESDAY_IS_A_HOLIDAY
        assert join(lan).number == 3
        with pytest.raises(queue.DayBegun):
            queue.keep_overnight(ours, MONDAY_NINE.date(), by=lan, key=new_key())
