"""The office says a word to everyone; it shows where people look, and ends."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.queue import service as queue
from tests.people import MONDAY_NINE, PASSWORD, Person, anybody, hire

PAGE = "/vinh-thuan/office/notices/"
WORDS = "Hôm nay Cổng tỉnh chậm."
TYPED = {"words": WORDS, "ends_day": "23/11/2026", "ends_hour": "17:00"}
SHOWN_ON = ("", "search/not-meant/", "board/", "board/state", "office/notices/")


@pytest.fixture
def officer(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return the browser of a counter officer."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


def post(browser: Client, path: str = PAGE, **fields: str) -> int:
    return browser.post(path, {"key": str(uuid4()), **fields}).status_code


def page(browser: Client, path: str) -> str:
    return browser.get(f"/vinh-thuan/{path}").content.decode()


def test_it_shows_everywhere_until_its_end(officer: Client) -> None:
    assert post(officer, **TYPED) == 302
    assert all(WORDS in page(officer, path) for path in SHOWN_ON)
    with frozen(MONDAY_NINE + timedelta(hours=8)):
        assert not any(WORDS in page(officer, path) for path in SHOWN_ON)


def test_the_board_hears_of_it_and_of_its_end(officer: Client) -> None:
    path = "/vinh-thuan/board/state"
    marks = [officer.get(path)["ETag"]]
    post(officer, **TYPED)
    marks.append(officer.get(path)["ETag"])
    unchanged = officer.get(path, headers={"If-None-Match": marks[1]})
    with frozen(MONDAY_NINE + timedelta(hours=8)):
        marks.append(officer.get(path)["ETag"])
    assert unchanged.status_code == 304
    assert marks[0] == marks[2] != marks[1]


def test_it_is_printed_on_the_number(
    officer: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    post(officer, **TYPED)
    ticket = queue.join(anybody(vinh_thuan.id), by=hoa, key=new_key())
    slip = officer.get(f"/vinh-thuan/paper/ticket/{ticket.slip_code}/?size=80mm")
    assert WORDS in words_of(slip.content)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": ""}, "Ghi lời nhắn."),
        ({"ends_day": "mai"}, "Ghi ngày giờ hết hạn"),
        ({"ends_hour": "08:00"}, "đã qua"),
    ],
)
def test_what_is_typed_wrong_stays(officer: Client, wrong: dict[str, str], said: str) -> None:
    response = officer.post(PAGE, {"key": str(uuid4()), **TYPED, **wrong})
    shown = response.content.decode()
    assert response.status_code == 422 and "<title>Lỗi: " in shown
    assert said in shown and {**TYPED, **wrong}["words"] in shown


def test_it_is_taken_away(officer: Client, vinh_thuan: CentreRecord) -> None:
    post(officer, **TYPED)
    (notice,) = vinh_thuan_notices()
    assert officer.get(f"{PAGE}{notice}/end/").status_code == 302
    assert vinh_thuan_notices() == [notice]
    assert post(officer, f"{PAGE}{notice}/end/") == 302
    assert vinh_thuan_notices() == []
    assert post(officer, f"{PAGE}{notice}/end/") == 404


def vinh_thuan_notices() -> list[int]:
    """Return the ids of what stands."""
    from donghanh.centre import service as centres

    return [notice.id for notice in centres.by_slug("vinh-thuan").notices]


def test_a_full_board_says_when_there_is_room(officer: Client) -> None:
    post(officer, **TYPED)
    post(officer, **{**TYPED, "words": "Mẫu mới ở bàn 3."})
    assert post(officer, **TYPED) == 409


def test_a_volunteer_posts_nothing(client: Client, vinh_thuan: CentreRecord, hoa: Person) -> None:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    assert post(client, **TYPED) == 404
