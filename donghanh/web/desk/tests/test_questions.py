"""A question at the desk: the answer, and the procedure for whoever is served."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from tests.people import BIRTH, PASSWORD, Person, anybody, hire

DESK = "/vinh-thuan/desk/1/"


@pytest.fixture
def desk(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return the counter officer's browser."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


def asked(desk: Client, question: str, **more: str) -> str:
    return desk.get(DESK + "questions/", {"q": question, **more}).content.decode()


def test_the_answer_and_the_first_to_press(desk: Client) -> None:
    page = asked(desk, "lam giay khai sinh can giay gi")
    assert "Ông bà mang:" in page and page.count("data-first") == 1 and "data-ask" in page
    assert f"/procedures/{BIRTH}/" in page
    assert "Thời hạn:" in asked(desk, "bao lâu thì xong", about=BIRTH)


def test_enter_gives_the_procedure_to_who_is_served(
    desk: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    queue.join(anybody(vinh_thuan.id, procedure_codes=()), by=hoa, key=new_key())
    desk.post(DESK + "calls/", {"key": str(uuid4())})
    page = asked(desk, "làm giấy khai sinh")
    assert "ghi cho số" in page and f'name="code" value="{BIRTH}"' in page


def test_danger_says_what_the_officer_does(desk: Client) -> None:
    page = asked(desk, "chồng tôi đánh tôi")
    assert "gọi 113" in page and "Mời vào phòng riêng" in page and "data-first" not in page


def test_nothing_asked_is_no_fault(desk: Client) -> None:
    assert desk.get(DESK + "questions/").status_code == 200
