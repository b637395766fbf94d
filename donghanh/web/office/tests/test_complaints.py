"""Complaints at the office: nothing typed is lost; who is accused learns nothing, by no page."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.feedback import service as feedback
from donghanh.feedback.service import About, Opinion
from donghanh.messaging import service as messaging
from tests.people import PASSWORD, Person, hire

PAGE = "/vinh-thuan/office/complaints/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def lan_at_work(client: Client, vinh_thuan: CentreRecord, lan: Person) -> Person:
    """Return the officer who is signed in."""
    made = hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return Person(lan.name, lan.role, lan.centre_id, made.id)


def post(client: Client, path: str, **typed: str) -> tuple[int, str]:
    response = client.post(path, {"key": str(uuid4()), **typed})
    return response.status_code, response.content.decode()


def test_taken_down_printed_told_on_the_way_and_answered(
    client: Client, lan_at_work: Person
) -> None:
    said = {"words": "Ghế chờ gãy rồi", "about": "other", "channel": "call", "consent": "1"}
    status, shown = post(client, PAGE, **said)
    assert status == 422 and "Ghế chờ gãy rồi" in shown  # how to be called was not said
    assert post(client, PAGE, **said, address="0912345678")[0] == 302
    one = feedback.complaints(lan_at_work.centre_id or 0, by=lan_at_work)[0]
    slip = words_of(client.get(f"{PAGE}slip/{one.code}/").content)
    assert "thứ Ba, 8/12/2026" in slip and "Ghế" not in slip
    page = f"{PAGE}{one.id}/"
    status, shown = post(client, page + "progress/", told="Đang đặt ghế mới", again="1/1/2020")
    assert status == 422 and "Đang đặt ghế mới" in shown and "phải sau hôm nay" in shown
    assert post(client, page + "progress/", told="Đang đặt ghế", again="13/12/2026")[0] == 422
    assert post(client, page + "progress/", told="Đang đặt ghế", again="15/12/2026")[0] == 302
    assert "15/12/2026" in client.get(f"/vinh-thuan/opinions/{one.code}/").content.decode()
    assert post(client, page + "progress/", told="Nữa rồi", again="21/12/2026")[0] == 409
    assert [post(client, page + step)[0] for step in ("answer/", "forwarding/")] == [422, 422]
    assert post(client, page + "forwarding/", official_code="A\x00B")[0] == 422
    assert post(client, page + "end/")[0] == 409
    assert post(client, page + "answer/", answer="Đã thay ghế.")[0] == 302
    assert "Đã thay ghế" in client.get(f"/vinh-thuan/opinions/{one.code}/").content.decode()
    status, shown = post(client, page + "answer/", answer="Lời của người khác.")  # a second tab
    assert status == 422 and "Lời của người khác" in shown and "Đã thay ghế" in shown
    assert post(client, page + "end/", pleased="yes")[0] == 302


def test_who_is_accused_finds_no_telephone_of_the_author(
    client: Client, vinh_thuan: CentreRecord, lan_at_work: Person, hung: Person
) -> None:
    here, boss = vinh_thuan.id, hire(vinh_thuan, hung)
    by = Person(hung.name, hung.role, here, boss.id)
    opinion = Opinion("Cô Lan gắt", About.CONDUCT, "phone", (lan_at_work.actor_id,))
    made = feedback.take_complaint(here, opinion, by=by, key=new_key())
    subject = feedback.subject_of_complaint(made.id)
    reach = messaging.Reach(messaging.Channel.CALL, "0912345678")
    messaging.agree(here, subject, reach, by=by, key=new_key())
    feedback.answer_complaint(here, made.id, "Đã nhắc.", by=by, key=new_key())
    message = messaging.messages_of(here, subject)[0]
    outbox = "/vinh-thuan/office/outbox/"
    assert made.code[-4:] not in client.get(outbox).content.decode()
    assert client.get(f"{outbox}{message.id}/").status_code == 404
    assert post(client, f"{outbox}{message.id}/dropped/")[0] == 404
    for path in (f"{PAGE}{made.id}/", f"{PAGE}slip/{made.code}/"):
        assert client.get(path).status_code == 404
    assert client.get(f"/vinh-thuan/opinions/{made.code}/").status_code == 404
