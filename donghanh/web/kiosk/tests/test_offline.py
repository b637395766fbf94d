"""The kiosk without its server: what it keeps, what it hands in; and the slip on paper."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord, DeviceRecord
from donghanh.documents.tests.printer_double import OUT, printing
from donghanh.queue import service as queue
from donghanh.web.kiosk.sizes import mm_in_vmax, size_class
from tests.people import MONDAY_NINE, PENSION

ROOM = "/vinh-thuan/kiosk/"
CSS = Path(__file__).resolve().parents[2] / "static" / "kiosk.css"


@pytest.fixture
def kiosk(client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    """Return an enrolled kiosk."""
    by = SystemActor(vinh_thuan.id)
    code = centres.invite(vinh_thuan.id, "kiosk", "Máy thử", by=by, key=new_key())
    client.post(ROOM + "enrol/", {"code": code, "key": str(uuid4())})
    return client


def device(centre: CentreRecord) -> DeviceRecord:
    return centres.devices(centre.id)[0]


def fit(centre: CentreRecord, printer: str = "", inches: str = "15.6") -> None:
    fitting = centres.Fitting(Decimal(inches), 6, printer, False)
    by = SystemActor(centre.id)
    centres.fit_out(centre.id, device(centre).id, fitting, by=by, key=uuid4())


def hand_in(kiosk: Client, *numbers: dict[str, Any], sent_ms: int = 600_000) -> Any:
    body = json.dumps({"sent_ms": sent_ms, "numbers": numbers})
    return kiosk.post(ROOM + "numbers/", body, content_type="application/json")


def given(number: int, at_ms: int = 0) -> dict[str, Any]:
    return {"key": str(uuid4()), "number": number, "given_ms": at_ms}


def take(kiosk: Client) -> HttpResponse:
    typed = {"key": str(uuid4()), "code": PENSION, "group": ""}
    return kiosk.post(ROOM + "standing/", typed, follow=True)  # type: ignore[return-value]


def put_out(kiosk: Client) -> str:
    press = {"key": str(uuid4())}
    return kiosk.post(ROOM + "ticket/printing/", press, follow=True).content.decode()


def test_the_machine_learns_its_range_while_the_server_is_there(
    kiosk: Client, vinh_thuan: CentreRecord
) -> None:
    own = device(vinh_thuan)
    page = kiosk.get(ROOM).content.decode()
    assert f'data-first="{own.first_number}" data-last="{own.last_number}"' in page
    assert f'data-next="{own.first_number}"' in page and "csrfmiddlewaretoken" in page
    hand_in(kiosk, given(own.first_number))
    assert f'data-next="{own.first_number + 1}"' in kiosk.get(ROOM).content.decode()


def test_numbers_are_handed_in_once_and_answered_one_by_one(
    kiosk: Client, vinh_thuan: CentreRecord
) -> None:
    first = device(vinh_thuan).first_number
    numbers = [given(first), given(first + 1, 1), given(7, 2)]
    for _ in range(2):
        told = hand_in(kiosk, *numbers).json()["numbers"]
        assert [one["label"] for one in told] == [str(first), str(first + 1), ""]
        assert "dãy" in told[2]["refused"]
    assert queue.board(vinh_thuan.id).waiting == 2


@pytest.mark.parametrize("body", ["", "[]", '{"sent_ms": 1}', '{"sent_ms": 1, "numbers": [{}]}'])
def test_what_is_no_handing_in_is_refused(kiosk: Client, body: str) -> None:
    assert kiosk.post(ROOM + "numbers/", body, content_type="application/json").status_code == 400


def test_a_stranger_hands_in_nothing(client: Client, vinh_thuan: CentreRecord) -> None:
    assert hand_in(client, given(2001)).status_code == 404
    assert client.get(ROOM + "offline/").status_code == 404
    assert client.get(ROOM + "alive").status_code == 204


def test_the_page_that_stays_holds_nothing_of_anyone(kiosk: Client) -> None:
    page = kiosk.get(ROOM + "offline/").content.decode()
    assert "Máy chủ đang mất kết nối" in page and "csrf" not in page and "inch-15" in page
    worker = kiosk.get(ROOM + "worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert f'"{ROOM}";' in worker.content.decode()


def test_where_no_page_can_be_kept_it_is_said(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    said = "cần HTTPS để máy phát số khi mất máy chủ"
    assert said in kiosk.get(ROOM).content.decode()  # the test client's host is no loopback
    assert said not in kiosk.get(ROOM, headers={"host": "127.0.0.1"}).content.decode()
    assert said not in kiosk.get(ROOM, secure=True).content.decode()
    assert "chưa có HTTPS" in Client().get(ROOM).content.decode()


def test_a_slip_comes_out_and_a_second_one_says_so(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    with printing() as printer:
        fit(vinh_thuan, printer.address)
        assert "data-first" in take(kiosk).content.decode()
        assert "Phiếu đang ra" in put_out(kiosk)
        first = printer.picture().height
        printer.taken = b""
        page = put_out(kiosk)
        assert "In lại" in page and "data-first" not in page
        assert printer.picture().height > first and printer.cuts == 1


def test_no_paper_is_said_and_the_number_stays(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    with printing(OUT) as printer:
        fit(vinh_thuan, printer.address)
        take(kiosk)
        page = put_out(kiosk)
    assert "Máy hết giấy" in page and 'class="kiosk-number">1<' in page
    assert device(vinh_thuan).printer_state == "paper_out"
    assert queue.times_printed(vinh_thuan.id, 1) == 0
    assert "Máy in chưa trả lời" in put_out(kiosk)
    assert device(vinh_thuan).printer_state == "lost"


def test_without_a_printer_or_a_number_nothing_is_printed(kiosk: Client) -> None:
    assert kiosk.post(ROOM + "ticket/printing/", {"key": str(uuid4())})["Location"] == ROOM
    take(kiosk)
    assert kiosk.post(ROOM + "ticket/printing/", {"key": str(uuid4())})["Location"] == ROOM


def test_a_slip_that_is_asked_for_later_is_a_second_one(kiosk: Client) -> None:
    page = take(kiosk).content.decode()
    found = re.search(r'src="([^"]+form=png)"', page)
    assert found is not None
    first = kiosk.get(found[1].replace("&amp;", "&")).content
    with frozen(MONDAY_NINE + timedelta(minutes=11)):
        assert kiosk.get(found[1].replace("&amp;", "&")).content != first


@pytest.mark.parametrize("inches", centres.INCHES)
def test_a_target_is_twenty_millimetres_on_every_screen(inches: Decimal) -> None:
    name = size_class(inches, centres.INCHES)
    found = re.search(rf"\.{name} {{ --mm: ([.\d]+)vmax", CSS.read_text("utf-8"))
    assert found is not None
    assert float(found[1]) == pytest.approx(mm_in_vmax(inches), rel=0.002)


def test_an_odd_screen_counts_as_the_next_smaller_one() -> None:
    assert size_class(Decimal("19"), centres.INCHES) == "inch-15"
    assert size_class(Decimal("7"), centres.INCHES) == "inch-10"
