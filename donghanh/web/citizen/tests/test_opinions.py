"""The one question, what is taken down, what is led elsewhere, and more said of a rating."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.feedback import figures
from donghanh.feedback import service as feedback
from donghanh.feedback.models import Complaint
from donghanh.web.components.rating_steps import token_of
from tests.people import MONDAY_NINE, PASSWORD, Person, hire

pytestmark = pytest.mark.django_db
HOME = "/vinh-thuan/opinions/"


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def send(client: Client, words: str, **more: str) -> tuple[int, str, str]:
    typed = {"key": str(uuid4()), "words": words, "about": "conduct", **more}
    response = client.post(f"{HOME}new/", typed)
    return response.status_code, response.content.decode(), response.get("Location", "")


@pytest.fixture
def head(vinh_thuan: CentreRecord, hung: Person) -> None:
    hire(vinh_thuan, hung)


def test_one_question_parts_three_ways(client: Client, vinh_thuan: CentreRecord) -> None:
    asked = page(client, HOME)
    assert f'href="{HOME}new/"' in asked
    assert "petitions/khieu_nai/" in asked and "petitions/to_cao/" in asked
    led = page(client, f"{HOME}petitions/to_cao/")
    assert "không giữ gì" in led and "<textarea" not in led and "2.002396" in led
    assert client.get(f"{HOME}petitions/khac/").status_code == 404
    assert client.get(HOME, {"code": "AAAAAA"}).status_code == 422


def test_what_sounds_like_to_cao_is_not_kept_unless_it_is_not(
    client: Client, vinh_thuan: CentreRecord, head: None
) -> None:
    status, shown, _ = send(client, "Tôi tố cáo quầy số hai")
    assert status == 422 and "petitions/to_cao/" in shown and "Tôi tố cáo quầy" in shown
    assert send(client, "ơi")[0] == 422
    status, shown, _ = send(client, "Chồng tôi đánh tôi, cứu tôi với")
    assert status == 422 and 'href="tel:113"' in shown and 'name="sure"' in shown
    assert send(client, "Ghế chờ gãy rồi", about="")[0] == 422
    assert not Complaint.objects.of(vinh_thuan.id).exists()
    status, _, where = send(client, "Tôi tố cáo quầy số hai", sure="1")
    assert status == 302
    kept = page(client, where)
    assert "PA 1/2026" in kept and "tố cáo" not in kept


def test_the_eight_matters_one_a_page_then_words(client: Client, vinh_thuan: CentreRecord) -> None:
    ours = vinh_thuan.id
    given = feedback.rate(ours, "", 3, by=CitizenActor(ours), key=new_key(), channel="kiosk")
    path = f"/vinh-thuan/rating/more/{token_of(given)}/"
    for _ in range(8):
        typed = {"key": str(uuid4()), "level": "3"}
        path = client.post(path, typed)["Location"]
    assert "<textarea" in page(client, path)
    spoilt = client.post(path, {"key": str(uuid4()), "words": "mật khẩu là abc123"})
    assert spoilt.status_code == 422
    thanked = client.post(path, {"key": str(uuid4()), "words": "Quầy đông"}, follow=True)
    assert "đã kể" in thanked.content.decode()
    day = MONDAY_NINE.date()
    assert set(figures.tally(ours, day, day).matters.values()) == {(1, 1)}
    assert client.get("/vinh-thuan/rating/more/x/").status_code == 404


def test_office_notes_a_sheet_and_loses_nothing(client: Client, vinh_thuan: CentreRecord) -> None:
    hire(vinh_thuan, Person("Trần Thị Ví Dụ Lan", "officer", vinh_thuan.id, 0))
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    office = "/vinh-thuan/office/opinions/"
    sheet = {"channel": "paper", "day": "23/11/2026", "face": "2", "thai_do": "3"}
    assert client.post(office, {"key": str(uuid4()), **sheet}).status_code == 302
    assert "bỏ vào thùng" in words_of(client.get(f"{office}sheet/").content)
    wrong = client.post(office, {"key": str(uuid4()), "day": "30/11/2026", "thai_do": "2"})
    shown = wrong.content.decode()
    assert wrong.status_code == 422 and "không sau hôm nay" in shown
    assert 'name="thai_do" value="2" checked' in shown
