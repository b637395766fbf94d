"""Asking at home: the answer first, what goes on, two needs, danger, and a person to ask."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from donghanh.reception import service as reception
from donghanh.web.citizen.contact import CENTRE_PLACE, closed_words
from tests.people import BIRTH, MONDAY_NINE, Person

HOME = "/vinh-thuan/"


@pytest.fixture
def home(client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    """Return a browser at home."""
    return client


def asked(home: Client, question: str, **more: str) -> str:
    return home.get(HOME + "search/", {"q": question, **more}).content.decode()


def test_the_answer_stands_first_with_its_source_and_day(home: Client) -> None:
    page = asked(home, "khai sinh trễ hạn mất bao nhiêu tiền")
    assert "Chưa rõ: quá 60 ngày" in page and "Xem lại ngày" in page
    page = asked(home, "chirng thuc ban sao tir ban chinh")
    assert page.index("Ông bà mang:") < page.index("Hay là việc khác?")


def test_a_question_goes_on_by_its_address_alone(home: Client) -> None:
    page = asked(home, "làm giấy khai sinh")
    assert f"about={BIRTH}" in page and f'name="about" value="{BIRTH}"' in page
    assert "Thời hạn:" in asked(home, "Bao lâu thì xong?", about=BIRTH)
    assert "Thời hạn:" not in asked(home, "Bao lâu thì xong?")


def test_two_needs_have_two_answers(home: Client) -> None:
    page = asked(home, "làm khai sinh cho cháu rồi xin nhập khẩu luôn")
    assert page.count('class="part"') == 2 and "Ông bà có hai việc" in page


def test_danger_is_a_quiet_page_that_is_left_quickly(
    home: Client, vinh_thuan: CentreRecord
) -> None:
    page = asked(home, "chồng tôi đánh tôi")
    assert "tel:113" in page and "Ủy ban xã nhận tin báo ngay tại đây" in page
    assert "data-exit" in page and "sms:?body=" in page
    assert "<title>Hướng dẫn" in page and "chồng tôi" not in page
    assert enquiry.unanswered(vinh_thuan.id) == ()


def test_what_is_not_known_leads_to_a_person(home: Client) -> None:
    page = asked(home, "ờ cái đó đó hôm bữa")
    assert "/contact/?q=" in page and 'class="tile-row"' not in page


def test_suggestions_are_options(home: Client) -> None:
    page = home.get(HOME + "search/suggestions/", {"q": "khai si"}).content.decode()
    assert page.count('role="option"') >= 3
    assert home.get(HOME + "search/suggestions/").content.strip() == b""


def test_hours_and_number_are_told_or_said_to_be_unknown(
    home: Client, vinh_thuan: CentreRecord, hung: Person
) -> None:
    page = home.get(HOME + "contact/").content.decode()
    assert "điện thoại: Trung tâm chưa ghi" in page and "Giờ làm việc: Trung tâm chưa" in page
    for kind, value in (("phone", "0297 000 000"), ("hours", "7 giờ đến 17 giờ")):
        catalogue.add_local_fact(
            vinh_thuan.id, f"place:{CENTRE_PLACE}", kind, value, source="ví dụ", by=hung,
            key=new_key(),
        )  # fmt: skip
    page = home.get(HOME + "contact/").content.decode()
    assert "tel:0297 000 000" in page and "chưa rõ" not in page
    assert "7 giờ đến 17 giờ (ví dụ" in asked(home, "làm giấy khai sinh ở đâu")


@pytest.mark.parametrize(
    ("hour", "working", "says"),
    [
        (9, True, ""),
        (6, True, "thường đã nghỉ"),
        (17, True, "thường đã nghỉ"),
        (9, False, "Hôm nay"),
    ],
)
def test_whether_anybody_may_be_there(hour: int, working: bool, says: str) -> None:
    words = closed_words(MONDAY_NINE.replace(hour=hour), working=working)
    assert says in words and bool(says) == bool(words)


def left(home: Client, **typed: str) -> int:
    sent = {"key": str(uuid4()), "question": "mấy giờ mở cửa", "phone": "0912 345 678", **typed}
    return home.post(HOME + "contact/", sent).status_code


def test_a_question_is_left_with_consent_only(
    home: Client, vinh_thuan: CentreRecord, monday_nine: datetime
) -> None:
    with frozen(monday_nine + timedelta(hours=11)):
        assert left(home) == 422
        assert left(home, consent="1", phone="không có") == 422
        assert left(home, consent="1", question="mã OTP là 123456") == 422
        assert left(home, consent="1", called_as="mật khẩu abc") == 422
        assert reception.callbacks_waiting(vinh_thuan.id) == ()
        assert left(home, consent="1", text_only="1") == 302
        (kept,) = reception.callbacks_waiting(vinh_thuan.id)
        by = CitizenActor(vinh_thuan.id)
        assert reception.read_contact(vinh_thuan.id, kept.id, by=by).text_only
    assert "Đã nhận câu hỏi" in home.get(HOME + "contact/left/").content.decode()


def test_an_answer_costs_few_queries(
    home: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    asked(home, "làm giấy khai sinh")
    with django_assert_max_num_queries(12):
        asked(home, "làm giấy khai sinh ở đâu")
