"""Unanswered questions at the office: seen, taught in two clicks, undone."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from tests.people import BIRTH, PASSWORD, Person, hire

PAGE = "/vinh-thuan/office/enquiries/"
STRANGE = "xin tờ ngoéo tay"
UNKNOWN = enquiry.Answer(enquiry.UNKNOWN, (), None, "", (), None)
SUBJECT = f"procedure:{BIRTH}"


def keep(place: CentreRecord, *questions: str) -> None:
    for question in questions:
        enquiry.keep_unanswered(question, UNKNOWN, centre_id=place.id, place="kiosk")


@pytest.fixture
def officer(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return the browser of a counter officer."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


def post(browser: Client, path: str, **fields: Any) -> Any:
    return browser.post(path, {"key": str(uuid4()), **fields}, follow=True)


def words(response: Any) -> str:
    return str(response.content.decode())


def test_the_largest_group_stands_first(
    officer: Client, vinh_thuan: CentreRecord, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    keep(vinh_thuan, "mâm xà cừ", STRANGE, STRANGE)
    with django_assert_max_num_queries(10):
        page = words(officer.get(PAGE))
    assert page.index(STRANGE) < page.index("mâm xà cừ")
    assert "Hỏi 2 lần" in page and "Máy chưa hiểu" in page and "máy lấy số" in page


def test_two_clicks_teach_it_and_one_undoes_it(officer: Client, vinh_thuan: CentreRecord) -> None:
    keep(vinh_thuan, STRANGE)
    link = re.findall(rf'href="({PAGE}\d+/)"', words(officer.get(PAGE)))[0]
    choices = re.findall(r'name="subject" value="(procedure:[^"]+)"', words(officer.get(link)))
    assert len(choices) == 3
    done = words(post(officer, link, subject=choices[0], said=STRANGE, text=[STRANGE]))
    code = choices[0].removeprefix("procedure:")
    assert "Đã dạy máy" in done and "Không còn câu nào" in done
    assert enquiry.ask(STRANGE, centre_id=vinh_thuan.id).procedures[0].code == code
    undo = re.findall(rf'action="({PAGE}reviews/\d+/undoing/)"', done)[0]
    assert STRANGE in words(post(officer, undo))
    assert "Việc này đã hoàn tác" in words(post(officer, undo))


def test_another_procedure_is_searched_for(officer: Client, vinh_thuan: CentreRecord) -> None:
    keep(vinh_thuan, STRANGE)
    group = enquiry.unanswered(vinh_thuan.id)[0].id
    page = words(officer.get(f"{PAGE}{group}/", {"q": "làm giấy khai sinh"}))
    assert f'value="{SUBJECT}"' in page


def test_not_ours_and_left(officer: Client, vinh_thuan: CentreRecord) -> None:
    keep(vinh_thuan, STRANGE, "mâm xà cừ")
    for subject, said in (("topic:khong_thuoc_xa", "Không thuộc xã"), ("", "Đã bỏ qua")):
        group = enquiry.unanswered(vinh_thuan.id)[0].id
        assert said in words(post(officer, f"{PAGE}{group}/", subject=subject))


def test_what_would_mislead_is_said_in_place(officer: Client, vinh_thuan: CentreRecord) -> None:
    keep(vinh_thuan, STRANGE)
    group = enquiry.unanswered(vinh_thuan.id)[0].id
    response = post(officer, f"{PAGE}{group}/", subject=SUBJECT, said="tờ số 12")
    assert response.status_code == 409
    assert "Câu có số" in words(response) and "tờ số 12" in words(response)
    assert enquiry.unanswered(vinh_thuan.id)


def test_a_phrase_nobody_asked_is_noted_and_withdrawn(
    officer: Client, vinh_thuan: CentreRecord
) -> None:
    path = f"{PAGE}phrases/"
    typed = {"said": STRANGE, "code": f"{BIRTH} Khai sinh", "source": "người ở ấp"}
    assert STRANGE in words(post(officer, path, **typed))
    again = post(officer, path, **typed)
    assert again.status_code == 409 and "ghi rồi" in words(again)
    (phrase,) = enquiry.phrases(vinh_thuan.id)
    post(officer, f"{path}{phrase.id}/end/")
    assert enquiry.phrases(vinh_thuan.id) == ()


def test_the_digital_team_teaches_a_volunteer_does_not(
    client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    hire(vinh_thuan, Person("Võ Văn Ví Dụ", "digital_team", vinh_thuan.id, 105))
    for username, status in (("volunteer", 404), ("digital_team", 200)):
        browser = Client()
        browser.post("/vinh-thuan/sign-in/", {"username": username, "password": PASSWORD})
        assert browser.get(PAGE).status_code == status
