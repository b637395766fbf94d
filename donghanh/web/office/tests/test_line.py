"""The line at the office: what holds, what each counter calls, a trial made by the worker."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.web.office import line_tasks
from donghanh.web.office.line_inputs import extra_of, read_hall, read_trial
from tests.people import MONDAY_NINE, PASSWORD, Person, anybody, hire

ROOM = "/vinh-thuan/office/line/"
HOURS = {
    "morning_opens": "7:00",
    "morning_closes": "11h30",
    "afternoon_opens": "13:30",
    "afternoon_closes": "17",
}


@pytest.fixture
def head(client: Client, vinh_thuan: CentreRecord, hung: Person) -> Client:
    """Return the head's browser, past the second step."""
    staff = hire(vinh_thuan, hung)
    client.post("/vinh-thuan/sign-in/", {"username": "head", "password": PASSWORD})
    session = client.session
    session["second_factor"] = staff.id
    session.save()
    return client


def post(browser: Client, path: str, **fields: object) -> object:
    return browser.post(ROOM + path, {"key": str(uuid4()), **fields})


def test_hours_and_standing_are_laid_down_and_shown(head: Client, vinh_thuan: CentreRecord) -> None:
    post(head, "", lowest_standing="3", **HOURS)
    holds = queue.hall_rules(vinh_thuan.id)
    assert holds.lowest_standing == 3 and [hour.hour for hour in holds.hours] == [7, 11, 13, 17]
    page = head.get(ROOM).content.decode()
    assert 'value="11:30"' in page and "Các dòng trên, và: Mang thai" in page


def test_wrong_hours_are_said_beside_the_field(head: Client, vinh_thuan: CentreRecord) -> None:
    answer = head.post(ROOM, {"key": str(uuid4()), **HOURS, "morning_closes": "sáng"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Ghi giờ như 7:00" in page and 'value="sáng"' in page
    assert queue.hall_rules(vinh_thuan.id).spells == ()


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({**HOURS, "morning_closes": "6"}, "morning_closes"),
        ({"morning_opens": "7"}, "morning_closes"),
        ({**HOURS, "afternoon_opens": "11"}, "afternoon_opens"),
        ({}, None),
    ],
)
def test_hours_must_follow_one_another(typed: dict[str, str], wrong: str | None) -> None:
    assert list(read_hall(typed).errors) == ([wrong] if wrong else [])


def test_counter_calls_what_the_head_says(head: Client, vinh_thuan: CentreRecord) -> None:
    post(head, "counters/3/", errand=["result", "question"])
    third = centres.counter(vinh_thuan.id, 3)
    assert queue.errands(vinh_thuan.id)[third.id] == {"result", "question"}


def test_line_is_kept_overnight(head: Client, vinh_thuan: CentreRecord, hoa: Person) -> None:
    ticket = queue.join(anybody(vinh_thuan.id), by=hoa, key=new_key())
    post(head, "night/")
    assert queue.board(vinh_thuan.id).waiting == 0
    assert queue.ticket(vinh_thuan.id, ticket.id).joined_at.date() > MONDAY_NINE.date()


def test_trial_is_ordered_once_and_shown_when_made(
    head: Client, vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = str(uuid4())
    order = {"key": key, "counters": "8", "visits": "60", "extra": "8-10"}
    first, second = (head.post(ROOM + "trials/", order)["Location"] for _ in range(2))
    assert first == second and "Đang chạy thử" in head.get(first).content.decode()
    assert head.get(first + "picture/").status_code == 404
    monkeypatch.setattr(line_tasks, "DAYS", 1)
    from django.core.management import call_command

    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    page = head.get(first).content.decode()
    assert "25 %" in page and "thêm một quầy 8-10 giờ" in page
    assert head.get(first + "picture/").content.startswith(b"<svg")


def test_trial_of_another_centre_is_not_there(head: Client, lac_phuong: CentreRecord) -> None:
    other = line_tasks.try_hall.enqueue(lac_phuong.id, 8, 300, "")
    assert head.get(f"{ROOM}trials/{other.id}/").status_code == 404
    assert head.get(f"{ROOM}trials/x/").status_code == 404


def test_trial_typed_wrongly_is_said(head: Client, vinh_thuan: CentreRecord) -> None:
    answer = head.post(ROOM + "trials/", {"key": str(uuid4()), "counters": "0", "visits": "x"})
    assert answer.status_code == 422 and "Ghi một số từ 1 đến" in answer.content.decode()
    assert set(read_trial({"counters": "1", "visits": "9", "extra": "ba"}).errors) == {"extra"}
    with pytest.raises(ValueError, match="10:00-8:00"):
        extra_of("10-8")
