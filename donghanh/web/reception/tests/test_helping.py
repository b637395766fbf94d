"""Cards, writing, languages, situations, accounts and the interpreter's page."""

from __future__ import annotations

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import PASSWORD, Person, anybody, ba_tu, hire

ROOM = "/vinh-thuan/reception/"


def signed_in(centre: CentreRecord, person: Person) -> Client:
    hire(centre, person)
    client = Client()
    client.post(f"/{centre.slug}/sign-in/", {"username": person.role, "password": PASSWORD})
    return client


@pytest.fixture
def tablet(content: None, vinh_thuan: CentreRecord, hoa: Person) -> Client:
    return signed_in(vinh_thuan, hoa)


@pytest.fixture
def officer(content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    return signed_in(vinh_thuan, lan)


def words_of(client: Client, path: str) -> str:
    return unescape(client.get(path).content.decode())


def test_cards_are_eight_a_page_and_one_fills_the_screen(tablet: Client) -> None:
    page = words_of(tablet, ROOM + "cards/?page=2")
    assert page.count('class="tile"') == 8 and "Đọc giúp tôi" in page
    large = words_of(tablet, ROOM + "cards/?page=2&show=toi_met")
    assert "card-large" in large and "Tôi mệt" in large and 'class="tile"' not in large
    for wrong in ("0", "6", "x"):
        assert tablet.get(ROOM + "cards/", {"page": wrong}).status_code == 404


def test_the_writing_page_sends_nothing_and_works_without_script(tablet: Client) -> None:
    page = words_of(tablet, ROOM + "writing/?show=xin_cho")
    assert page.count("<p>Xin chờ một lát</p>") == 2, "on both sides"
    assert page.count('class="tile"') == 40
    written = page.split("<textarea", 1)[1].split(">", 1)[0]
    assert "name=" not in written and "data-never-sent" in written


def test_khmer_stands_at_its_centre_and_is_marked(tablet: Client) -> None:
    page = words_of(tablet, ROOM + "phrases/")
    km = reception.language("vinh-thuan", "km")
    assert all(phrase.words in page for phrase in km.phrases)
    assert "chưa người bản ngữ duyệt" in page and 'lang="km"' in page


def test_another_centre_says_that_it_has_none(
    content: None, lac_phuong: CentreRecord, mai: Person
) -> None:
    officer = signed_in(lac_phuong, mai)
    assert "chưa có câu dịch sẵn" in words_of(officer, "/lac-phuong/reception/phrases/")
    missing = officer.get("/lac-phuong/reception/phrases/?language=km")
    assert missing.status_code == 404


def test_the_plans_words_stand_above_ours(
    content: None, lac_phuong: CentreRecord, mai: Person
) -> None:
    page = words_of(signed_in(lac_phuong, mai), "/lac-phuong/reception/scenarios/")
    plan = {one.id: one for one in centres.plan("lac-phuong").scenarios}
    for one in reception.situations():
        verbatim = plan[one.id]
        for line in (verbatim.situation, verbatim.difficulty, verbatim.handling):
            assert line in page
        assert page.index(verbatim.handling) < page.index(one.now[0])
    assert page.count("Cách làm hiện nay") == 6 and page.count("phần mềm thêm") == 6


def test_where_the_plan_has_no_table_the_page_says_so(tablet: Client) -> None:
    page = words_of(tablet, ROOM + "scenarios/")
    assert "không có bảng tình huống" in page and "Kế hoạch của xã ghi" not in page


def test_a_volunteer_is_told_to_bring_an_officer_for_an_account(
    tablet: Client, officer: Client
) -> None:
    assert words_of(tablet, ROOM + "accounts/").count("việc này mời người khác") == 4
    assert words_of(officer, ROOM + "accounts/").count("việc này mời người khác") == 2


def test_the_desk_shows_what_the_needs_turn_on(
    officer: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    needs = ("nghe_thay_nhin", "thong_dich", "chua_co_vneid")
    queue.join(anybody(vinh_thuan.id, needs=needs), by=lan, key=new_key())
    queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    page = words_of(officer, "/vinh-thuan/desk/1/")
    for words in ("In phiếu cắt góc", "Bản chữ thường", "Ghi người thông dịch", "Giúp tài khoản"):
        assert words in page
    assert "Chưa có VNeID hoặc chưa định danh" in page and "Thẻ hình" not in page


def test_an_interpreter_is_noted_by_an_officer(
    officer: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    visit = reception.open_visit(ba_tu(vinh_thuan.id), by=lan, key=new_key())
    path = f"{ROOM}interpreters/{visit.slip_code}/"
    typed = {"key": str(uuid4()), "name": "Danh Ví Dụ", "language": "Khmer", "relation": "cháu"}
    refused = officer.post(path, typed)
    assert refused.status_code == 422 and "Phải là người lớn" in refused.content.decode()
    assert "Danh Ví Dụ" in refused.content.decode()
    secret = officer.post(path, {**typed, "adult": "1", "no_interest": "1", "name": "OTP 834021"})
    assert secret.status_code == 422 and "Không ghi mã này vào đây" in secret.content.decode()
    assert officer.post(path, {**typed, "adult": "1", "no_interest": "1"}).status_code == 302
    assert "Đã ghi: <strong>Danh Ví Dụ" in officer.get(path).content.decode()
