"""Somebody alone at the kiosk: three screens to a number, and nothing of them stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from donghanh.demo.service import PASSWORD

from .browser import DESK, KIOSK, House, Window, window
from .test_walk import second_factor

pytestmark = pytest.mark.browser

CENTRE = "/lac-phuong"
KIOSK_UPRIGHT = {"width": 1080, "height": 1920}
TARGET = 111  # 20 mm on a 15.6 inch screen 1920 px wide


@pytest.fixture(scope="module")
def kiosk(house: House, browser: Browser) -> Iterator[Window]:
    """Return a kiosk of Lạc Phượng that the office let in."""
    with window(house, browser, DESK) as desk, window(house, browser, KIOSK) as kiosk:
        code = second_factor(house)
        office = desk.sign_in(f"{CENTRE}/office/devices/", "chutich", PASSWORD, code)
        office.get_by_label("Máy lấy số").check()
        office.get_by_label("Tên", exact=True).fill("Máy cửa chính")
        office.get_by_role("button", name="Lấy mã ghi danh").click()
        page = kiosk.open(f"{CENTRE}/kiosk/")
        page.get_by_label("Mã ghi danh").fill(office.locator(".office-secret").inner_text())
        page.get_by_role("button", name="Ghi danh máy này").click()
        yield kiosk


def test_three_screens_lead_to_a_number(kiosk: Window) -> None:
    page = kiosk.open(f"{CENTRE}/kiosk/")
    kiosk.check(target_min=TARGET)
    page.locator("a.kiosk-tile").first.click()
    kiosk.check(target_min=TARGET)
    page.get_by_role("button", name="Không cần, cho tôi lấy số").click()
    expect(page.locator(".kiosk-number")).to_have_text(re.compile(r"\d+"))
    kiosk.check(target_min=TARGET)


def test_who_fetches_a_result_has_as_few_screens(kiosk: Window) -> None:
    page = kiosk.open(f"{CENTRE}/kiosk/")
    for size in (KIOSK_UPRIGHT, KIOSK):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        tall = page.evaluate("document.documentElement.scrollHeight")
        assert tall <= size["height"], "all of it is seen at once"
        kiosk.check(target_min=TARGET)
    page.get_by_role("link", name="Nhận kết quả").click()
    page.get_by_role("button", name="Không cần, cho tôi lấy số").click()
    expect(page.locator(".kiosk-number")).to_have_text(re.compile(r"\d+"))


def test_nothing_of_the_last_person_stays(kiosk: Window) -> None:
    page = kiosk.page
    page.get_by_role("link", name="Xong").click()
    page.go_back()
    expect(page.locator("a.kiosk-tile").first).to_be_visible()  # it may have reloaded by itself
    expect(page.locator(".kiosk-number")).to_have_count(0)
    page.reload()
    expect(page.locator("a.kiosk-tile").first).to_be_visible()
    expect(page.locator(".kiosk-number")).to_have_count(0)


def test_a_browser_that_nobody_let_in_gives_no_number(house: House, browser: Browser) -> None:
    with window(house, browser, KIOSK) as stranger:
        page = stranger.open(f"{CENTRE}/kiosk/")
        expect(page.get_by_text("Máy này chưa là máy lấy số")).to_be_visible()
        stranger.check()


def test_the_ear_is_not_met_by_tab_and_answers_to_its_key(kiosk: Window) -> None:
    page = kiosk.open(f"{CENTRE}/kiosk/")
    expect(page.get_by_role("button", name="Nghe đọc")).to_be_visible()
    met = []
    for _ in range(8):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert "Nghe đọc" not in met and "Khai sinh" in met
    with page.expect_request("**/listen/**"):
        page.keyboard.press("Alt+l")
    page.keyboard.press("Escape")
    expect(page.locator(".reading")).to_have_count(0)
