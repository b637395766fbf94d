"""The desk: call, see need and papers at one glance, take in, hand over."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import BIRTH, MONDAY_NINE, PASSWORD, PENSION, Person, anybody, ba_tu, hire

from .conftest import ROOM, Press


def page_of(desk: Client, path: str = ROOM) -> str:
    return desk.get(path).content.decode()


def verbs(centre: CentreRecord) -> list[str]:
    return [event.verb for event in audit.events(centre.id)]


def test_a_stranger_signs_in_and_a_poll_is_refused(client: Client, vinh_thuan: object) -> None:
    assert 'name="password"' in page_of(client)
    assert client.get(ROOM + "line/").status_code == 401


def test_a_volunteer_has_no_desk(client: Client, vinh_thuan: CentreRecord, hoa: Person) -> None:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    assert client.get(ROOM).status_code == 404


def test_the_police_officer_sees_the_own_counter_first(
    client: Client, vinh_thuan: CentreRecord
) -> None:
    hire(vinh_thuan, Person("Ông Ví Dụ Công", "police", vinh_thuan.id, 9))
    client.post("/vinh-thuan/sign-in/", {"username": "police", "password": PASSWORD})
    page = page_of(client, "/vinh-thuan/desk/")
    assert page.index("Quầy 4") < page.index("Quầy 1") < page.index("Quầy 3")


def test_a_call_shows_need_standing_and_papers(
    desk: Client, press: Press, waiting: queue.WaitingTicket, vinh_thuan: CentreRecord
) -> None:
    assert "Gọi tiếp" in page_of(desk) and "1 người chờ" in page_of(desk)
    assert press("calls/")["Location"] == ROOM
    page = page_of(desk)
    for words in ("Gọi là <strong>bà", "ghế 3", "Cần đọc giúp", "Đọc to từng ý", "Từ 60 tuổi"):
        assert words in page
    assert "Giấy tờ đang có trong tay" in page and "Không còn ai chờ" in page
    assert "visit.support_read" in verbs(vinh_thuan)


def test_nobody_waiting_is_said_in_place(desk: Client, press: Press) -> None:
    response = press("calls/")
    assert response.status_code == 409
    page = response.content.decode()
    assert "Không còn ai chờ." in page and "Gọi tiếp" in page and "<title>Lỗi: " in page


def test_a_busy_counter_is_said_in_place(press: Press, call_id: int) -> None:
    response = press("calls/")
    assert response.status_code == 409 and "Quầy đang có người" in response.content.decode()


def test_the_same_press_calls_once(
    press: Press, waiting: object, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    queue.join(anybody(vinh_thuan.id), by=hoa, key=new_key())
    key = str(uuid4())
    assert [press("calls/", key=key).status_code for _ in range(2)] == [302, 302]
    assert verbs(vinh_thuan).count("ticket.called") == 1


def test_a_form_without_its_key_is_refused(desk: Client, waiting: object) -> None:
    response = desk.post(ROOM + "calls/")
    assert response.status_code == 409 and "mã chống bấm hai lần" in response.content.decode()


@pytest.mark.parametrize(
    ("button", "verb"),
    [
        ("recall", "ticket.recalled"),
        ("end", "ticket.closed"),
        ("end-and-next", "ticket.closed"),
        ("parking", "ticket.parked"),
        ("guide", "guide.asked"),
        ("seat", "seat.served"),
        ("undo", "call.undone"),
        ("standing", "standing.confirmed"),
    ],
)
def test_each_button_does_its_verb(
    press: Press, call_id: int, vinh_thuan: CentreRecord, button: str, verb: str
) -> None:
    if button == "end-and-next":
        queue.join(anybody(vinh_thuan.id), by=SystemActor(vinh_thuan.id), key=new_key())
    assert press(f"calls/{call_id}/{button}/").status_code == 302
    assert verb in verbs(vinh_thuan)


def test_a_button_of_another_counter_is_not_here(desk: Client, call_id: int) -> None:
    path = f"/vinh-thuan/desk/1/calls/{call_id}/end/"
    assert desk.post(path, {"key": str(uuid4())}).status_code == 404


def test_a_press_by_a_link_goes_back_to_the_button(desk: Client, call_id: int) -> None:
    assert desk.get(f"{ROOM}calls/{call_id}/end/")["Location"] == ROOM


def test_an_ended_call_and_a_late_undo_are_said_in_place(press: Press, call_id: int) -> None:
    press(f"calls/{call_id}/end/")
    assert press(f"calls/{call_id}/recall/").status_code == 409
    with frozen(MONDAY_NINE + timedelta(seconds=61)):
        late = press(f"calls/{call_id}/undo/")
    assert late.status_code == 409 and "quá 60 giây" in late.content.decode()


def test_a_confirmed_standing_asks_no_more(desk: Client, press: Press, call_id: int) -> None:
    assert "Xác nhận ưu tiên" in page_of(desk)
    press(f"calls/{call_id}/standing/")
    assert "Xác nhận ưu tiên" not in page_of(desk) and "Cán bộ đã xác nhận" in page_of(desk)


def test_standing_never_comes_with_the_number_in_the_line_but_a_dot(
    desk: Client, waiting: object
) -> None:
    line = page_of(desk, ROOM + "line/")
    assert "desk-dot" in line and "Từ 60 tuổi" not in line and "đọc giúp" not in line


def test_an_unchanged_line_costs_one_query_beside_session_and_centre(
    desk: Client, waiting: object, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    mark = desk.get(ROOM + "line/")["ETag"]
    with django_assert_num_queries(3):  # the centre of the address, session, user
        again = desk.get(ROOM + "line/", headers={"if-none-match": mark})
    assert again.status_code == 304 and not again.content


def test_the_line_shows_minutes_and_costs_the_same_for_many(
    desk: Client,
    waiting: object,
    vinh_thuan: CentreRecord,
    hoa: Person,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(5):
        queue.join(anybody(vinh_thuan.id), by=hoa, key=new_key())
    mark = desk.get(ROOM + "line/")["ETag"]
    with (
        frozen(MONDAY_NINE + timedelta(minutes=7)),
        django_assert_max_num_queries(12),  # who pauses and what a counter calls are two
    ):
        page = desk.get(ROOM + "line/", headers={"if-none-match": mark}).content.decode()
    assert page.count("7 phút") == 6


def test_a_poll_does_not_keep_the_session_alive(desk: Client, waiting: object) -> None:
    for minutes in (10, 20, 29):
        with frozen(MONDAY_NINE + timedelta(minutes=minutes)):
            assert desk.get(ROOM + "line/").status_code == 200
    with frozen(MONDAY_NINE + timedelta(minutes=31)):
        assert desk.get(ROOM + "line/").status_code == 401


def test_a_page_with_a_visitor_costs_a_fixed_number_of_queries(
    desk: Client, call_id: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    desk.get(ROOM)
    with django_assert_max_num_queries(18):  # whatever the line's length
        desk.get(ROOM)


def test_a_visit_without_procedure_is_given_one(
    desk: Client, press: Press, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    ticket = queue.join(anybody(vinh_thuan.id, procedure_codes=()), by=hoa, key=new_key())
    press("calls/")
    assert "Chưa rõ cần việc gì" in page_of(desk)
    number = next(e.subject_id for e in audit.events(vinh_thuan.id) if e.verb == "ticket.called")
    found = page_of(desk, f"{ROOM}calls/{number}/procedures/?q=khai+sinh")
    assert "Làm giấy khai sinh cho trẻ" in found
    press(f"calls/{number}/procedures/", code=BIRTH)
    assert reception.visit(vinh_thuan.id, ticket.visit_id).procedure_codes == (BIRTH,)


def test_a_wrong_procedure_is_changed_in_its_place(
    press: Press, call_id: int, waiting: queue.WaitingTicket, vinh_thuan: CentreRecord
) -> None:
    press(f"calls/{call_id}/procedures/", code=BIRTH, instead_of=PENSION)
    assert reception.visit(vinh_thuan.id, waiting.visit_id).procedure_codes == (BIRTH,)
    assert press(f"calls/{call_id}/procedures/", code="x").status_code == 404


def test_a_code_that_nobody_knows_is_said(desk: Client, press: Press, call_id: int) -> None:
    press(f"calls/{call_id}/procedures/", code="9.999999", instead_of=PENSION)
    assert "Không có thủ tục mã &#x27;9.999999&#x27;" in page_of(desk)


def test_dossiers_of_a_gone_visitor_are_not_taken(press: Press, call_id: int) -> None:
    press(f"calls/{call_id}/end/")
    response = press(f"calls/{call_id}/dossiers/", procedure=PENSION)
    assert response.status_code == 409 and "đã kết thúc" in response.content.decode()


def test_needs_of_a_queue_are_read_only_for_the_one_served(
    desk: Client, vinh_thuan: CentreRecord, waiting: object, hoa: Person
) -> None:
    queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    page_of(desk)
    assert "visit.support_read" not in verbs(vinh_thuan)
    assert dossier.open_dossiers(vinh_thuan.id) == []
