"""The outbox names nobody, opens one at a time, and takes what a person says of it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.audit import service as audit
from donghanh.base.ids import new_key
from donghanh.booking import service as booking
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.messaging import service as messaging
from donghanh.messaging.service import Channel, Intent, Message, Reach, Subject
from tests.people import PASSWORD, Person, hire

PAGE = "/vinh-thuan/office/outbox/"


@pytest.fixture
def officer(client: Client, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return the browser of a counter officer."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


def said(centre: CentreRecord, reach: Reach, number: int = 1) -> Message:
    subject, by = Subject("dossier", number), Person("", "officer", centre.id, 1)
    messaging.agree(centre.id, subject, reach, by=by, key=new_key())
    intent = Intent(centre.id, subject, "apology", "xã Vĩnh Thuận", "C4D7HK", date(2026, 11, 26))
    noted = messaging.send(intent, by=by, key=new_key())
    assert noted is not None
    return noted


def page(browser: Client, path: str = PAGE) -> str:
    return browser.get(path).content.decode()


def post(browser: Client, path: str, **typed: str) -> int:
    return browser.post(PAGE + path, {"key": str(uuid4()), **typed}).status_code


def test_who_is_called_is_opened_told_and_gone(officer: Client, vinh_thuan: CentreRecord) -> None:
    call = said(vinh_thuan, Reach(Channel.CALL, "0912345678"))
    listed = page(officer)
    assert "0912" not in listed and "hẹn lại" in listed.lower()
    opened = page(officer, f"{PAGE}{call.id}/")
    assert 'href="tel:0912345678"' in opened
    assert audit.events(vinh_thuan.id)[-1].verb == "contact.read"
    assert post(officer, f"{call.id}/again/") == 409
    assert post(officer, f"{call.id}/told/") == 302
    assert "Không còn ai cần báo" in page(officer)
    assert officer.get(f"{PAGE}{call.id}/").status_code == 404


def test_who_reads_only_is_never_called(officer: Client, vinh_thuan: CentreRecord) -> None:
    text = said(vinh_thuan, Reach(Channel.SMS, "0912345678", text_only=True))
    opened = page(officer, f"{PAGE}{text.id}/")
    assert "Chỉ nhắn tin, không gọi điện" in opened and "tel:" not in opened
    assert post(officer, f"{text.id}/dropped/") == 302
    assert "Không còn ai cần báo" in page(officer)


def test_a_hamlet_has_its_list_on_paper_and_confirms(
    officer: Client, vinh_thuan: CentreRecord
) -> None:
    for number, person in ((1, "bà Tư Ví Dụ"), (2, "ông Hai Mẫu")):
        said(vinh_thuan, Reach(Channel.HAMLET, "", person, "Ấp Ví Dụ"), number)
    assert "Lập danh sách 2 người" in page(officer) and "bà Tư" not in page(officer)
    made = officer.post(f"{PAGE}hamlets/", {"key": str(uuid4()), "hamlet": "Ấp Ví Dụ"})
    shown = page(officer, made["Location"])
    assert "bà Tư Ví Dụ" in shown and "thứ Năm, 26/11/2026" in shown
    words = words_of(officer.get(made["Location"] + "file/").content)
    assert "phiếu hẹn" in words and "ông Hai Mẫu" in words and "Trưởng ấp" in words
    first = messaging.outbox(vinh_thuan.id).hamlets[0].lists[0]
    told = messaging.hamlet_sheet(
        vinh_thuan.id, first, by=Person("", "officer", vinh_thuan.id, 1)
    ).lines[0]
    officer.post(made["Location"], {"key": str(uuid4()), f"said-{told.message_id}": "told"})
    shown = page(officer, made["Location"])
    assert "bà Tư Ví Dụ" not in shown and "ông Hai Mẫu" in shown


TIMES = {
    "weekday": "2", "counter": "1", "opens": "8:00", "closes": "10:00",
    "minutes": "30", "places": "2", "field": "Hộ tịch", "for_many": "1",
}  # fmt: skip
HOURS = "/vinh-thuan/office/timetable/"


@pytest.fixture
def head(client: Client, content: None, vinh_thuan: CentreRecord, hung: Person) -> Client:
    """Return the browser of the head, past the second step."""
    staff = hire(vinh_thuan, hung)
    client.post("/vinh-thuan/sign-in/", {"username": "head", "password": PASSWORD})
    session = client.session
    session["second_factor"] = staff.id
    session.save()
    return client


def laid_down(browser: Client, path: str = "", **typed: str) -> int:
    return browser.post(HOURS + path, {"key": str(uuid4()), **typed}).status_code


def test_the_head_lays_down_hours(head: Client, vinh_thuan: CentreRecord) -> None:
    assert laid_down(head, **TIMES) == 302
    shown = page(head, HOURS)
    assert "thứ Tư, 08:00–10:00" in shown and "Chỉ người nộp giúp nhiều nhà" in shown
    assert laid_down(head, **TIMES) == 409
    assert laid_down(head, **{**TIMES, "opens": "sáng", "places": "", "counter": "9"}) == 422
    (times,) = booking.timetables(vinh_thuan.id)
    assert (times.field, times.for_many, times.places) == ("Hộ tịch", True, 2)
    assert laid_down(head, f"{times.id}/end/") == 302
    assert booking.timetables(vinh_thuan.id) == ()


def test_the_head_closes_a_day_and_opens_it_again(head: Client, vinh_thuan: CentreRecord) -> None:
    assert laid_down(head, "closures/", day="mai") == 422
    assert laid_down(head, "closures/", day="26/11/2026", words="Tập huấn") == 302
    assert "<strong>thứ Năm, 26/11/2026</strong> (Tập huấn)" in page(head, HOURS)
    (closed,) = booking.closures(vinh_thuan.id)
    assert laid_down(head, f"closures/{closed.id}/end/") == 302
    assert booking.closures(vinh_thuan.id) == ()
