"""Coming at a booked time, at the kiosk: the place in the line, or a plain word why not."""

from __future__ import annotations

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.booking import service as booking
from donghanh.booking.service import HelpWanted, Timetable, Wish
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import BIRTH, MONDAY_NINE, Person

from .test_views import ROOM, kiosk

__all__ = ["kiosk"]

AT = MONDAY_NINE.replace(hour=16, minute=30)


@pytest.fixture
def code(vinh_thuan: CentreRecord, open_hall: None, hung: Person) -> str:
    """Return the code of half past four today, for who wants a companion."""
    here = vinh_thuan.id
    counter = centres.counter(here, 1).id
    times = Timetable(0, counter, 0, time(16, 30), time(17), 30, 2)
    booking.set_timetable(here, times, by=hung, key=new_key())
    wish, helped = Wish(here, "centre", procedure_code=BIRTH), HelpWanted(("xe_lan",))
    made = booking.book(wish, AT, by=hung, key=new_key(), from_home=False, helped=helped)
    return made.code


def find(kiosk: Client, typed: str) -> tuple[int, str]:
    sent = {"key": str(uuid4()), "code": typed}
    response = kiosk.post(ROOM + "appointments/", sent)
    return response.status_code, response.content.decode()


def test_the_square_code_gives_the_place_and_what_was_asked_for(
    kiosk: Client, code: str, vinh_thuan: CentreRecord, lan: Person
) -> None:
    with frozen(AT - timedelta(minutes=5)):
        assert "Có đặt hẹn" in kiosk.get(ROOM).content.decode()
        status, page = find(kiosk, f"http://here/vinh-thuan/appointments/{code}/")
        assert (
            status == 200
            and "Hẹn 16 giờ 30" in page
            and "xe lăn" not in page.split("kiosk-skip")[0]
        )
        sent = {"key": str(uuid4()), "code": code, "group": ""}
        for _ in range(2):
            shown = kiosk.post(ROOM + "appointments/number/", sent, follow=True).content.decode()
            assert 'class="kiosk-number">1<' in shown
        (waiting,) = queue.desk(centres.counter(vinh_thuan.id, 1)).waiting
        offers = reception.support(vinh_thuan.id, waiting.visit_id, by=lan).offers
        assert {one.id for one in offers} == {"dan_di", "ngoi_cho_tai_cho"}
        status, page = find(kiosk, code.lower())
        assert status == 409 and "lấy số 1" in page and "Lấy số như mọi người" not in page


def test_after_the_last_number_who_had_booked_is_served(kiosk: Client, code: str) -> None:
    with frozen(AT + timedelta(minutes=28)):
        assert "Hôm nay đã hết số" in kiosk.get(ROOM).content.decode()
        sent = {"key": str(uuid4()), "code": code}
        shown = kiosk.post(ROOM + "appointments/number/", sent, follow=True)
        assert 'class="kiosk-number">1<' in shown.content.decode()


def test_a_wrong_code_is_told_and_a_number_offered(kiosk: Client, code: str) -> None:
    for typed in ("", "  ", "XXXXXX", "😀", "C4D" * 90, "/"):
        status, page = find(kiosk, typed)
        assert status == 404 and "Không tìm thấy" in page and "Lấy số như mọi người" in page


def test_another_day_is_named(kiosk: Client, code: str, hung: Person) -> None:
    with frozen(AT + timedelta(days=2)):
        status, page = find(kiosk, code)
    assert status == 409 and "16 giờ 30 thứ Hai, 23/11/2026" in page
