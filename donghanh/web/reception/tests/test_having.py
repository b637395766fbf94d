"""Who holds a number already: back in the line, or unwell; and the printers of the hall."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import PASSWORD, PENSION, Person, hire

ROOM = "/vinh-thuan/reception/"
DESK = "/vinh-thuan/desk/1/"


@pytest.fixture
def tablet(client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person) -> Client:
    """Return the volunteer's browser, signed in, with one number given."""
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    client.post(ROOM + "visit/", {"key": str(uuid4()), "code": PENSION, "seat": "ghế 3"})
    return client


@pytest.fixture
def officer(vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return an officer's browser, signed in."""
    hire(vinh_thuan, lan)
    browser = Client()
    browser.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return browser


def press(browser: Client, path: str, **typed: str) -> tuple[int, str]:
    answer = browser.post(path, {"key": str(uuid4()), **typed})
    return answer.status_code, answer.content.decode()


def own(tablet: Client, centre: CentreRecord) -> queue.WaitingTicket:
    held: queue.WaitingTicket = tablet.get(f"/{centre.slug}/reception/ticket/").context["ticket"]
    return held


@pytest.mark.parametrize("by_code", [False, True])
def test_who_fetched_a_paper_stands_where_they_stood(
    tablet: Client, vinh_thuan: CentreRecord, lan: Person, by_code: bool
) -> None:
    held = own(tablet, vinh_thuan)
    counter = centres.counter(vinh_thuan.id, 1)
    call = queue.call_next(counter, by=lan, key=new_key())
    assert press(tablet, ROOM + "held/back/", number="1")[0] == 409, "still at the counter"
    queue.park(vinh_thuan.id, call.call_id, by=lan, key=new_key())
    typed = held.slip_code.lower() if by_code else " 1 "
    status, page = press(tablet, ROOM + "held/back/", number=typed)
    assert status == 200 and "chỗ vẫn giữ" in page
    assert own(tablet, vinh_thuan).waiting_since == held.waiting_since
    assert press(tablet, ROOM + "held/back/", number=typed)[0] == 200


@pytest.mark.parametrize("number", ["", "77", "1x9", "bà Tư"])
def test_an_unknown_number_is_said_and_nobody_is_listed(tablet: Client, number: str) -> None:
    for path in ("held/back/", "held/urgent/"):
        status, page = press(tablet, ROOM + path, number=number)
        assert status == 409 and "<title>Lỗi: " in page and f'value="{number}"' in page
        assert PENSION not in page and "ghế 3" not in page


def test_urgent_is_asked_at_the_gate_and_decided_at_the_desk(
    tablet: Client, officer: Client, vinh_thuan: CentreRecord
) -> None:
    status, page = press(tablet, ROOM + "held/urgent/", number="1")
    assert status == 200 and "Đã báo cán bộ" in page
    assert [one.place for one in reception.help_calls(vinh_thuan.id)] == ["Số 1 cần làm gấp:"]
    assert "Đã báo cán bộ lúc" in tablet.get(ROOM + "ticket/").content.decode()
    desk = officer.get(DESK).content.decode()
    assert "Số 1 cần làm gấp" in desk and "ngồi ở ghế 3" in desk
    held = own(tablet, vinh_thuan)
    press(officer, f"{DESK}tickets/{held.id}/not-urgent/")
    assert "cần làm gấp</strong>" not in officer.get(DESK).content.decode()
    press(tablet, ROOM + "held/urgent/", number="1")
    press(officer, DESK + "calls/chosen/", label="1", reason="can_gap")
    assert own(tablet, vinh_thuan).waiting_since is None
    assert press(tablet, ROOM + "held/urgent/", number="1")[0] == 409


def test_who_was_set_aside_and_is_unwell_stands_in_the_line_again(
    tablet: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    held = own(tablet, vinh_thuan)
    call = queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    queue.park(vinh_thuan.id, call.call_id, by=lan, key=new_key())
    key = str(uuid4())
    for _ in range(2):
        assert press(tablet, ROOM + "held/urgent/", number="1", key=key)[0] == 200
    again = own(tablet, vinh_thuan)
    assert again.waiting_since == held.waiting_since and again.urgent_asked_at


def test_the_slip_comes_out_at_a_machine_of_the_hall(
    tablet: Client, vinh_thuan: CentreRecord
) -> None:
    by = SystemActor(vinh_thuan.id)
    assert "In tại" not in tablet.get(ROOM + "ticket/").content.decode()
    centres.invite(vinh_thuan.id, "kiosk", "Cửa chính", by=by, key=new_key())
    (device,) = centres.devices(vinh_thuan.id)
    fitting = centres.Fitting(Decimal("15.6"), 6, centres.CONSOLE, private_sound=False)
    centres.fit_out(vinh_thuan.id, device.id, fitting, by=by, key=new_key())
    assert "In tại “Cửa chính”" in tablet.get(ROOM + "ticket/").content.decode()
    status, _ = press(tablet, ROOM + "ticket/printing/", device="999")
    assert status == 302 and queue.times_printed(vinh_thuan.id, own(tablet, vinh_thuan).id) == 0
    press(tablet, ROOM + "ticket/printing/", device=str(device.id))
    assert queue.times_printed(vinh_thuan.id, own(tablet, vinh_thuan).id) == 1
    page = tablet.get(f"{ROOM}ticket/?printed={device.id}").content.decode()
    assert "Phiếu đang ra ở “Cửa chính”" in page
