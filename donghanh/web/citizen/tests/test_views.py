"""A citizen at home: every page answers, says only what is known, and weighs little."""

from __future__ import annotations

import gzip
import re
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.feedback import service as feedback
from donghanh.queue import service as queue
from tests.people import BIRTH, MONDAY_NINE, PENSION, Person, ba_tu

PAGE_BYTES_MAX = 30 * 1024
LONG_WORD = re.compile(r'style="|onclick=|<script>')


def test_home_shows_pictures_and_a_search(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    page = client.get("/vinh-thuan/").content.decode()
    assert page.count('class="tile"') == 8
    assert 'name="q"' in page
    assert "Bàn hướng dẫn nộp hồ sơ trực tuyến" in page


def test_the_centres_are_listed(client: Client, vinh_thuan: CentreRecord) -> None:
    assert "Vĩnh Thuận, An Giang" in client.get("/").content.decode()


def test_words_without_accents_find_the_old_age_allowance_first(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    page = client.get("/vinh-thuan/search/", {"q": "tien nguoi gia"}).content.decode()
    first = re.search(r"/vinh-thuan/procedures/([^/]+)/", page)
    assert first and first[1] == PENSION


@pytest.mark.parametrize("question", ["", "   ", "x" * 301])
def test_no_question_or_a_flood_is_answered_on_the_same_page(
    client: Client, content: None, vinh_thuan: CentreRecord, question: str
) -> None:
    response = client.get("/vinh-thuan/search/", {"q": question})
    assert response.status_code == 422
    assert "<title>Lỗi: " in response.content.decode()
    assert question.strip() in response.content.decode()


def test_every_procedure_page_is_light_and_clean(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    for one in catalogue.procedures():
        response = client.get(f"/vinh-thuan/procedures/{one.code}/")
        text = response.content.decode()
        assert response.status_code == 200
        assert len(gzip.compress(response.content)) <= PAGE_BYTES_MAX
        assert one.plain_title in text
        assert one.no_phone in text
        assert not LONG_WORD.search(text)


def test_an_unknown_fee_is_never_free(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    for one in catalogue.procedures():
        unknown = [rule for rule in one.fee if rule.kind == "unknown"]
        assert all("Chưa rõ" in rule.words for rule in unknown)
        assert all(rule.vnd is None for rule in unknown)


def test_an_answer_in_the_address_changes_the_list(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    at_home = client.get(f"/vinh-thuan/procedures/{BIRTH}/", {"noi_sinh": "tai_nha"})
    at_hospital = client.get(f"/vinh-thuan/procedures/{BIRTH}/", {"noi_sinh": "co_so_y_te"})
    assert at_home.content != at_hospital.content
    assert "Trả lời lại từ đầu" in at_home.content.decode()


def test_an_answer_nobody_offered_is_left_out(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    response = client.get(f"/vinh-thuan/procedures/{BIRTH}/", {"noi_sinh": "<b>", "x": "y"})
    assert response.status_code == 200
    assert "Trả lời lại từ đầu" not in response.content.decode()


def test_an_unknown_procedure_says_what_to_do(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    response = client.get("/vinh-thuan/procedures/9.999999/")
    assert response.status_code == 404
    assert 'role="alert"' in response.content.decode()


@pytest.mark.parametrize(
    ("hour", "told"), [(9, ""), (16, "phát số đến khoảng"), (18, "Hôm nay đã đủ số")]
)
def test_home_says_the_last_number_when_near_and_when_to_come_after_it(
    client: Client, content: None, vinh_thuan: CentreRecord, open_hall: None, hour: int, told: str
) -> None:
    with frozen(MONDAY_NINE.replace(hour=hour, minute=10)):
        page = client.get("/vinh-thuan/").content.decode()
    assert ("thứ Tư, 25/11/2026" in page) == bool(told) and told in page
    with frozen(MONDAY_NINE.replace(day=24, hour=16, minute=10)):
        assert "số đến" not in client.get("/vinh-thuan/").content.decode(), "a holiday"


def test_an_unknown_centre_is_not_there(client: Client, db: None) -> None:
    assert client.get("/khong-co/").status_code == 404


def test_a_procedure_page_asks_few_questions_of_the_database(
    client: Client,
    content: None,
    vinh_thuan: CentreRecord,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    client.get(f"/vinh-thuan/procedures/{BIRTH}/")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get(f"/vinh-thuan/procedures/{BIRTH}/")


def test_three_faces_are_asked_and_one_is_kept(
    client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    held = queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    address = f"/vinh-thuan/rating/{held.slip_code}/"
    assert client.get(address).content.decode().count('name="face"') == 3
    said = {"face": "3", "key": str(uuid4())}
    client.post(address, said)
    client.post(address, said)
    rating = feedback.rating_of(vinh_thuan.id, held.visit_id)
    assert rating is not None and rating.face == 3
    assert "Cảm ơn" in client.get(address).content.decode()


@pytest.mark.parametrize("face", ["", "7", "hai"])
def test_no_face_chosen_says_so(
    client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person, face: str
) -> None:
    held = queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    response = client.post(
        f"/vinh-thuan/rating/{held.slip_code}/", {"face": face, "key": str(uuid4())}
    )
    assert response.status_code == 409
    assert feedback.rating_of(vinh_thuan.id, held.visit_id) is None


def test_a_wrong_slip_code_is_told_beside_the_box(client: Client, vinh_thuan: CentreRecord) -> None:
    response = client.get("/vinh-thuan/rating/", {"code": "ABC"})
    assert response.status_code == 422
    assert "Không tìm thấy phiếu này" in response.content.decode()


def test_a_slip_of_another_centre_opens_nothing(
    client: Client, vinh_thuan: CentreRecord, lac_phuong: CentreRecord, hoa: Person
) -> None:
    held = queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    assert client.get(f"/lac-phuong/rating/{held.slip_code}/").status_code == 404
