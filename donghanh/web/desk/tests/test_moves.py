"""The desk's other presses: aside and back, on to another counter, at the seat, a chosen one."""

from __future__ import annotations

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from tests.people import Person, anybody

from .conftest import ROOM, Press


@pytest.fixture
def room(vinh_thuan: CentreRecord) -> centres.CounterRecord:
    return centres.counter(vinh_thuan.id, 2)


def page_of(desk: Client) -> str:
    return desk.get(ROOM).content.decode()


def test_who_must_be_fetched_is_not_absent_before_someone_went(
    desk: Client, press: Press, call_id: int, room: centres.CounterRecord
) -> None:
    page = page_of(desk)
    assert "Ra tận chỗ mời" in page and "<strong>ghế 3</strong>" in page
    refused = press(f"calls/{call_id}/absence/")
    assert refused.status_code == 409 and "tận chỗ ngồi" in refused.content.decode()
    assert press(f"calls/{call_id}/guide/").status_code == 302
    assert "Đã nhờ hướng dẫn lúc" in page_of(desk)
    assert [seat.label for seat in queue.seats_to_go(room.centre_id)] == ["1"]
    assert press(f"calls/{call_id}/seat/").status_code == 302
    assert "Cán bộ đang hỗ trợ tại chỗ" in page_of(desk)
    assert press(f"calls/{call_id}/absence/").status_code == 302


def test_back_from_the_seat_the_counter_pauses_no_more(
    desk: Client, press: Press, call_id: int
) -> None:
    press(f"calls/{call_id}/seat/")
    assert press("pauses/end/").status_code == 302
    assert "Cán bộ đang hỗ trợ tại chỗ" not in page_of(desk)


def test_aside_is_seen_and_comes_back(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    press(f"calls/{call_id}/parking/")
    page = page_of(desk)
    assert "1 người đang giữ chỗ" in page and "Đã quay lại" in page
    press(f"tickets/{waiting.id}/return/")
    assert "1 người chờ" in page_of(desk)
    again = press(f"tickets/{waiting.id}/return/")
    assert again.status_code == 409 and "tạm gác" in again.content.decode()


def test_visitor_goes_on_to_another_counter(
    press: Press, call_id: int, room: centres.CounterRecord
) -> None:
    assert press(f"calls/{call_id}/transfer/", to="2").status_code == 409
    assert press(f"calls/{call_id}/transfer/", to="4").status_code == 302
    police = centres.counter(room.centre_id, 4)
    assert [one.label for one in queue.desk(police).waiting] == ["1"]
    assert press(f"calls/{call_id}/transfer/", to="x").status_code == 409


def test_chosen_number_is_called_from_the_line_or_from_aside(
    desk: Client, press: Press, call_id: int, hoa: Person, room: centres.CounterRecord
) -> None:
    queue.join(anybody(room.centre_id), by=hoa, key=new_key())
    press(f"calls/{call_id}/parking/")
    missing = press("calls/chosen/", label="77", reason="can_gap")
    assert missing.status_code == 409 and "không còn chờ" in missing.content.decode()
    assert press("calls/chosen/", label=" 01 ", reason="none such").status_code == 302
    called = queue.desk(room).current
    assert called is not None and called.ticket.label == "1"


def test_rest_is_said_and_ends_with_the_next_call(
    desk: Client, press: Press, waiting: object
) -> None:
    press("pauses/")
    assert "Quầy tạm nghỉ, từ 09:00" in page_of(desk)
    press("calls/")
    assert "Quầy tạm nghỉ" not in page_of(desk)


def test_done_and_next_is_one_press(
    desk: Client, press: Press, call_id: int, hoa: Person, room: centres.CounterRecord
) -> None:
    assert "Xong, gọi tiếp" not in page_of(desk)
    queue.join(anybody(room.centre_id), by=hoa, key=new_key())
    assert "Xong, gọi tiếp" in page_of(desk)
    press(f"calls/{call_id}/end-and-next/")
    called = queue.desk(room).current
    assert called is not None and called.ticket.label == "2"


def test_line_says_errand_and_how_many_dossiers(
    desk: Client, hoa: Person, vinh_thuan: CentreRecord
) -> None:
    village = anybody(vinh_thuan.id, for_other=True)
    queue.join(village, by=hoa, key=new_key(), dossiers=5)
    fetch = anybody(vinh_thuan.id, procedure_codes=())
    queue.join(fetch, by=hoa, key=new_key(), errand=queue.Errand.RESULT)
    page = page_of(desk)
    assert "5 bộ hồ sơ" in page and "Nhận kết quả" in page
