"""The officer asks how somebody wants to be told, changes it, and takes it back."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossiers
from donghanh.messaging import service as messaging
from donghanh.reception import service as reception
from tests.people import PASSWORD, PENSION, Person, anybody, ba_tu, hire

SMS = {"channel": "sms", "address": "0912 345 678", "consent": "1"}
HER = dossiers.Applicant("Bà Tư Ví Dụ", phone="0987654321")


@pytest.fixture
def telling(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> str:
    """Return the page of a dossier, an officer signed in."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    visit = reception.open_visit(ba_tu(vinh_thuan.id), by=lan, key=new_key())
    taken = dossiers.accept(
        vinh_thuan.id, visit.id, PENSION, by=lan, key=new_key(), taken=dossiers.Taken(HER)
    )
    return f"/vinh-thuan/desk/1/dossiers/{taken.id}/telling/"


def post(browser: Client, path: str, **typed: str) -> int:
    return browser.post(path, {"key": str(uuid4()), **typed}).status_code


def page(browser: Client, path: str) -> str:
    return browser.get(path).content.decode()


def test_what_was_said_before_is_offered_and_nothing_kept_unasked(
    client: Client, telling: str, vinh_thuan: CentreRecord
) -> None:
    first = page(client, telling)
    assert HER.phone in first and "Ấp Ví Dụ" in first
    assert post(client, telling, address="0912345678", consent="1") == 422
    wrong = client.post(telling, {"key": str(uuid4()), "channel": "sms", "address": "09"})
    assert wrong.status_code == 422 and "Đánh dấu đồng ý" in wrong.content.decode()


def test_who_reads_in_place_of_hearing_is_never_called(
    client: Client, telling: str, vinh_thuan: CentreRecord, lan: Person
) -> None:
    silent = anybody(vinh_thuan.id, needs=("xem_bang_mat",))
    visit = reception.open_visit(silent, by=lan, key=new_key())
    taken = dossiers.accept(
        vinh_thuan.id, visit.id, PENSION, by=lan, key=new_key(), taken=dossiers.Taken(HER)
    )
    at = f"/vinh-thuan/desk/1/dossiers/{taken.id}/"
    assert 'name="text_only" value="1" checked' in page(client, f"{at}telling/")
    assert 'name="text_only" value="1" checked' not in page(client, telling)
    assert post(client, f"{at}telling/", **SMS, text_only="1") == 302
    assert "chỉ nhắn tin, không gọi" in page(client, at)


def test_it_is_agreed_shown_and_taken_back(
    client: Client, telling: str, vinh_thuan: CentreRecord
) -> None:
    assert post(client, telling, **SMS) == 302
    shown = page(client, telling)
    assert "Tin nhắn SMS</strong>, ghi thứ Hai" in shown and "0912" not in shown
    assert post(client, f"{telling}end/") == 302
    about = dossiers.subject_of(int(telling.split("/")[5]))
    assert messaging.consent(vinh_thuan.id, about) is None
    assert post(client, f"{telling}end/") == 404
