"""Who does not hear gets a message at their turn: agreed at the gate, sent with the silent call."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.clock import now
from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.messaging import service as messaging
from donghanh.queue import service as queue
from tests.people import PASSWORD, Person, hire

ROOM = "/vinh-thuan/reception/"
TELLING = ROOM + "ticket/telling/"
PHONE = "0900000000"


@pytest.fixture
def tablet(client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person) -> Client:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    return client


def key() -> dict[str, str]:
    return {"key": str(uuid4())}


def welcome(tablet: Client, *needs: str) -> str:
    """Return the page of the number of somebody with these needs."""
    sent = {"code": "1.001193", "for_whom": "self", "need": list(needs), **key()}
    return tablet.post(ROOM + "visit/", sent, follow=True).content.decode()


def test_a_turn_is_told_by_message_to_who_agreed(
    tablet: Client, vinh_thuan: CentreRecord, lan: Person, settings: SimpleNamespace
) -> None:
    settings.SMS_URL = "http://127.0.0.1:9/"
    assert "Nhắn tin khi đến lượt?" in welcome(tablet, "xem_bang_mat")
    wrong = tablet.post(TELLING, {"address": PHONE, **key()})
    assert wrong.status_code == 422
    assert PHONE in wrong.content.decode()
    assert "<title>Lỗi: Số" in wrong.content.decode()
    page = tablet.post(TELLING, {"address": PHONE, "consent": "1", **key()}, follow=True)
    assert "Đến lượt thì máy nhắn tin" in page.content.decode()
    called = queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    tomorrow = now() + timedelta(days=1)
    assert messaging.forget_old(vinh_thuan.id, by=lan, key=new_key()) == 0
    assert messaging.forget_old(vinh_thuan.id, by=lan, key=new_key(), at=tomorrow) == 1
    (said,) = messaging.messages_of(vinh_thuan.id, queue.subject_of(called.ticket.visit_id))
    assert said.words == (
        f"Xa Vinh Thuan: den luot so {called.ticket.label}. Moi ong/ba den quay 1. "
        "Co nguoi den cho ngoi moi."
    )


@pytest.mark.parametrize(("need", "way_out"), [("doc_giup", True), ("xem_bang_mat", False)])
def test_it_is_offered_only_where_it_helps_and_can_be_sent(
    tablet: Client, settings: SimpleNamespace, need: str, way_out: bool
) -> None:
    settings.SMS_URL = "http://127.0.0.1:9/" if way_out else ""
    assert "Nhắn tin khi đến lượt?" not in welcome(tablet, need)


def test_who_did_not_agree_is_fetched_and_told_nothing(
    tablet: Client, vinh_thuan: CentreRecord, lan: Person, settings: SimpleNamespace
) -> None:
    settings.SMS_URL = "http://127.0.0.1:9/"
    welcome(tablet, "xem_bang_mat")
    called = queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    assert not messaging.messages_of(vinh_thuan.id, queue.subject_of(called.ticket.visit_id))
    assert queue.seats_to_go(vinh_thuan.id)
