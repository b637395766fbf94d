"""Telling people and booking a time, in a real browser: a time booked at home with a reminder, a
person told on the telephone, a hamlet's list. A letter by the machine: see test_dossier.py.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from donghanh.demo.service import PASSWORD

from .browser import DESK, PHONE, TABLET, House, Window, window
from .people import agreed

pytestmark = pytest.mark.browser

CENTRE = "/vinh-thuan"
OUTBOX = f"{CENTRE}/office/outbox/"
TELLING = f"{CENTRE}/desk/1/dossiers/{{}}/telling/"
HER = "bà Tư Ví Dụ, nhà cạnh đình"

# A dossier, and hours on every day of the week: what other journeys walk to.
PREPARED = """
from datetime import time
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.booking import service as booking
from donghanh.centre import service as centres
from donghanh.dossier import service as dossiers
from donghanh.reception import service as reception
here = centres.by_slug("vinh-thuan").id
by, counter = SystemActor(here), centres.counter(here, 1).id
for day in range(5):
    times = booking.Timetable(0, counter, day, time(8), time(9), 30, 3)
    booking.set_timetable(here, times, by=by, key=new_key())
visit = reception.open_visit(reception.Intake(here), by=by, key=new_key())
for _ in range(2):
    print(dossiers.accept(here, visit.id, "1.014027", by=by, key=new_key()).id)
"""

TOLD = """
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.dossier import service as dossiers
from donghanh.messaging import service as messaging
here = centres.by_slug("vinh-thuan").id
for one in {dossiers}:
    dossiers.note_ready(here, one, by=SystemActor(here), key=new_key())
dossiers.tell_news(here)
messaging.order_carrying(here)
"""


def walked(opened: Window, path: str, sizes: tuple[dict[str, int], ...]) -> None:
    """Look at a page at its sizes."""
    for size in sizes:
        opened.page.set_viewport_size(size)  # type: ignore[arg-type]
        opened.open(path)
        opened.check()
        wide = opened.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], f"{path} scrolls sideways"


def booked_at_home(phone: Window) -> str:
    """Book the first time there is, by taps, and return its code."""
    page = phone.open(f"{CENTRE}/")
    page.get_by_role("link", name="Đặt lịch hẹn").click()
    phone.check()
    page.get_by_role("link", name="Việc khác").click()
    phone.check()
    page.locator(".booking-days a").first.click()
    phone.check()
    page.get_by_role("link", name="8 giờ", exact=True).click()
    page.get_by_text("Muốn được nhắc").click()
    page.get_by_label("Thư điện tử", exact=True).check()
    page.locator("#address").fill("vidu@mau.vn")
    page.get_by_role("button", name="Đặt giờ này").click()
    expect(page.get_by_role("heading", name="Còn chỗ chưa đúng")).to_be_visible()
    phone.check()
    page.locator("#consent").check()
    page.get_by_role("button", name="Đặt giờ này").click()
    phone.check()
    return page.locator(".booking-code").inner_text()


def test_people_are_told_and_choose_their_time(house: House, browser: Browser) -> None:
    called, visited = house.inside(PREPARED).split()
    with window(house, browser, PHONE) as phone, window(house, browser, DESK) as desk:
        code = booked_at_home(phone)
        desk.sign_in(OUTBOX, "canbo", PASSWORD)
        agreed(desk, TELLING.format(called), "Gọi điện", address="0912 345 678")
        agreed(desk, TELLING.format(visited), "Nhờ Trưởng ấp báo", person=HER, hamlet="Ấp Ví Dụ")
        desk.check()
        house.inside(TOLD.format(dossiers=[int(called), int(visited)]))
        _the_rest_is_done_by_hand(desk)
        gate = f"{CENTRE}/reception/appointments/"
        walked(desk, f"{gate}?code={code.replace(' ', '')}", (TABLET, PHONE))


def _the_rest_is_done_by_hand(desk: Window) -> None:
    walked(desk, OUTBOX, (TABLET, DESK))
    page = desk.page
    expect(page.get_by_text("0912")).to_have_count(0)
    page.get_by_role("link", name=re.compile("Gọi điện")).click()
    expect(page.get_by_role("link", name="Gọi 0912 345 678")).to_be_visible()
    desk.check()
    page.get_by_role("button", name="Đã báo").click()
    page.get_by_role("button", name="Lập danh sách 1 người").click()
    desk.check()
    href = page.get_by_role("link", name="In danh sách").get_attribute("href") or ""
    assert desk.context.request.get(desk.house.address + href).body().startswith(b"%PDF")
    page.get_by_role("group", name=HER).get_by_label("Đã báo").check()
    page.get_by_role("button", name="Ghi lại").click()
    expect(page.get_by_text("Lập danh sách")).to_have_count(0)
