"""The kiosk: enrolled devices only, three screens to a number, nothing kept of anyone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from tests.people import MONDAY_NINE, PENSION

ROOM = "/vinh-thuan/kiosk/"
QUERIES_MAX = 10


def code_for(centre: CentreRecord, kind: str = "kiosk") -> str:
    """Return a new enrolment code."""
    return centres.invite(centre.id, kind, "Máy thử", by=SystemActor(centre.id), key=new_key())


@pytest.fixture
def kiosk(client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    """Return an enrolled kiosk."""
    client.post(ROOM + "enrol/", {"code": code_for(vinh_thuan), "key": str(uuid4())})
    return client


def take(kiosk: Client, **typed: str) -> str:
    """Take a number and return the page that shows it."""
    typed = {"key": str(uuid4()), "code": PENSION, "group": "", **typed}
    return kiosk.post(ROOM + "standing/", typed, follow=True).content.decode()


def test_a_browser_not_enrolled_is_told_why(client: Client, vinh_thuan: CentreRecord) -> None:
    response = client.get(ROOM)
    assert response.status_code == 200
    assert "Mã ghi danh" in response.content.decode()
    assert "Bàn hướng dẫn nộp hồ sơ trực tuyến" in response.content.decode()


def test_a_browser_not_enrolled_takes_no_number(client: Client, vinh_thuan: CentreRecord) -> None:
    assert client.get(ROOM + "standing/").status_code == 404
    assert client.post(ROOM + "standing/", {"key": str(uuid4())}).status_code == 404
    assert client.get(ROOM + "ticket/").status_code == 404
    assert queue.board(vinh_thuan.id).waiting == 0


def test_a_wrong_code_is_kept_and_explained(client: Client, vinh_thuan: CentreRecord) -> None:
    response = client.post(ROOM + "enrol/", {"code": "SAI", "key": str(uuid4())})
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Lỗi: " in page and 'value="SAI"' in page and 'href="#code"' in page


def test_the_token_lies_where_no_script_reads_it(
    client: Client, vinh_thuan: CentreRecord, settings: Settings
) -> None:
    typed = {"code": code_for(vinh_thuan), "key": str(uuid4())}
    cookie = client.post(ROOM + "enrol/", typed).cookies["device_kiosk"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["secure"]
    settings.SESSION_COOKIE_SECURE = True
    typed = {"code": code_for(vinh_thuan), "key": str(uuid4())}
    assert client.post(ROOM + "enrol/", typed).cookies["device_kiosk"]["secure"]


def test_a_code_for_a_board_leads_to_the_board(client: Client, vinh_thuan: CentreRecord) -> None:
    typed = {"code": code_for(vinh_thuan, "board"), "key": str(uuid4())}
    assert client.post(ROOM + "enrol/", typed)["Location"] == "/vinh-thuan/board/"
    assert "Mã ghi danh" in client.get(ROOM).content.decode()


def test_a_kiosk_of_one_centre_is_none_at_the_other(
    kiosk: Client, lac_phuong: CentreRecord
) -> None:
    assert "Mã ghi danh" in kiosk.get("/lac-phuong/kiosk/").content.decode()


def test_the_first_screen_has_eight_pictures(kiosk: Client) -> None:
    page = kiosk.get(ROOM).content.decode()
    assert page.count("kiosk/standing/") == 8
    assert "Tôi chưa biết" in page


def test_a_search_shows_at_most_three_and_unsure(kiosk: Client) -> None:
    page = kiosk.get(ROOM, {"q": "tien nguoi gia"}).content.decode()
    assert page.index(f"code={PENSION}") < page.index("Tôi chưa biết")
    assert 2 <= page.count("kiosk/standing/") <= 4
    assert "tel:114" in kiosk.get(ROOM, {"q": "nhà đang cháy"}).content.decode()


def test_three_screens_lead_to_a_number(kiosk: Client) -> None:
    assert f"standing/?code={PENSION}" in kiosk.get(ROOM).content.decode()
    offer = kiosk.get(ROOM + "standing/", {"code": PENSION}).content.decode()
    assert "Không cần, cho tôi lấy số" in offer and "Từ 80 tuổi" in offer
    page = take(kiosk)
    assert 'class="kiosk-number">1<' in page
    assert 'content="20;url=/vinh-thuan/kiosk/"' in page


def test_standing_is_used_and_never_shown(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    page = take(kiosk, group="tu_80_tuoi")
    assert "80 tuổi" not in page and "Ưu tiên" not in page
    ticket = queue.ticket(vinh_thuan.id, kiosk.session["kiosk_ticket"])
    assert ticket.standing_level == 2


def test_not_knowing_is_enough(kiosk: Client) -> None:
    assert 'class="kiosk-number">1<' in take(kiosk, code="")


def test_an_unknown_procedure_is_not_there(kiosk: Client) -> None:
    assert kiosk.get(ROOM + "standing/", {"code": "9.999999"}).status_code == 404


def test_pressing_twice_gives_one_number(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    key = str(uuid4())
    assert 'class="kiosk-number">1<' in take(kiosk, key=key) and take(kiosk, key=key)
    assert queue.board(vinh_thuan.id).waiting == 1


def test_nothing_remains_after_the_first_screen(kiosk: Client) -> None:
    take(kiosk)
    response = kiosk.get(ROOM)
    assert "no-store" in response["Cache-Control"]
    assert kiosk.get(ROOM + "ticket/")["Location"] == ROOM


def test_nothing_remains_after_a_minute(kiosk: Client) -> None:
    take(kiosk)
    with frozen(MONDAY_NINE + timedelta(seconds=61)):
        assert kiosk.get(ROOM + "ticket/")["Location"] == ROOM


def test_a_page_costs_few_queries(
    kiosk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    take(kiosk)
    for path in ("ticket/", "", "standing/"):
        with django_assert_max_num_queries(QUERIES_MAX):
            kiosk.get(ROOM + path)
