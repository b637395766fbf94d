"""The office: figures without people, closing a day, devices, shifts, an export."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.accounts import service as accounts
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.feedback import service as feedback
from donghanh.queue import service as queue
from donghanh.reports import service as reports
from tests.people import MONDAY_NINE, PASSWORD, PIN, Person, ba_tu, hire

ROOM = "/vinh-thuan/office/"
DAY = MONDAY_NINE.date()
EVENING = MONDAY_NINE.replace(hour=17)


@pytest.fixture
def head(client: Client, content: None, vinh_thuan: CentreRecord, hung: Person) -> Client:
    """Return the head's browser, past the second step."""
    staff = hire(vinh_thuan, hung)
    client.post("/vinh-thuan/sign-in/", {"username": "head", "password": PASSWORD})
    session = client.session
    session["second_factor"] = staff.id
    session.save()
    return client


@pytest.fixture
def supervisor(client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    """Return the browser of someone who sees figures only."""
    hire(vinh_thuan, Person("Bà Ví Dụ Giám", "supervisor", vinh_thuan.id, 9))
    client.post("/vinh-thuan/sign-in/", {"username": "supervisor", "password": PASSWORD})
    return client


@pytest.fixture
def one_visit(vinh_thuan: CentreRecord, hoa: Person, lan: Person) -> queue.CalledTicket:
    """Return the call of bà Tư, who was served and was pleased."""
    ticket = queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    counter = centres.counter(vinh_thuan.id, 1)
    called = queue.call_next(counter, by=lan, key=new_key())
    queue.close(vinh_thuan.id, called.call_id, by=lan, key=new_key())
    feedback.rate(vinh_thuan.id, ticket.slip_code, 3, by=CitizenActor(vinh_thuan.id), key=new_key())
    return called


def post(browser: Client, path: str, **fields: Any) -> Any:
    return browser.post(ROOM + path, {"key": str(uuid4()), **fields})


def test_a_stranger_signs_in_and_an_officer_has_no_office(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    assert 'name="password"' in client.get(ROOM).content.decode()
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    assert client.get(ROOM).status_code == 404


def test_the_head_passes_a_second_step(
    client: Client, vinh_thuan: CentreRecord, hung: Person
) -> None:
    hire(vinh_thuan, hung)
    client.post("/vinh-thuan/sign-in/", {"username": "head", "password": PASSWORD})
    assert "Nhập mã sáu số" in client.get(ROOM).content.decode()


def test_a_supervisor_sees_figures_and_nothing_else(supervisor: Client, one_visit: object) -> None:
    page = supervisor.get(ROOM).content.decode()
    for words in ("Lượt người", "Xin tiền người già", "Cần đọc giúp", "Hài lòng", "0 phút"):
        assert words in page
    assert "Ví Dụ Tư" not in page and "Thiết bị" not in page and "Đóng ngày" not in page
    for path in ("devices/", "staff/", f"days/{DAY.isoformat()}/", "exports/"):
        assert supervisor.get(ROOM + path).status_code == 404


def test_figures_cost_a_fixed_number_of_queries(
    supervisor: Client, one_visit: object, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    supervisor.get(ROOM)
    with django_assert_max_num_queries(16):
        supervisor.get(ROOM)


@pytest.mark.parametrize("typed", ["mai", "31/2/2026", "24/11/2026"])
def test_a_wrong_or_coming_day_is_said(supervisor: Client, typed: str) -> None:
    response = supervisor.get(ROOM, {"day": typed})
    page = response.content.decode()
    assert response.status_code == 422 and f'value="{typed}"' in page and "Lỗi: " in page


def test_a_day_closes_in_the_evening_and_its_people_are_forgotten(
    head: Client, one_visit: object, vinh_thuan: CentreRecord
) -> None:
    at = f"days/{DAY.isoformat()}/"
    early = post(head, at)
    assert early.status_code == 409 and "chưa xong" in early.content.decode()
    with frozen(EVENING):
        head.post(ROOM.replace("office", "sign-in"), {"username": "head", "password": PASSWORD})
        session = head.session
        session["second_factor"] = accounts.all_staff(vinh_thuan.id)[0].id
        session.save()
        assert "Đóng ngày" in head.get(ROOM).content.decode()
        assert post(head, at).status_code == 302
        page = head.get(ROOM).content.decode()
    assert reports.day(vinh_thuan.id, DAY).closed
    assert "Ngày này đã đóng" in page and "Cần đọc giúp" in page


def test_no_coming_or_nonsense_day_closes(head: Client) -> None:
    assert post(head, "days/2026-12-31/").status_code == 404
    assert post(head, "days/x/").status_code == 404


def test_a_device_code_is_shown_once(head: Client, vinh_thuan: CentreRecord, hung: Person) -> None:
    typed = {"kind": "board", "device_name": "Bảng sảnh", "seat": "8"}
    assert post(head, "devices/", **typed).status_code == 302
    first, second = (head.get(ROOM + "devices/").content.decode() for _ in range(2))
    assert "Mã ghi danh của" in first and "Mã ghi danh của" not in second
    (device,) = centres.devices(vinh_thuan.id)
    assert (device.name, device.farthest_seat_m) == ("Bảng sảnh", 8)
    post(head, f"devices/{device.id}/revocation/")
    assert centres.devices(vinh_thuan.id) == []


def test_a_wrong_device_keeps_what_was_typed(head: Client) -> None:
    response = post(head, "devices/", kind="tivi", device_name="Bảng sảnh", seat="5")
    page = response.content.decode()
    assert response.status_code == 422 and 'value="Bảng sảnh"' in page and "Lỗi: " in page


def test_a_shift_account_signs_in_with_what_was_shown_once(
    head: Client, vinh_thuan: CentreRecord, client: Client
) -> None:
    typed = {"name": "Nguyễn Thị Ví Dụ Bé", "ends_day": "23/11/2026", "ends_hour": "17h"}
    key = str(uuid4())
    for _ in range(2):
        post(head, "staff/", key=key, pin=PIN, **typed)
    shown = head.session["new_account"]
    page = head.get(ROOM + "staff/").content.decode()
    assert shown["password"] in page
    assert shown["password"] not in head.get(ROOM + "staff/").content.decode()
    browser = Client()
    typed_in = {"username": shown["username"], "password": shown["password"]}
    browser.post("/vinh-thuan/sign-in/", typed_in)
    assert browser.get("/vinh-thuan/reception/").status_code == 200
    names = [one.name for one in accounts.all_staff(vinh_thuan.id)]
    assert names.count("Nguyễn Thị Ví Dụ Bé") == 1


def test_two_of_one_name_get_two_logins(head: Client, vinh_thuan: CentreRecord) -> None:
    typed = {"name": "Ví Dụ", "ends_day": "23/11/2026", "ends_hour": "17:00", "pin": PIN}
    for _ in range(2):
        post(head, "staff/", **typed)
    logins = {one.login for one in accounts.all_staff(vinh_thuan.id)}
    assert {"vinh-thuan:vidu", "vinh-thuan:vidu2"} <= logins


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", ""), ("pin", "12"), ("ends_day", "mai"), ("ends_hour", "8:00"), ("ends_hour", "x")],
)
def test_a_wrong_shift_keeps_what_was_typed(head: Client, field: str, text: str) -> None:
    typed = {"name": "Ví Dụ", "ends_day": "23/11/2026", "ends_hour": "17:00", "pin": PIN}
    response = post(head, "staff/", **{**typed, field: text})
    page = response.content.decode()
    assert response.status_code == 422 and f'href="#{field}"' in page


def test_a_shift_is_made_longer(head: Client, vinh_thuan: CentreRecord, hoa: Person) -> None:
    staff = hire(vinh_thuan, hoa)
    at = f"staff/{staff.id}/shift/"
    assert post(head, at, ends_day="23/11/2026", ends_hour="20:00").status_code == 302
    (kept,) = (one for one in accounts.all_staff(vinh_thuan.id) if one.id == staff.id)
    assert kept.shift_ends_at == MONDAY_NINE.replace(hour=20)
    assert post(head, at, ends_day="x").status_code == 422
    assert post(head, "staff/99999/shift/").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite  # elsewhere the worker wants a connection of its own
def test_an_export_is_made_by_the_worker_and_kept_for_an_hour(
    head: Client, one_visit: object, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    key = str(uuid4())
    first, second = (post(head, "exports/", key=key, day="2026-11-23")["Location"] for _ in "ab")
    assert first == second
    page = head.get(first).content.decode()
    assert 'http-equiv="refresh"' in page and head.get(first + "file/").status_code == 404
    run_worker()
    assert "Tải tệp CSV" in head.get(first).content.decode()
    table = head.get(first + "file/").content.decode("utf-8-sig")
    assert "Lượt người,,1" in table and "Hài lòng,1" in table and "Tư" not in table


def run_worker() -> None:
    """Do what is queued, as the worker process does, and come back."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def test_an_export_of_another_centre_is_not_there(
    head: Client, lac_phuong: CentreRecord, settings: Settings, tmp_path: Path
) -> None:
    from donghanh.web.office.tasks import export_day

    settings.MEDIA_ROOT = tmp_path
    other = export_day.enqueue(lac_phuong.id, "2026-11-23")
    assert head.get(f"{ROOM}exports/{other.id}/").status_code == 404
    assert head.get(f"{ROOM}exports/{other.id}/file/").status_code == 404
    assert head.get(f"{ROOM}exports/x/").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite  # elsewhere the worker wants a connection of its own
def test_an_old_export_is_gone(head: Client, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    with frozen(MONDAY_NINE - timedelta(minutes=61)):
        at = post(head, "exports/", day="2026-11-23")["Location"]
        run_worker()
    response = head.get(at + "file/")
    assert response.status_code == 409 and "quá một giờ" in response.content.decode()
    assert not list(tmp_path.rglob("*.csv"))
