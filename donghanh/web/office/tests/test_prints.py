"""Prints: one page orders, previews and prints; the log says where copies hang."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.outreach import films
from donghanh.outreach import service as outreach
from donghanh.outreach.tests.orders import LEAFLET
from tests.people import BIRTH, PASSWORD, PENSION, Person, hire

ROOM = "/vinh-thuan/office/prints/"
CHOSEN = {"subject": f"procedure:{BIRTH}", "choice": "leaflet-a4"}


@pytest.fixture
def officer(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return Lan's browser."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


@pytest.fixture
def leaflet(officer: Client, vinh_thuan: CentreRecord, lan: Person) -> outreach.PrintRecord:
    """Return thirty leaflets of khai sinh, at the desk."""
    return outreach.order_print(vinh_thuan, LEAFLET, by=lan, key=new_key())


def post(browser: Client, path: str, **fields: Any) -> Any:
    return browser.post(path, {"key": str(uuid4()), **fields})


def change_hours(centre: CentreRecord, by: Person) -> None:
    place = f"place:{catalogue.procedure(BIRTH).where}"
    catalogue.add_local_fact(
        centre.id, place, "hours", "7 giờ", source="Ví dụ", by=by, key=new_key()
    )


def test_all_subjects_and_kinds_are_offered(officer: Client) -> None:
    page = officer.get(ROOM).content.decode()
    for expected in ("Biển đặt ở bàn hướng dẫn", "Tờ rơi, A4 gấp đôi", "Chưa in gì", "Bản in"):
        assert expected in page
    assert page.count('<option value="procedure:') == len(catalogue.procedures())
    assert page.count('<option value="life_event:') == len(catalogue.life_events())


def test_volunteers_do_not_print(client: Client, vinh_thuan: CentreRecord, hoa: Person) -> None:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    assert client.get(ROOM).status_code == 404


@pytest.mark.parametrize("choice", ["leaflet-a4", "wall_board-a3", "checklist-80mm", "film"])
def test_a_preview_shows_pages_and_notes_nothing(
    officer: Client, vinh_thuan: CentreRecord, choice: str
) -> None:
    page = officer.get(ROOM, {**CHOSEN, "choice": choice}).content.decode()
    assert page.count('src="data:image/png;base64,') == {"leaflet-a4": 2, "film": 8}.get(choice, 1)
    assert ("<button>Làm phim" in page) == (choice == "film")
    assert outreach.prints(vinh_thuan.id) == ()


def test_an_order_is_noted_and_opens_as_pdf(officer: Client, vinh_thuan: CentreRecord) -> None:
    went = post(officer, ROOM, **CHOSEN, copies="30", where="Nhà văn hóa ấp Ví Dụ")
    (made,) = outreach.prints(vinh_thuan.id)
    assert went.status_code == 302 and went.url == f"{ROOM}?printed={made.id}"
    page = officer.get(went.url).content.decode()
    assert "Đã ghi sổ" in page and "Nhà văn hóa ấp Ví Dụ" in page and "30 bản" in page
    pdf = officer.get(f"{ROOM}{made.id}/file/")
    assert pdf["Content-Type"] == "application/pdf"
    assert "Giấy chứng sinh" in words_of(pdf.content)


def test_a_double_click_orders_once(officer: Client, vinh_thuan: CentreRecord) -> None:
    key = str(uuid4())
    for _ in range(2):
        post(officer, ROOM, **CHOSEN, key=key)
    assert len(outreach.prints(vinh_thuan.id)) == 1


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"copies": "nhiều"}, 422, "Ghi số bản từ 1 đến 5000."),
        ({"choice": ""}, 422, "Chọn loại bản in."),
        ({"subject": ""}, 422, "Chọn nội dung."),
        ({"choice": "desk_sign-a4"}, 409, "Chưa in được như đã chọn."),
        ({"subject": "procedure:9.999999"}, 409, "không còn áp dụng"),
    ],
)
def test_a_wrong_order_is_said_in_place(
    officer: Client, vinh_thuan: CentreRecord, typed: dict[str, str], status: int, said: str
) -> None:
    answer = post(officer, ROOM, **{**CHOSEN, **typed})
    assert answer.status_code == status
    page = answer.content.decode()
    assert said in page and "<title>Lỗi: " in page
    assert outreach.prints(vinh_thuan.id) == ()


def test_what_does_not_fit_is_said_at_the_preview(officer: Client) -> None:
    answer = officer.get(ROOM, {**CHOSEN, "choice": "desk_sign-a3"})
    assert answer.status_code == 409 and "Chưa in được" in answer.content.decode()
    sign = officer.get(ROOM, {"subject": "desk_sign", "choice": ""})
    assert 'src="data:image/png' in sign.content.decode()


def test_a_print_now_wrong_is_shown_with_its_place_and_can_be_taken_down(
    officer: Client, leaflet: outreach.PrintRecord, vinh_thuan: CentreRecord, lan: Person
) -> None:
    assert "nay đã sai" not in officer.get(ROOM).content.decode()
    change_hours(vinh_thuan, lan)
    page = officer.get(ROOM).content.decode()
    assert "1 bản in nay đã sai" in page and "Đã đổi: giờ làm việc." in page
    assert officer.get(f"{ROOM}{leaflet.id}/file/").status_code == 409
    place = leaflet.hanging[0].id
    assert post(officer, f"{ROOM}places/{place}/removal/").status_code == 302
    assert "nay đã sai" not in officer.get(ROOM).content.decode()


def test_more_places_are_noted(officer: Client, leaflet: outreach.PrintRecord) -> None:
    post(officer, f"{ROOM}{leaflet.id}/places/", where="Cổng chợ")
    assert "Cổng chợ" in officer.get(ROOM).content.decode()
    assert officer.get(f"{ROOM}{leaflet.id}/places/").url == ROOM  # type: ignore[attr-defined]


def test_a_film_is_made_by_the_worker(
    officer: Client, vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(films, "make", lambda guide, folder: None)
    post(officer, ROOM, **{**CHOSEN, "choice": "film"})
    (ordered,) = outreach.prints(vinh_thuan.id)
    assert "Đang làm" in officer.get(ROOM).content.decode()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    assert outreach.print_of(vinh_thuan.id, ordered.id).film_made_at
    page = officer.get(ROOM).content.decode()
    assert "Xem phim" in page and "Chưa có gì" in page  # the stand-in left no file


def test_the_page_costs_few_queries_whatever_the_log(
    officer: Client,
    leaflet: outreach.PrintRecord,
    vinh_thuan: CentreRecord,
    lan: Person,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for code in (PENSION, "1.000656", "2.000815"):
        order = replace(LEAFLET, subject=f"procedure:{code}")
        outreach.order_print(vinh_thuan, order, by=lan, key=new_key())
    officer.get(ROOM)
    with django_assert_max_num_queries(10):
        assert officer.get(ROOM).content.decode().count('id="print-') == 4
