"""The volunteer's three pages, walked as bà Tư's visit goes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.base.clock import frozen
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PASSWORD, PENSION, PIN, Person, hire

ROOM = "/vinh-thuan/reception/"
QUERIES_MAX = 10
PRESS_QUERIES_MAX = 19  # of a number: 15 of the verb, and centre, session, who, catalogue


@pytest.fixture
def tablet(client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person) -> Client:
    """Return the volunteer's browser, signed in."""
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    return client


def ba_tu_typed(**changed: Any) -> dict[str, Any]:
    """Return what the volunteer taps for bà Tư."""
    return {
        "key": str(uuid4()),
        "code": PENSION,
        "for_whom": "self",
        "called_as": "bà",
        "group": ["tu_60_tuoi"],
        "need": ["doc_giup", "ngoi_cho_tai_cho"],
        "seat": "ghế 3",
        **changed,
    }


def test_a_stranger_is_asked_to_sign_in(client: Client, vinh_thuan: CentreRecord) -> None:
    for path in ("", "visit/", "ticket/"):
        response = client.get(ROOM + path)
        assert 'name="password"' in response.content.decode()
        assert "no-store" in response["Cache-Control"]


def test_a_tablet_laid_aside_asks_for_four_digits(tablet: Client) -> None:
    with frozen(MONDAY_NINE + timedelta(minutes=6)):
        assert 'name="pin"' in tablet.get(ROOM).content.decode()
        tablet.post("/vinh-thuan/sign-in/unlock/", {"pin": PIN, "then": ROOM})
        assert 'name="q"' in tablet.get(ROOM).content.decode()


def test_the_first_page_greets_and_shows_eight_pictures(tablet: Client) -> None:
    page = tablet.get(ROOM).content.decode()
    assert reception.greeting()[0] in page
    assert "Hôm nay mình cần việc gì?" in page
    assert page.count('class="tile"') == 8
    assert "Tôi chưa chắc, mời cán bộ" in page


def test_words_without_accents_bring_the_right_one_first_and_large(tablet: Client) -> None:
    page = tablet.get(ROOM, {"q": "tien nguoi gia"}).content.decode()
    best = re.search(r'class="best"[^>]* href="[^"]*code=([^"]+)"', page)
    assert best and best[1] == PENSION
    assert page.index("Xin tiền người già") < page.index('class="choice"')


def test_danger_shows_the_numbers_and_nothing_large_beside(tablet: Client) -> None:
    page = tablet.get(ROOM, {"q": "nhà đang cháy"}).content.decode()
    assert 'href="tel:114"' in page
    assert 'class="best"' not in page


@pytest.mark.parametrize("question", ["", "   "])
def test_an_empty_search_says_what_to_type(tablet: Client, question: str) -> None:
    response = tablet.get(ROOM, {"q": question})
    assert response.status_code == 422
    assert "<title>Lỗi: " in response.content.decode()


def test_an_unknown_procedure_is_not_there(tablet: Client) -> None:
    assert tablet.get(ROOM + "visit/", {"code": "9.999999"}).status_code == 404
    assert tablet.post(ROOM + "visit/", ba_tu_typed(code="9.999999")).status_code == 404


def test_the_second_page_offers_help_and_asks_for_nothing(tablet: Client) -> None:
    page = tablet.get(ROOM + "visit/", {"code": PENSION}).content.decode()
    assert "Cần mang:" in page
    for offer in reception.offers():
        assert offer.words in page
    assert "Ở ấp nào?" in page
    assert "required" not in page and "checked" not in page


def test_one_press_gives_number_support_and_standing(tablet: Client) -> None:
    response = tablet.post(ROOM + "visit/", ba_tu_typed(), follow=True)
    page = response.content.decode()
    assert response.redirect_chain == [(ROOM + "ticket/", 302)]
    assert 'class="given-number">1<' in page
    assert "Đọc to từng ý, chậm, rồi chờ." in page
    assert "Từ 60 tuổi hoặc người khuyết tật." in page
    assert "Chờ cán bộ xác nhận" in page
    assert "no-store" in response["Cache-Control"]


def test_pressing_twice_gives_one_number(tablet: Client, vinh_thuan: CentreRecord) -> None:
    typed = ba_tu_typed()
    for _ in range(2):
        assert tablet.post(ROOM + "visit/", typed).status_code == 302
    assert queue.board(vinh_thuan.id).waiting == 1


def test_a_page_without_its_key_gives_no_number(tablet: Client, vinh_thuan: CentreRecord) -> None:
    assert tablet.post(ROOM + "visit/", ba_tu_typed(key="")).status_code == 409
    assert queue.board(vinh_thuan.id).waiting == 0


def test_a_number_is_given_also_without_a_procedure(
    tablet: Client, vinh_thuan: CentreRecord
) -> None:
    tablet.post(ROOM + "visit/", {"key": str(uuid4())})
    held = tablet.get(ROOM + "ticket/").context["ticket"]
    assert reception.visit(vinh_thuan.id, held.visit_id).procedure_codes == ()


