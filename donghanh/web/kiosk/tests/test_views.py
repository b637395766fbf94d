"""The kiosk: enrolled devices only, three screens to a number, nothing kept of anyone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.accounts import service as accounts
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import BIRTH, MONDAY_NINE, PENSION, Person, hire

ROOM = "/vinh-thuan/kiosk/"
QUERIES_MAX = 10
PRESS_QUERIES_MAX = 18  # of a number: 15 of the verb, and centre, device, catalogue


def code_for(centre: CentreRecord, kind: str = "kiosk") -> str:
    """Return a new enrolment code."""
    return centres.invite(centre.id, kind, "Máy thử", by=SystemActor(centre.id), key=new_key())


@pytest.fixture
def kiosk(client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    """Return an enrolled kiosk."""
    client.post(ROOM + "enrol/", {"code": code_for(vinh_thuan), "key": str(uuid4())})
    return client


def take(kiosk: Client, **typed: str) -> str:
    """Take a number and return the page that shows it."""
    typed = {"key": str(uuid4()), "code": PENSION, "group": "", **typed}
    return kiosk.post(ROOM + "standing/", typed, follow=True).content.decode()


def test_a_browser_not_enrolled_is_told_why(client: Client, vinh_thuan: CentreRecord) -> None:
    response = client.get(ROOM)
    assert response.status_code == 200
    assert "Mã ghi danh" in response.content.decode()
    assert "Bàn hướng dẫn nộp hồ sơ trực tuyến" in response.content.decode()


def test_a_browser_not_enrolled_takes_no_number(client: Client, vinh_thuan: CentreRecord) -> None:
    assert client.get(ROOM + "standing/").status_code == 404
    assert client.post(ROOM + "standing/", {"key": str(uuid4())}).status_code == 404
    assert client.get(ROOM + "ticket/").status_code == 404
    assert queue.board(vinh_thuan.id).waiting == 0


def test_a_wrong_code_is_kept_and_explained(client: Client, vinh_thuan: CentreRecord) -> None:
    response = client.post(ROOM + "enrol/", {"code": "SAI", "key": str(uuid4())})
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Lỗi: " in page and 'value="SAI"' in page and 'href="#code"' in page


def test_the_token_lies_where_no_script_reads_it(
    client: Client, vinh_thuan: CentreRecord, settings: Settings
) -> None:
    typed = {"code": code_for(vinh_thuan), "key": str(uuid4())}
    cookie = client.post(ROOM + "enrol/", typed).cookies["device_kiosk"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["secure"]
    settings.SESSION_COOKIE_SECURE = True
    typed = {"code": code_for(vinh_thuan), "key": str(uuid4())}
    assert client.post(ROOM + "enrol/", typed).cookies["device_kiosk"]["secure"]


def test_a_code_for_a_board_leads_to_the_board(client: Client, vinh_thuan: CentreRecord) -> None:
    typed = {"code": code_for(vinh_thuan, "board"), "key": str(uuid4())}
    assert client.post(ROOM + "enrol/", typed)["Location"] == "/vinh-thuan/board/"
    assert "Mã ghi danh" in client.get(ROOM).content.decode()


def test_a_kiosk_of_one_centre_is_none_at_the_other(
    kiosk: Client, lac_phuong: CentreRecord
) -> None:
    assert "Mã ghi danh" in kiosk.get("/lac-phuong/kiosk/").content.decode()


def test_the_first_screen_has_eight_pictures_and_the_two_short_errands(kiosk: Client) -> None:
    page = kiosk.get(ROOM).content.decode()
    assert page.count("kiosk/standing/") == 10
    assert "Tôi chưa biết" in page and "?errand=result" in page and "?errand=question" in page
    assert "phát số đến" not in page, "the head has set no hours"


def ask(kiosk: Client, question: str) -> str:
    sent = {"q": question, "key": str(uuid4())}
    return kiosk.post(ROOM + "questions/", sent).content.decode()


def test_a_question_is_answered_from_the_record(kiosk: Client) -> None:
    page = ask(kiosk, "lam giay khai sinh can giay gi")
    assert "Ông bà mang:" in page and "Xem lại ngày" in page
    assert page.index(f"code={BIRTH}") < page.index("Lấy số, gặp cán bộ")
    assert kiosk.get(ROOM + "questions/").headers["Location"] == ROOM
    assert kiosk.post(ROOM + "questions/", {"q": " ", "key": str(uuid4())}).status_code == 302


def test_a_question_goes_on_until_the_first_screen(kiosk: Client) -> None:
    ask(kiosk, "làm giấy khai sinh")
    assert f"code={BIRTH}" in ask(kiosk, "thế hết bao nhiêu tiền?")
    kiosk.get(ROOM)
    assert f"code={BIRTH}" not in ask(kiosk, "thế hết bao nhiêu tiền?")


def test_two_needs_and_a_choice_are_pressed(kiosk: Client) -> None:
    page = ask(kiosk, "làm khai sinh cho cháu rồi xin nhập khẩu luôn")
    assert "hai việc" in page and page.count("standing/?code=") == 2
    assert 2 <= ask(kiosk, "sổ đỏ").count("standing/?code=") <= 4


def test_what_the_machine_does_not_know_calls_the_guide(
    kiosk: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    assert "Máy chưa hiểu" in ask(kiosk, "tui muốn hỏi cái chuyện hôm bữa đó")
    (call,) = reception.help_calls(vinh_thuan.id)
    assert "Đã báo rồi" in kiosk.get(ROOM + "coming/name/").content.decode()
    hire(vinh_thuan, hoa)
    staff = accounts.all_staff(vinh_thuan.id)[0]
    coming = Person(staff.name, "volunteer", vinh_thuan.id, staff.id)
    reception.take_call(vinh_thuan.id, call.id, by=coming, key=new_key())
    assert f"{staff.name} đang tới" in kiosk.get(ROOM + "coming/name/").content.decode()
    assert f"{staff.name} đang tới" in kiosk.get(ROOM + "coming/").content.decode()
    kiosk.get(ROOM)
    assert kiosk.get(ROOM + "coming/").status_code == 302
    assert kiosk.get(ROOM + "coming/name/").status_code == 204


def test_danger_is_answered_quietly_and_an_officer_brought(
    kiosk: Client, vinh_thuan: CentreRecord
) -> None:
    page = ask(kiosk, "chồng tôi đánh tôi")
    assert "<strong>113</strong>" in page and "Thoát nhanh" in page and "Nghe đọc" not in page
    sent = {"danger": "bao_luc", "key": str(uuid4())}
    for _ in range(2):
        kiosk.post(ROOM + "alarms/", sent)
    (alarm,) = reception.waiting_alarms(vinh_thuan.id)
    assert alarm.place == "Máy thử"
    assert "đánh" not in kiosk.get(ROOM + "coming/").content.decode()
    assert "Đã báo rồi" in kiosk.get(ROOM + "coming/name/").content.decode()
    assert unanswered(vinh_thuan) == 0


def test_the_guide_is_called_by_a_press(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    sent = {"key": str(uuid4())}
    assert kiosk.post(ROOM + "guide/", sent).headers["Location"] == ROOM + "coming/"
    assert len(reception.help_calls(vinh_thuan.id)) == 1


def unanswered(centre: CentreRecord) -> int:
    return len(enquiry.unanswered(centre.id))


def test_three_screens_lead_to_a_number(kiosk: Client) -> None:
    assert f"standing/?code={PENSION}" in kiosk.get(ROOM).content.decode()
    offer = kiosk.get(ROOM + "standing/", {"code": PENSION}).content.decode()
    assert "Không cần, cho tôi lấy số" in offer and "Từ 80 tuổi" in offer
    page = take(kiosk)
    assert 'class="kiosk-number">1<' in page
    assert 'content="20;url=/vinh-thuan/kiosk/"' in page


def test_standing_is_used_and_never_shown(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    page = take(kiosk, group="tu_80_tuoi")
    assert "80 tuổi" not in page and "Ưu tiên" not in page
    (waiting,) = queue.desk(centres.counter(vinh_thuan.id, 1)).waiting
    assert waiting.standing_level == 2


def test_not_knowing_is_enough(kiosk: Client) -> None:
    assert 'class="kiosk-number">1<' in take(kiosk, code="")


def test_an_unknown_procedure_is_not_there(kiosk: Client) -> None:
    assert kiosk.get(ROOM + "standing/", {"code": "9.999999"}).status_code == 404


def test_pressing_twice_gives_one_number(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    key = str(uuid4())
    assert 'class="kiosk-number">1<' in take(kiosk, key=key) and take(kiosk, key=key)
    assert queue.board(vinh_thuan.id).waiting == 1


def test_nothing_remains_after_the_first_screen(kiosk: Client) -> None:
    take(kiosk)
    response = kiosk.get(ROOM)
    assert "no-store" in response["Cache-Control"]
    assert kiosk.get(ROOM + "ticket/")["Location"] == ROOM


def test_nothing_remains_after_a_minute(kiosk: Client) -> None:
    take(kiosk)
    with frozen(MONDAY_NINE + timedelta(seconds=61)):
        assert kiosk.get(ROOM + "ticket/")["Location"] == ROOM


def test_a_page_costs_few_queries(
    kiosk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    kiosk.get(ROOM)  # fills the shelf of texts, once a worker
    take(kiosk)
    for path in ("ticket/", "", "standing/"):
        with django_assert_max_num_queries(QUERIES_MAX):
            kiosk.get(ROOM + path)
    with django_assert_max_num_queries(PRESS_QUERIES_MAX):
        kiosk.post(ROOM + "standing/", {"key": str(uuid4()), "code": BIRTH})


@pytest.mark.parametrize("errand", ["result", "question", "full"])
def test_an_errand_is_as_many_screens_and_known_to_the_desk(
    kiosk: Client, vinh_thuan: CentreRecord, errand: str
) -> None:
    offer = kiosk.get(ROOM + "standing/", {"errand": errand}).content.decode()
    assert f'name="errand" value="{errand}"' in offer
    take(kiosk, code="", errand=errand)
    (waiting,) = queue.desk(centres.counter(vinh_thuan.id, 1)).waiting
    assert waiting.errand == errand


def test_the_last_number_is_told_when_near_and_what_to_do_after_it(
    kiosk: Client, vinh_thuan: CentreRecord, open_hall: None
) -> None:
    assert "phát số đến" not in kiosk.get(ROOM).content.decode()
    with frozen(MONDAY_NINE.replace(hour=16, minute=5)):
        page = kiosk.get(ROOM).content.decode()
        assert "Hôm nay phát số đến khoảng 16:55." in page and "Khai sinh" in page
        assert "standing/" in page and kiosk.get(ROOM + "standing/").status_code == 200
    with frozen(MONDAY_NINE.replace(hour=16, minute=58)):
        page = kiosk.get(ROOM).content.decode()
        assert "Hôm nay đã hết số" in page and "standing/" not in page and 'name="q"' in page
        assert "07:30 thứ Tư, 25/11/2026" in page, "the 24th is a holiday"
        assert kiosk.get(ROOM + "standing/").status_code == 409
        refused = kiosk.post(ROOM + "standing/", {"key": str(uuid4()), "code": PENSION})
        assert refused.status_code == 409 and "25/11/2026" in refused.content.decode()
    assert queue.board(vinh_thuan.id).waiting == 0


def test_the_next_person_says_nothing_more_in_anothers_rating(kiosk: Client) -> None:
    given = kiosk.post(ROOM + "rating/", {"key": str(uuid4()), "face": "3"})["Location"]
    assert "Kể thêm" in kiosk.get(given).content.decode()
    kiosk.get(ROOM)
    assert kiosk.get(given)["Location"] == ROOM
