"""A time booked at home, on the telephone, given back, and a number on coming."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.booking import service as booking
from donghanh.booking.service import Timetable
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.messaging import service as messaging
from tests.people import BIRTH, MONDAY_NINE, PASSWORD, Person, hire

HOME = "/vinh-thuan/booking/"
WEDNESDAY = "2026-11-25"
AT_TEN = datetime(2026, 11, 25, 10, tzinfo=MONDAY_NINE.tzinfo)
TIME = f"{HOME}{WEDNESDAY}/10-00/?code={BIRTH}"
REACH = {"channel": "sms", "address": "0912 345 678", "consent": "1"}


@pytest.fixture
def offered(content: None, vinh_thuan: CentreRecord, hung: Person) -> CentreRecord:
    """Return the centre with two half hours on Wednesdays."""
    times = Timetable(0, centres.counter(vinh_thuan.id, 1).id, 2, time(10), time(11), 30, 1)
    booking.set_timetable(vinh_thuan.id, times, by=hung, key=new_key())
    return vinh_thuan


def page(browser: Client, path: str) -> str:
    return browser.get(path).content.decode()


def booked(browser: Client, **typed: str) -> str:
    """Book ten o'clock and return the code."""
    response = browser.post(TIME, {"key": str(uuid4()), **typed})
    assert response.status_code == 302, response.content.decode()
    return response["Location"].strip("/").split("/")[-1]


def test_from_home_a_day_an_hour_and_a_code(client: Client, offered: CentreRecord) -> None:
    days = page(client, f"{HOME}?code={BIRTH}")
    assert "thứ Tư, 25/11/2026" in days and "thứ Ba, 24/11/2026" not in days
    times = page(client, f"{HOME}{WEDNESDAY}/?code={BIRTH}")
    assert re.findall(r">(\d+ giờ[ \d]*)<", times) == ["10 giờ", "10 giờ 30"]
    code = booked(client)
    shown = page(client, f"/vinh-thuan/appointments/{code.lower()}/")
    assert "10 giờ" in shown and "Mang theo gì" in shown and "không nhắc được" in shown
    assert page(client, f"{HOME}{WEDNESDAY}/").count("booking-hours") == 0  # one of two at home
    assert client.post(TIME, {"key": str(uuid4())}).status_code == 409
    client.post(f"/vinh-thuan/appointments/{code}/", {"key": str(uuid4())})
    assert "Đã trả lại giờ hẹn" in page(client, f"/vinh-thuan/appointments/{code}/")


def test_another_time_and_no_reminder_any_more(client: Client, offered: CentreRecord) -> None:
    code = booked(client, **REACH, help="thong_dich", language="tiếng Khmer")
    shown = page(client, f"/vinh-thuan/appointments/{code}/")
    assert "đã nhận lời dặn" in shown and "Khmer" not in shown and "<svg" in shown
    assert "Đổi giờ của lịch hẹn" in page(client, f"{HOME}?moving={code}")
    later = TIME.replace("25/10-00", "25/10-30").replace(f"code={BIRTH}", f"moving={code}")
    assert client.post(later, {"key": str(uuid4())}).status_code == 409, "one of two at home"
    later = later.replace("2026-11-25", "2026-12-02")
    assert client.post(later, {"key": str(uuid4())})["Location"].endswith(f"/{code}/")
    client.post(f"/vinh-thuan/appointments/{code}/reminder/", {"key": str(uuid4())})
    shown = page(client, f"/vinh-thuan/appointments/{code}/")
    assert "10 giờ 30" in shown and "2/12/2026" in shown and "không nhắc được" in shown
    words = words_of(client.get(f"/vinh-thuan/appointments/{code}/slip/").content)
    assert "Thứ Tư" in words and "10 giờ 30" in words and "2 tháng 12 năm 2026" in words


def test_a_day_that_closed_is_our_fault_and_said_so(
    client: Client, offered: CentreRecord, hung: Person
) -> None:
    code = booked(client)
    booking.close_bookings(offered.id, AT_TEN.date(), "", by=hung, key=new_key())
    shown = page(client, f"/vinh-thuan/appointments/{code}/")
    assert "Trung tâm xin lỗi" in shown and f"moving={code}" in shown


def test_a_reminder_is_asked_for_with_consent(client: Client, offered: CentreRecord) -> None:
    wrong = client.post(TIME, {"key": str(uuid4()), "address": "0912 345 678"})
    shown = wrong.content.decode()
    assert wrong.status_code == 422 and "<title>Lỗi: " in shown and "0912 345 678" in shown
    typed = {"key": str(uuid4()), "help": "thong_dich", "language": "tiếng " * 9}
    wrong = client.post(TIME, typed)
    assert wrong.status_code == 422 and 'id="language-error"' in wrong.content.decode()
    found = booking.appointment(offered.id, booked(client, **REACH))
    agreed = messaging.consent(offered.id, booking.subject_of(found))
    assert agreed and agreed.keep_until_on == (AT_TEN + timedelta(days=3)).date()


def test_on_the_telephone_an_officer_sees_every_place(
    client: Client, offered: CentreRecord, lan: Person
) -> None:
    booked(client)
    hire(offered, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    assert "10 giờ 30" in page(client, f"{HOME}{WEDNESDAY}/")
    assert "Trưởng ấp" in page(client, TIME.replace("10-00", "10-30"))


def test_at_the_gate_a_code_gives_the_place_in_the_line(
    client: Client, offered: CentreRecord, lan: Person
) -> None:
    code = booked(client)
    hire(offered, lan)
    who = {"username": "officer", "password": PASSWORD}
    client.post("/vinh-thuan/sign-in/", who)
    gate = "/vinh-thuan/reception/appointments/"
    assert client.get(gate, {"code": code}).status_code == 409
    other = client.get(gate, {"day": WEDNESDAY}).content.decode()
    assert f'/appointments/{code}/"' in other and f"day={WEDNESDAY}" in page(client, gate)
    assert [client.get(gate, {"code": c}).status_code for c in ("XXXXXX", "😀", "/")] == [
        404,
        404,
        200,
    ]
    with frozen(AT_TEN - timedelta(minutes=5)):
        client.post("/vinh-thuan/sign-in/", who)
        assert code in page(client, gate)
        opened = client.get(gate, {"code": code}, follow=True).content.decode()
        assert "Có đặt hẹn lúc <strong>10:00" in opened
        sent = {"key": str(uuid4()), "appointment": code, "code": BIRTH}
        client.post("/vinh-thuan/reception/visit/", sent)
    assert booking.appointment(offered.id, code).came_at


def test_an_address_that_is_no_day_is_not_found(client: Client, offered: CentreRecord) -> None:
    paths = (f"{HOME}mai/", f"{HOME}{WEDNESDAY}/trua/", "/vinh-thuan/appointments/XXXXXX/")
    assert [client.get(path).status_code for path in paths] == [404] * 3
    assert "chưa có giờ hẹn" in page(client, f"{HOME}?dossiers=8&code=9.999999")
