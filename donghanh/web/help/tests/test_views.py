"""Who asked for a person: the strip, alarms with the law's clock, questions to call back about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.base.clock import frozen, now
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.centre.service import CentreRecord
from donghanh.reception import service as reception
from tests.people import PASSWORD, Person, hire

ROOM = "/vinh-thuan/help/"
KIOSK = Person("Máy số 1", "", None, 7, actor_kind="device")
PHONE = "0912345678"


def signed_in(client: Client, centre: CentreRecord, person: Person) -> Client:
    hire(centre, person)
    client.post(f"/{centre.slug}/sign-in/", {"username": person.role, "password": PASSWORD})
    return client


@pytest.fixture
def desk(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return the counter officer's browser."""
    return signed_in(client, vinh_thuan, lan)


def second_volunteer(centre: CentreRecord) -> Client:
    person = Person("Anh Ví Dụ", "digital_team", centre.id, 0)
    return signed_in(Client(), centre, person)


def raised(centre: CentreRecord) -> int:
    return reception.raise_alarm(centre.id, "bao_luc", "Máy số 1", by=KIOSK, key=new_key()).id


def called(centre: CentreRecord) -> int:
    return reception.call_help(
        centre.id, "Máy số 2", wants_officer=False, by=KIOSK, key=new_key()
    ).id


def press(client: Client, path: str, **typed: object) -> int:
    return client.post(ROOM + path, {"key": str(uuid4()), **typed}).status_code


def test_the_strip_is_silent_until_somebody_calls(
    desk: Client,
    vinh_thuan: CentreRecord,
    lan: Person,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    assert desk.get(ROOM + "strip/").content.strip() == b""
    call = called(vinh_thuan)
    raised(vinh_thuan)
    with django_assert_max_num_queries(5):
        strip = desk.get(ROOM + "strip/")
    assert f'data-ring="{call}"' in strip.content.decode()
    assert "Máy số 2</strong> cần người giúp, từ" in strip.content.decode()
    assert "mời cán bộ tới ngay" in strip.content.decode()
    again = desk.get(ROOM + "strip/", headers={"If-None-Match": strip["ETag"]})
    assert again.status_code == 304
    assert press(desk, f"calls/{call}/taking/") == 302
    came = desk.get(ROOM + "strip/").content.decode()
    assert f"Máy số 2: <strong>{lan.name}</strong> đang tới" in came and "data-ring" not in came
    with frozen(now() + timedelta(minutes=4)):
        assert "Máy số 2" not in desk.get(ROOM + "strip/").content.decode()


def test_an_unsure_volunteer_sees_which_officer_comes(
    desk: Client, vinh_thuan: CentreRecord, hoa: Person, lan: Person
) -> None:
    tablet, other = (signed_in(Client(), vinh_thuan, hoa), second_volunteer(vinh_thuan))
    assert press(tablet, "calls/") == 302
    own = tablet.get(ROOM).content.decode()
    assert "Đã mời cán bộ lúc" in own and "Tôi tới" not in own
    assert other.get(ROOM + "strip/").content.strip() == b""
    row = desk.get(ROOM + "strip/").content.decode()
    assert "Bàn đón tiếp</strong> mời cán bộ, từ" in row
    (call,) = reception.help_calls(vinh_thuan.id)
    assert press(other, f"calls/{call.id}/taking/") == 404
    assert press(desk, f"calls/{call.id}/taking/") == 302
    assert f"<strong>{lan.name}</strong> đang tới" in tablet.get(ROOM + "strip/").content.decode()


def test_a_volunteer_comes_to_machines_but_sees_no_alarm(
    client: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    volunteer = signed_in(client, vinh_thuan, hoa)
    called(vinh_thuan)
    alarm = raised(vinh_thuan)
    strip = volunteer.get(ROOM + "strip/").content.decode()
    assert "Máy số 2" in strip and "Máy số 1" not in strip
    for path in (f"alarms/{alarm}/", "clock/", "callbacks/"):
        assert volunteer.get(ROOM + path).status_code == 404
    assert press(volunteer, "alarms/", danger="cap_cuu") == 302
    assert reception.waiting_alarms(vinh_thuan.id)[1].place == "Bàn đón tiếp"


def test_who_raised_an_alarm_silently_sees_which_officer_comes(
    desk: Client, vinh_thuan: CentreRecord, hoa: Person, lan: Person
) -> None:
    tablet, other = (signed_in(Client(), vinh_thuan, hoa), second_volunteer(vinh_thuan))
    assert press(tablet, "alarms/", danger="bao_luc") == 302
    strip = tablet.get(ROOM + "strip/").content.decode()
    assert "Đã mời cán bộ lúc" in strip and "data-ring" not in strip
    assert other.get(ROOM + "strip/").content.strip() == b""
    (alarm,) = reception.waiting_alarms(vinh_thuan.id)
    assert press(desk, f"alarms/{alarm.id}/taking/") == 302
    assert f"<strong>{lan.name}</strong> đang tới" in tablet.get(ROOM).content.decode()
    with frozen(now() + timedelta(minutes=4)):
        assert lan.name not in tablet.get(ROOM + "strip/").content.decode()


def test_an_alarm_is_taken_and_closed_by_name(
    desk: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    alarm = raised(vinh_thuan)
    page = desk.get(f"{ROOM}alarms/{alarm}/").content.decode()
    assert "còn 12 giờ" in page and "Chưa ai nhận" in page
    assert press(desk, f"alarms/{alarm}/taking/") == 302
    assert lan.name in desk.get(ROOM + "clock/").content.decode()
    assert press(desk, f"alarms/{alarm}/closing/") == 422
    assert press(desk, f"alarms/{alarm}/closing/", done=["bao_chu_tich", "noi_an_toan"]) == 302
    page = desk.get(f"{ROOM}alarms/{alarm}/").content.decode()
    assert "Đã báo Chủ tịch Ủy ban xã" in page and "Đã khép lại" in page
    assert "Không có lần báo nào đang mở" in desk.get(ROOM + "clock/").content.decode()
    assert desk.get(ROOM + "alarms/999/").status_code == 404


def test_a_question_is_called_back_and_blanked(desk: Client, vinh_thuan: CentreRecord) -> None:
    contact = reception.Contact("làm khai sinh cần giấy gì", "chị Ví Dụ", PHONE)
    by = CitizenActor(vinh_thuan.id)
    left = reception.leave_question(vinh_thuan.id, contact, by=by, key=new_key())
    assert "(1)" in desk.get(ROOM).content.decode()
    assert PHONE not in desk.get(ROOM + "callbacks/").content.decode()
    page = desk.get(f"{ROOM}callbacks/{left.id}/").content.decode()
    assert f"tel:{PHONE}" in page and "Ông bà mang:" in page
    reads = reception.leave_question(
        vinh_thuan.id, replace(contact, text_only=True), by=by, key=new_key()
    )
    page = desk.get(f"{ROOM}callbacks/{reads.id}/").content.decode()
    assert "Chỉ nhắn tin, không gọi điện" in page and "tel:" not in page
    assert press(desk, f"callbacks/{left.id}/", answered="yes") == 302
    assert desk.get(f"{ROOM}callbacks/{left.id}/").status_code == 404


def test_nobody_at_the_door_sees_anything(client: Client, vinh_thuan: CentreRecord) -> None:
    raised(vinh_thuan)
    assert client.get(ROOM + "strip/").status_code == 401
    assert 'name="password"' in client.get(ROOM).content.decode()