def test_unsure_brings_an_officer_and_loses_nothing(
    tablet: Client, vinh_thuan: CentreRecord
) -> None:
    page = tablet.post(ROOM + "visit/", ba_tu_typed(officer="1")).content.decode()
    assert "Đã mời cán bộ đến" in page and page.count(" checked") == 5
    assert queue.board(vinh_thuan.id).waiting == 0
    assert [call.place for call in reception.help_calls(vinh_thuan.id)] == ["Bàn đón tiếp"]


def test_what_is_too_long_is_said_and_nothing_typed_is_lost(tablet: Client) -> None:
    response = tablet.post(ROOM + "visit/", ba_tu_typed(seat="x" * 41, hamlet="y" * 81))
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Lỗi: " in page
    assert 'href="#seat"' in page and 'href="#hamlet"' in page
    assert "x" * 41 in page
    assert page.count(" checked") == 5


def test_tampered_choices_are_left_out(tablet: Client, vinh_thuan: CentreRecord) -> None:
    typed = ba_tu_typed(called_as="Tèo", group=["vua"], need=["tat_ca"])
    page = tablet.post(ROOM + "visit/", typed, follow=True).content.decode()
    assert "Tèo" not in page
    assert "Theo thứ tự" in page


def test_police_work_waits_at_the_police_counter(tablet: Client) -> None:
    page = tablet.post(ROOM + "visit/", ba_tu_typed(code="1.004194"), follow=True)
    assert 'class="given-number">501<' in page.content.decode()


def test_done_forgets_her_and_back_shows_nobody(tablet: Client) -> None:
    tablet.post(ROOM + "visit/", ba_tu_typed())
    assert tablet.get(ROOM + "ticket/").status_code == 200
    assert tablet.post(ROOM + "ticket/end/")["Location"] == ROOM
    assert tablet.get(ROOM + "ticket/")["Location"] == ROOM


def test_her_page_closes_by_itself_after_ten_minutes(tablet: Client) -> None:
    tablet.post(ROOM + "visit/", ba_tu_typed())
    session = tablet.session
    with frozen(MONDAY_NINE + timedelta(minutes=11)):
        session["seen_at"] = (MONDAY_NINE + timedelta(minutes=11)).timestamp()
        session.save()
        assert tablet.get(ROOM + "ticket/")["Location"] == ROOM


def test_a_page_costs_few_queries(
    tablet: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    tablet.get(ROOM, {"q": "khai sinh"})
    with django_assert_max_num_queries(QUERIES_MAX):
        tablet.get(ROOM, {"q": "khai sinh"})
    with django_assert_max_num_queries(QUERIES_MAX):
        tablet.get(ROOM + "visit/", {"code": PENSION})
    tablet.post(ROOM + "visit/", ba_tu_typed())
    with django_assert_max_num_queries(PRESS_QUERIES_MAX):
        tablet.post(ROOM + "visit/", ba_tu_typed())
    with django_assert_max_num_queries(QUERIES_MAX):
        tablet.get(ROOM + "ticket/")


def test_many_dossiers_a_booked_time_and_a_short_errand_share_one_number(
    tablet: Client, vinh_thuan: CentreRecord
) -> None:
    page = tablet.get(ROOM + "visit/", {"errand": "result"}).content.decode()
    assert "<h1>Nhận kết quả</h1>" in page and 'value="result" checked' in page
    typed = ba_tu_typed(errand="result", dossiers="12", booked="9 giờ 10")
    tablet.post(ROOM + "visit/", typed)
    held = tablet.get(ROOM + "ticket/").context["ticket"]
    assert (held.errand, held.dossiers) == ("result", 12)
    assert held.waiting_since == MONDAY_NINE - timedelta(minutes=10), "booked counts as earlier"


@pytest.mark.parametrize("field", ["dossiers", "booked"])
@pytest.mark.parametrize("wrong", ["0", "51", "năm", "25:00", "-1"])
def test_what_is_no_count_or_hour_is_said(tablet: Client, field: str, wrong: str) -> None:
    if (field, wrong) == ("booked", "0"):
        wrong = "24"
    response = tablet.post(ROOM + "visit/", ba_tu_typed(**{field: wrong}))
    page = response.content.decode()
    assert response.status_code == 422 and f'href="#{field}"' in page
    assert f'value="{wrong}"' in page and page.count(" checked") == 5


def test_people_at_the_gate_may_still_say_yes_after_the_last_number(
    tablet: Client, open_hall: None
) -> None:
    with frozen(MONDAY_NINE.replace(hour=16, minute=58)):
        session = tablet.session
        session["seen_at"] = MONDAY_NINE.replace(hour=16, minute=58).timestamp()
        session.save()
        page = tablet.get(ROOM).content.decode()
        assert "Hôm nay đã đủ số" in page and "vẫn lấy số được ở đây" in page
        assert tablet.post(ROOM + "visit/", ba_tu_typed()).status_code == 302
