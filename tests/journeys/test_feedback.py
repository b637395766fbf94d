"""How it went, in a real browser: a spoken rating at the kiosk, a complaint from a phone to its
end, a data error with its letter.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from donghanh.demo.service import PASSWORD

from .browser import DESK, KIOSK, PHONE, House, Window, window
from .people import let_in

pytestmark = pytest.mark.browser

CENTRE = "/vinh-thuan"


def rated_at_the_kiosk(kiosk: Window) -> None:
    """Press a face; every answer can be heard in the very words that stand on it."""
    page = kiosk.open(f"{CENTRE}/kiosk/")
    page.get_by_role("link", name="Chấm điểm").click()
    kiosk.check()
    face = page.get_by_role("button", name="Tạm được")
    heard = kiosk.context.request.get(kiosk.house.address + str(face.get_attribute("data-say")))
    assert heard.status in (200, 404)  # 404: no voice on this machine, the browser's own speaks
    face.click()
    page.get_by_role("link", name="Kể thêm").click()
    kiosk.check()
    for _ in range(8):
        page.locator("button[name=level]").last.click()
    expect(page.get_by_role("heading", name="Cảm ơn ông bà.")).to_be_visible()


def complained(phone: Window) -> str:
    """Take the one question's first way, be asked once more, and return the address to come to."""
    page = phone.open(f"{CENTRE}/opinions/")
    phone.check()
    page.get_by_role("link", name=re.compile("Góp ý để Trung tâm sửa")).click()
    page.locator("#words").fill("Tôi tố cáo cái ghế chờ gãy")
    page.get_by_label("Chuyện khác").check()
    page.get_by_role("button", name="Gửi góp ý").click()
    phone.check()
    page.get_by_label("Không phải, đây chỉ là góp ý").check()
    page.get_by_role("button", name="Gửi góp ý").click()
    expect(page.get_by_role("heading", name="Đã nhận góp ý")).to_be_visible()
    phone.check()
    return page.url.removeprefix(phone.house.address)


def test_said_answered_and_put_right(house: House, browser: Browser) -> None:
    with (
        window(house, browser, KIOSK) as kiosk,
        window(house, browser, PHONE) as phone,
        window(house, browser, DESK) as desk,
    ):
        let_in(kiosk, "vinh-thuan", "kiosk")
        rated_at_the_kiosk(kiosk)
        where = complained(phone)
        page = desk.sign_in(f"{CENTRE}/office/complaints/", "giamsat", PASSWORD)
        desk.check()
        page.locator(".told-row").last.click()
        desk.check()
        page.locator("#answer").fill("Đã thay ghế.")
        page.get_by_role("button", name="Ghi trả lời").click()
        phone.open(where)
        expect(phone.page.get_by_text("Đã thay ghế.")).to_be_visible()
        page.get_by_label("Vừa ý", exact=True).check()
        page.get_by_role("button", name="Khép lại").click()
        expect(page.get_by_role("heading", name="đã khép lại")).to_be_visible()
        desk.open(f"{CENTRE}/office/opinions/")
        desk.check()
    with window(house, browser, DESK) as counter:
        _put_right(counter)


def _put_right(counter: Window) -> None:
    page = counter.sign_in(f"{CENTRE}/office/data-errors/", "canbo", PASSWORD)
    counter.check()
    page.locator("#full_name").fill("Nguyễn Thị Ví Dụ")
    page.locator("#entry").fill("Ngày sinh")
    page.get_by_role("button", name="Ghi và soạn thư").click()
    expect(page.get_by_role("heading", name="1. Thư gửi Công an xã Vĩnh Thuận")).to_be_visible()
    counter.check()
    page.get_by_role("button", name="Đã gửi thư").click()
    expect(page.get_by_role("heading", name="đã gửi, chờ trả lời")).to_be_visible()
