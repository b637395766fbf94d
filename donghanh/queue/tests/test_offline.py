"""What a kiosk gave alone is handed in exactly once, where its holders would stand."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.clock import frozen, local, today
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord, DeviceRecord
from donghanh.queue import handing_in
from donghanh.queue import service as queue
from tests.people import MONDAY_NINE, Person, anybody

MINUTE_MS = 60_000


@pytest.fixture
def kiosk(vinh_thuan: CentreRecord) -> DeviceRecord:
    """Return a kiosk with its own hundred numbers."""
    by = SystemActor(vinh_thuan.id)
    code = centres.invite(vinh_thuan.id, "kiosk", "Máy thử", by=by, key=new_key())
    device = centres.device_by_token(centres.enrol(vinh_thuan.id, code, by=by, key=new_key()))
    assert device is not None
    return device


def hand_in(
    kiosk: DeviceRecord, number: int, minutes_ago: int = 10, key: UUID | None = None
) -> queue.HandedIn:
    at = MONDAY_NINE - timedelta(minutes=minutes_ago)
    return queue.hand_in(kiosk, number, by=kiosk, key=key or uuid4(), at=at)


@given(st.integers(-(10**15), 10**15), st.integers(-(10**12), 10**12))
def test_only_how_long_ago_counts_not_the_kiosks_clock(ahead_ms: int, ago_ms: int) -> None:
    given_ms = 1_000_000 + ahead_ms
    at = handing_in.given_at(given_ms, given_ms + ago_ms, MONDAY_NINE)
    assert at == handing_in.given_at(0, ago_ms, MONDAY_NINE)
    assert MONDAY_NINE - handing_in.AGE_MAX <= at <= MONDAY_NINE


def test_a_clock_three_hours_wrong_says_ten_minutes_ago() -> None:
    wrong_ms = int((MONDAY_NINE + timedelta(hours=3)).timestamp() * 1000)
    at = handing_in.given_at(wrong_ms - 10 * MINUTE_MS, wrong_ms, MONDAY_NINE)
    assert local(at).strftime("%H:%M") == "08:50"


def test_suffixes_and_ranges() -> None:
    assert [handing_in.suffix(others) for others in (0, 1, 2, 99)] == ["", "B", "C", "Z"]
    assert handing_in.next_number(2001, 2100, None) == 2001
    assert handing_in.next_number(2001, 2100, 2099) == 2100
    assert handing_in.next_number(2001, 2100, 2100) is None


def test_handed_in_twice_it_is_one(kiosk: DeviceRecord, vinh_thuan: CentreRecord) -> None:
    key = uuid4()
    first = hand_in(kiosk, kiosk.first_number, key=key)
    assert first == hand_in(kiosk, kiosk.first_number, key=key)
    assert first == queue.HandedIn(str(kiosk.first_number), joined=True, clash=False)
    assert queue.board(vinh_thuan.id).waiting == 1


def test_who_took_a_number_offline_stands_where_they_came(
    kiosk: DeviceRecord, vinh_thuan: CentreRecord, lan: Person
) -> None:
    with frozen(MONDAY_NINE - timedelta(minutes=5)):
        queue.join(anybody(vinh_thuan.id), by=lan, key=new_key())
    hand_in(kiosk, kiosk.first_number, minutes_ago=10)
    called = queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    assert called.ticket.label == str(kiosk.first_number)


def test_a_cleared_memory_gives_a_number_twice_and_both_stay(
    kiosk: DeviceRecord, vinh_thuan: CentreRecord
) -> None:
    number = kiosk.first_number
    labels = [hand_in(kiosk, number, minutes_ago=ago).label for ago in (30, 20, 10)]
    assert labels == [str(number), f"{number}B", f"{number}C"]
    assert queue.board(vinh_thuan.id).waiting == 3
    (clash,) = queue.clashes(vinh_thuan.id, today())
    assert [label for label, _ in clash.labels] == labels
    assert local(clash.labels[1][1]).strftime("%H:%M") == "08:40"


def test_a_number_of_yesterday_joins_no_line(kiosk: DeviceRecord, vinh_thuan: CentreRecord) -> None:
    late = hand_in(kiosk, kiosk.first_number, minutes_ago=10 * 60)
    assert not late.joined and queue.board(vinh_thuan.id).waiting == 0
    today_too = hand_in(kiosk, kiosk.first_number)
    assert today_too.label == str(kiosk.first_number), "a new day begins anew"


def test_a_number_of_another_range_is_refused(kiosk: DeviceRecord) -> None:
    for number in (1, kiosk.first_number - 1, kiosk.last_number + 1):
        with pytest.raises(queue.NotItsNumber):
            hand_in(kiosk, number)


def test_the_kiosk_goes_on_after_what_was_handed_in(kiosk: DeviceRecord) -> None:
    assert queue.next_offline(kiosk) == kiosk.first_number
    hand_in(kiosk, kiosk.first_number + 4)
    assert queue.next_offline(kiosk) == kiosk.first_number + 5
    hand_in(kiosk, kiosk.last_number)
    assert queue.next_offline(kiosk) is None


def test_the_kiosks_own_numbers_do_not_move_the_next_days_line(
    kiosk: DeviceRecord, vinh_thuan: CentreRecord, lan: Person
) -> None:
    queue.join(anybody(vinh_thuan.id), by=lan, key=new_key())
    hand_in(kiosk, kiosk.first_number)
    to = queue.keep_overnight(vinh_thuan.id, today(), by=lan, key=new_key())
    with frozen(datetime.combine(to, MONDAY_NINE.timetz())):
        assert queue.join(anybody(vinh_thuan.id), by=lan, key=new_key()).number == 2


def test_printing_is_counted(vinh_thuan: CentreRecord, lan: Person) -> None:
    ticket = queue.join(anybody(vinh_thuan.id), by=lan, key=new_key())
    key = uuid4()
    times = [
        queue.note_printed(vinh_thuan.id, ticket.id, by=lan, key=one) for one in (key, key, uuid4())
    ]
    assert times == [0, 0, 1] and queue.times_printed(vinh_thuan.id, ticket.id) == 2


def test_a_place_is_followed_to_its_end(vinh_thuan: CentreRecord, lan: Person) -> None:
    desk = centres.counter(vinh_thuan.id, 1)
    first, second = (queue.join(anybody(vinh_thuan.id), by=lan, key=new_key()) for _ in range(2))
    place = queue.following(vinh_thuan.id, second.id)
    assert (place.label, place.waits, place.promise.before) == ("2", True, 1)
    called = queue.call_next(desk, by=lan, key=new_key())
    place = queue.following(vinh_thuan.id, first.id)
    assert (place.counter_number, place.times, place.fetched) == (1, 1, False)
    queue.close(vinh_thuan.id, called.call_id, by=lan, key=new_key())
    place = queue.following(vinh_thuan.id, first.id)
    assert (place.waits, place.aside, place.counter_number) == (False, False, None)
    with pytest.raises(queue.NoSuchTicket):
        queue.following(vinh_thuan.id, 999)
