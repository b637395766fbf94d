"""A citizen at home, on a phone, with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .browser import PHONE, House, Window, window

pytestmark = pytest.mark.browser

FIRST_PAGE_BYTES_MAX = 60 * 1024
LATER_PAGE_BYTES_MAX = 30 * 1024


def bytes_of(opened: Window, path: str) -> int:
    """Return what a page and all it loads weighs on the line, compressed."""
    sizes: list[int] = []
    opened.page.on(
        "response", lambda answer: sizes.append(answer.request.sizes()["responseBodySize"])
    )
    opened.open(path)
    opened.page.wait_for_load_state("networkidle")
    return sum(sizes)


def test_a_grandchild_looks_up_the_old_age_allowance(house: House, browser: Browser) -> None:
    with window(house, browser, PHONE) as phone:
        page = phone.open("/vinh-thuan/")
        phone.check()
        page.get_by_label("Viết bằng lời thường").fill("tien nguoi gia")
        page.get_by_role("button", name="Tìm").click()
        phone.check()
        page.get_by_role("link", name="Xin tiền người già").first.click()
        phone.check()
        assert "Mang theo" in page.content() and "Lệ phí" in page.content()
        page.get_by_role("button", name="Từ đủ 75 tuổi").click()
        assert page.get_by_text("Trả lời lại từ đầu").is_visible()


def test_the_pages_work_with_script_off(house: House, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(house.address + "/vinh-thuan/")
    page.get_by_label("Viết bằng lời thường").fill("lam giay khai sinh")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Làm giấy khai sinh").first.click()
    assert page.get_by_role("heading", name="Mang theo").is_visible()
    context.close()


def test_the_first_page_is_light_and_later_ones_lighter(house: House, browser: Browser) -> None:
    with window(house, browser, PHONE) as phone:
        first = bytes_of(phone, "/vinh-thuan/")
        later = bytes_of(phone, "/vinh-thuan/procedures/1.001193/")
    assert first <= FIRST_PAGE_BYTES_MAX, first
    assert later <= LATER_PAGE_BYTES_MAX, later


def test_the_text_can_be_read(house: House, browser: Browser) -> None:
    with window(house, browser, PHONE) as phone:
        page = phone.open("/vinh-thuan/procedures/1.001193/")
        size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        heading = page.evaluate(
            "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
        )
        line = page.evaluate("parseFloat(getComputedStyle(document.body).lineHeight)")
        assert size >= 20 and heading >= 28 and line >= size * 1.5


def test_a_narrow_window_needs_no_sideways_scrolling(house: House, browser: Browser) -> None:
    with window(house, browser, {"width": 320, "height": 700}) as narrow:
        for path in ("/vinh-thuan/", "/vinh-thuan/procedures/1.001193/"):
            page = narrow.open(path)
            assert page.evaluate("document.documentElement.scrollWidth <= 320"), path
