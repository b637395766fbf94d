"""A dossier from the desk's day to its result: asked once, sorry, ready, collected by a daughter.

It is taken in through the same doors as everywhere; all people are made up.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from donghanh.demo.service import PASSWORD

from .browser import DESK, PHONE, House, window
from .test_walk import said_by

pytestmark = pytest.mark.browser

DAY = "/lac-phuong/desk/2/day/"
TAKEN_IN = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"
django.setup()
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.dossier import service as dossier
from donghanh.reception import service as reception
from donghanh.reception.service import Intake
ours = centre.by_slug("lac-phuong").id
by = SystemActor(ours)
visit = reception.open_visit(Intake(ours, ("1.014027",)), by=by, key=new_key())
her = dossier.Applicant("Nguyễn Thị Ví Dụ Mơ", "000000004321", "Thôn Ví Dụ", "")
taken = dossier.Taken(her, ("Bản chính ví dụ",))
print(dossier.accept(ours, visit.id, "1.014027", by=by, key=new_key(), taken=taken).code)
"""


def find(page: Page, code: str) -> None:
    """Find the dossier by a name without accents, from the keyboard."""
    page.keyboard.press("t")
    page.keyboard.type("vi du mo")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=f"{code[:3]} {code[3:]}").first.click()


def ask_once(page: Page) -> None:
    """Ask for a paper, see that there is no second time, take it in."""
    page.get_by_text("yêu cầu bổ sung (một lần)").click()
    page.get_by_label("Cần bổ sung gì").fill("Giấy xác nhận")
    page.get_by_label("Lý do", exact=True).fill("Thiếu")
    page.get_by_role("button", name="Gửi yêu cầu bổ sung").click()
    expect(page.get_by_text("Đã yêu cầu bổ sung một lần rồi.")).to_be_visible()
    page.get_by_role("button", name="Đã nhận đủ giấy bổ sung").click()


def say_sorry(page: Page) -> None:
    """Give the one new date."""
    page.get_by_text("Xin lỗi và hẹn lại (một lần)").click()
    page.get_by_label("Ngày hẹn mới").fill("24/12/2030")
    page.get_by_label("Lý do chậm").fill("Chờ xác minh")
    page.get_by_role("button", name="Ghi xin lỗi và ngày mới").click()
    expect(page.get_by_text("24/12/2030").first).to_be_visible()


def give_to_daughter(page: Page) -> None:
    """Hand the result to a proxy, with the original."""
    page.get_by_role("button", name="Kết quả đã về đây").click()
    page.get_by_label("Người đi thay: giấy hẹn, giấy ủy quyền").check()
    page.get_by_label("Người đi thay là").select_option("con")
    page.get_by_label("Tên người nhận").fill("Chị Ví Dụ")
    page.get_by_label("Trả lại luôn").check()
    page.get_by_role("button", name="Trả kết quả", exact=True).click()
    expect(page.get_by_role("heading", name="Đã trả kết quả")).to_be_visible()


def test_from_the_desks_day_to_the_right_hands(house: House, browser: Browser) -> None:
    code = said_by(house, "-c", TAKEN_IN).split()[-1]
    with window(house, browser, DESK) as desk, window(house, browser, PHONE) as phone:
        page = desk.sign_in(DAY, "canbo", PASSWORD)
        expect(page.get_by_role("heading", name="Việc hồ sơ hôm nay")).to_be_visible()
        desk.check()
        find(page, code)
        ask_once(page)
        say_sorry(page)
        asked = phone.open("/lac-phuong/status/")
        asked.get_by_label("Mã trên phiếu hẹn").fill(code.lower())
        asked.get_by_label("Bốn số cuối").fill("4321")
        asked.get_by_role("button", name="Xem hồ sơ").click()
        expect(asked.get_by_text("24/12/2030").first).to_be_visible()
        phone.check()
        give_to_daughter(page)
        desk.check()
