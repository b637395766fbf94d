"""From the number to the end of the call, and back within a minute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import frozen, now
from donghanh.base.ids import new_key
from donghanh.centre import service as centre
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, Person, anybody, ba_tu

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk_one(vinh_thuan: centre.CentreRecord) -> centre.CounterRecord:
    return centre.counter(vinh_thuan.id, 1)


@pytest.fixture
def desk_two(vinh_thuan: centre.CentreRecord) -> centre.CounterRecord:
    return centre.counter(vinh_thuan.id, 2)


def join(by: Person, intake: reception.Intake | None = None) -> queue.WaitingTicket:
    assert by.centre_id is not None
    return queue.join(intake or anybody(by.centre_id), by=by, key=new_key())


def press(verb: Callable[..., Any], on: queue.CalledTicket, by: Person) -> Any:
    return verb(on.ticket.centre_id, on.call_id, by=by, key=new_key())


def later(minutes: float) -> Any:
    return frozen(MONDAY_NINE + timedelta(minutes=minutes))


def test_joining_opens_the_visit_and_gives_the_first_number(lan: Person) -> None:
    ticket = join(lan)
    visit = reception.visit(ticket.centre_id, ticket.visit_id)
    assert (ticket.label, ticket.slip_code) == ("1", visit.slip_code)
    assert queue.ticket_of_visit(ticket.centre_id, visit.id) == ticket
    assert [e.verb for e in audit.events(ticket.centre_id)] == ["visit.opened", "ticket.joined"]


def test_numbers_rise_and_each_series_has_its_own(lan: Person) -> None:
    assert lan.centre_id is not None
    police = anybody(lan.centre_id, series="police")
    assert [join(lan).number, join(lan, police).number, join(lan).number] == [1, 501, 2]


def test_numbers_begin_again_the_next_day(lan: Person) -> None:
    join(lan)
    with later(24 * 60):
        assert join(lan).number == 1


def test_replayed_key_joins_once(lan: Person) -> None:
    key = new_key()
    assert lan.centre_id is not None
    first = queue.join(ba_tu(lan.centre_id), by=lan, key=key)
    assert queue.join(ba_tu(lan.centre_id), by=lan, key=key) == first
    assert queue.board(lan.centre_id).waiting == 1


def test_clock_behind_gives_no_number(lan: Person) -> None:
    join(lan)
    with later(-10), pytest.raises(audit.ClockBehind):
        join(lan)
    assert queue.board(lan.centre_id or 0).waiting == 1


def test_ba_tu_is_called_before_who_came_just_before(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    join(lan)
    hers = join(lan, ba_tu(desk_one.centre_id))
    with later(10):
        called = queue.call_next(desk_one, by=lan, key=new_key())
    assert called.ticket.id == hers.id and called.counter_number == 1 and called.spoken


def test_nobody_waits(lan: Person, desk_one: centre.CounterRecord) -> None:
    with pytest.raises(queue.NobodyWaiting) as fact:
        queue.call_next(desk_one, by=lan, key=new_key())
    assert fact.value.message and fact.value.remedy


def test_counter_calls_its_own_series_only(lan: Person, vinh_thuan: centre.CentreRecord) -> None:
    join(lan)
    with pytest.raises(queue.NobodyWaiting):
        queue.call_next(centre.counter(vinh_thuan.id, 4), by=lan, key=new_key())


def test_busy_counter_cannot_call_another(lan: Person, desk_one: centre.CounterRecord) -> None:
    join(lan), join(lan)
    queue.call_next(desk_one, by=lan, key=new_key())
    with pytest.raises(queue.CounterBusy):
        queue.call_next(desk_one, by=lan, key=new_key())


def test_replayed_call_calls_once(
    lan: Person, desk_one: centre.CounterRecord, desk_two: centre.CounterRecord
) -> None:
    join(lan), join(lan)
    key = new_key()
    first = queue.call_next(desk_one, by=lan, key=key)
    assert queue.call_next(desk_one, by=lan, key=key) == first
    assert queue.call_next(desk_two, by=lan, key=new_key()).ticket.id != first.ticket.id


def test_who_does_not_hear_is_not_called_by_loudspeaker(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    join(lan, anybody(desk_one.centre_id, needs=("noi_to_noi_cham",)))
    assert not queue.call_next(desk_one, by=lan, key=new_key()).spoken
    assert [row.spoken for row in queue.board(desk_one.centre_id).rows] == [False]


def test_recall_counts_on_the_board(lan: Person, desk_one: centre.CounterRecord) -> None:
    join(lan)
    called, key = queue.call_next(desk_one, by=lan, key=new_key()), new_key()
    for _ in range(2):
        queue.recall(desk_one.centre_id, called.call_id, by=lan, key=key)
    (row,) = queue.board(desk_one.centre_id).rows
    assert (row.label, row.counter_number, row.times) == ("1", 1, 2)


def test_absent_waits_on_with_half_the_wait(lan: Person, desk_one: centre.CounterRecord) -> None:
    ticket = join(lan)
    with later(20):
        called, key = queue.call_next(desk_one, by=lan, key=new_key()), new_key()
        for _ in range(2):
            queue.absent(desk_one.centre_id, called.call_id, by=lan, key=key)
    again = queue.ticket(ticket.centre_id, ticket.id)
    assert again.waiting_since == MONDAY_NINE + timedelta(minutes=10)


def test_closing_closes_the_visit(lan: Person, desk_one: centre.CounterRecord) -> None:
    ticket = join(lan)
    called, key = queue.call_next(desk_one, by=lan, key=new_key()), new_key()
    for _ in range(2):
        queue.close(desk_one.centre_id, called.call_id, by=lan, key=key)
    assert reception.visit(ticket.centre_id, ticket.visit_id).closed_at == now()
    assert queue.desk(desk_one).current is None


@pytest.mark.parametrize("verb", [queue.recall, queue.absent, queue.close])
def test_ended_call_cannot_be_ended_again(
    lan: Person, desk_one: centre.CounterRecord, verb: Callable[..., Any]
) -> None:
    join(lan)
    called = queue.call_next(desk_one, by=lan, key=new_key())
    press(queue.close, called, lan)
    with pytest.raises(queue.CallEnded):
        press(verb, called, lan)


class TestUndo:
    """A press is taken back within a minute, as if it had not been."""

    @pytest.fixture(autouse=True)
    def _called(self, lan: Person, desk_one: centre.CounterRecord) -> None:
        self.by, self.desk = lan, desk_one
        self.ticket = join(lan)
        self.called = queue.call_next(desk_one, by=lan, key=new_key())

    def waits(self) -> bool:
        return queue.ticket(self.ticket.centre_id, self.ticket.id) == self.ticket

    def test_call(self) -> None:
        key = new_key()
        for _ in range(2):
            queue.undo(self.ticket.centre_id, self.called.call_id, by=self.by, key=key)
        assert self.waits() and queue.desk(self.desk).current is None
        assert queue.board(self.ticket.centre_id).rows == ()
        with pytest.raises(queue.CallEnded):
            press(queue.undo, self.called, self.by)

    def test_absence(self) -> None:
        press(queue.absent, self.called, self.by)
        press(queue.undo, self.called, self.by)
        assert queue.desk(self.desk).current == self.called
        assert queue.ticket(self.ticket.centre_id, self.ticket.id).waiting_since is None

    def test_close(self) -> None:
        press(queue.close, self.called, self.by)
        assert queue.desk(self.desk).undoable == self.called
        press(queue.undo, self.called, self.by)
        assert queue.desk(self.desk).current == self.called
        assert reception.visit(self.ticket.centre_id, self.ticket.visit_id).closed_at is None

    def test_not_after_a_minute(self) -> None:
        press(queue.close, self.called, self.by)
        with later(2):
            assert queue.desk(self.desk).undoable is None
            with pytest.raises(queue.TooLate):
                press(queue.undo, self.called, self.by)

    def test_not_when_the_counter_serves_someone_else(self) -> None:
        press(queue.close, self.called, self.by)
        join(self.by)
        queue.call_next(self.desk, by=self.by, key=new_key())
        with pytest.raises(queue.TooLate):
            press(queue.undo, self.called, self.by)

    def test_not_when_another_counter_has_called_the_absent(
        self, desk_two: centre.CounterRecord
    ) -> None:
        press(queue.absent, self.called, self.by)
        queue.call_next(desk_two, by=self.by, key=new_key())
        with pytest.raises(queue.TooLate):
            press(queue.undo, self.called, self.by)


def test_desk_lists_the_line_in_the_order_of_calling(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    first, hers = join(lan), join(lan, ba_tu(desk_one.centre_id))
    with later(10):
        desk = queue.desk(desk_one)
    assert [t.id for t in desk.waiting] == [hers.id, first.id]
    assert desk.current is None and desk.undoable is None


def test_revision_rises_with_each_change_and_not_with_looking(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    start = centre.hall_revision(desk_one.centre_id)
    join(lan)
    after = centre.hall_revision(desk_one.centre_id)
    queue.board(desk_one.centre_id), queue.desk(desk_one)
    assert start < after == queue.board(desk_one.centre_id).revision


def test_board_forgets_yesterday(lan: Person, desk_one: centre.CounterRecord) -> None:
    join(lan)
    queue.call_next(desk_one, by=lan, key=new_key())
    with later(24 * 60):
        board = queue.board(desk_one.centre_id)
    assert board.rows == () and board.waiting == 0


def test_promise_grows_with_the_line_and_ends_with_the_call(
    lan: Person, desk_one: centre.CounterRecord
) -> None:
    first = join(lan)
    for _ in range(6):
        last = join(lan)
    promise = queue.promise(last)
    assert promise.before == 6 and 0 < promise.minutes_min <= promise.minutes_max
    queue.call_next(desk_one, by=lan, key=new_key())
    called = queue.ticket(first.centre_id, first.id)
    assert queue.promise(called) == queue.Promise(0, 0, 0)


def test_other_centre_sees_and_touches_nothing(
    lan: Person, mai: Person, desk_one: centre.CounterRecord
) -> None:
    ticket = join(lan)
    called = queue.call_next(desk_one, by=lan, key=new_key())
    theirs = mai.centre_id or 0
    assert queue.board(theirs).rows == () and centre.hall_revision(theirs) == 0
    with pytest.raises(queue.NoSuchTicket):
        queue.ticket(theirs, ticket.id)
    with pytest.raises(queue.NoSuchTicket):
        queue.ticket_of_visit(theirs, ticket.visit_id)
    for verb in (queue.recall, queue.absent, queue.close, queue.undo):
        with pytest.raises(queue.CallEnded):
            verb(theirs, called.call_id, by=mai, key=new_key())
