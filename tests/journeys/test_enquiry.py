"""Asking: danger at the kiosk, a question left at home, and an answer at the desk by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from donghanh.demo.service import PASSWORD

from .browser import DESK, KIOSK, PHONE, House, Window, window
from .test_walk import second_factor

pytestmark = pytest.mark.browser

CENTRE = "/lac-phuong"
TARGET = 80  # 20 mm at the device's size is measured in the kiosk's own journey
BIRTH = "1.001193"
WARMING = 4  # first questions: each worker reads the content once, longer than a kiosk waits


@pytest.fixture(scope="module")
def head(house: House, browser: Browser) -> Iterator[Window]:
    """Return the head's window."""
    with window(house, browser, DESK) as opened:
        opened.sign_in(f"{CENTRE}/office/devices/", "chutich", PASSWORD, second_factor(house))
        yield opened


@pytest.fixture(scope="module")
def desk(house: House, browser: Browser) -> Iterator[Window]:
    """Return an officer's window at counter 1."""
    with window(house, browser, DESK) as opened:
        opened.sign_in(f"{CENTRE}/desk/1/", "canbo", PASSWORD)
        yield opened


@pytest.fixture(scope="module")
def kiosk(house: House, browser: Browser, head: Window) -> Iterator[Window]:
    """Return a kiosk that the office let in."""
    office = head.open(f"{CENTRE}/office/devices/")
    office.get_by_label("Máy lấy số").check()
    office.get_by_label("Tên", exact=True).fill("Máy số 1")
    office.get_by_role("button", name="Lấy mã ghi danh").click()
    with window(house, browser, KIOSK) as opened:
        for _ in range(WARMING):
            first = f"{house.address}{CENTRE}/search/?q=khai sinh"
            opened.context.request.get(first, timeout=60_000)
        page = opened.open(f"{CENTRE}/kiosk/")
        page.get_by_label("Mã ghi danh").fill(office.locator(".office-secret").inner_text())
        page.get_by_role("button", name="Ghi danh máy này").click()
        yield opened


def ask(kiosk: Window, question: str) -> None:
    page = kiosk.open(f"{CENTRE}/kiosk/")
    page.get_by_label("Việc khác").fill(question)
    page.get_by_role("button", name="Tìm", exact=True).click()


def test_keys_on_the_screen_write_vietnamese(kiosk: Window) -> None:
    page = kiosk.open(f"{CENTRE}/kiosk/")
    page.get_by_label("Việc khác").click()
    keys = page.locator("#keys")
    for key in (
        "k",
        "h",
        "a",
        "i",
        "cách",
        "t",
        "ư",
        "dấu hỏi",
        "cách",
        "h",
        "o",
        "a",
        "dấu huyền",
    ):
        keys.get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_label("Việc khác")).to_have_value("khai tử hoà")
    keys.get_by_role("button", name="Xóa", exact=True).click()
    expect(page.get_by_label("Việc khác")).to_have_value("khai tử ho")
    kiosk.check(target_min=TARGET)


def test_an_answer_and_a_follow_up_at_the_kiosk(kiosk: Window) -> None:
    ask(kiosk, "làm giấy khai sinh cần giấy gì")
    expect(kiosk.page.locator(".told")).to_contain_text("Ông bà mang:")
    kiosk.check(target_min=TARGET)
    kiosk.page.get_by_label("Hỏi thêm").fill("thế bao lâu thì xong")
    kiosk.page.get_by_role("button", name="Tìm", exact=True).click()
    expect(kiosk.page.locator(".told")).to_contain_text("Làm giấy khai sinh cho trẻ: Thời hạn")


def test_the_machine_that_does_not_know_brings_somebody(kiosk: Window, desk: Window) -> None:
    ask(kiosk, "tui muốn hỏi cái chuyện hôm bữa đó")
    expect(kiosk.page.get_by_text("Máy chưa hiểu")).to_be_visible()
    kiosk.check(target_min=TARGET)
    page = desk.open(f"{CENTRE}/desk/1/")
    row = page.locator(".strip-row", has_text="Máy số 1 cần người giúp")
    expect(row).to_be_visible()
    desk.check()
    row.get_by_role("button", name="Tôi tới").click()
    expect(kiosk.page.locator("#who-comes")).to_contain_text("đang tới chỗ ông bà")


def test_danger_at_the_kiosk_reaches_an_officer_and_the_heads_clock(
    kiosk: Window, desk: Window, head: Window
) -> None:
    ask(kiosk, "chồng tôi đánh tôi")
    kiosk.check(target_min=TARGET)
    kiosk.page.get_by_role("button", name="Mời cán bộ đến đây").click()
    kiosk.check(target_min=TARGET)
    page = desk.open(f"{CENTRE}/desk/1/")
    row = page.locator(".strip-now", has_text="mời cán bộ tới ngay")
    row.get_by_role("button", name="Tôi tới").click()
    expect(page.get_by_text("Mời vào phòng riêng")).to_be_visible()
    desk.check()
    expect(kiosk.page.locator("#who-comes")).to_contain_text("đang tới")
    clock = head.open(f"{CENTRE}/help/clock/")
    expect(clock.get_by_text("Thời hạn 12 giờ: còn 11 giờ 59 phút")).to_be_visible()
    head.check()
    page.get_by_label("Đã báo Chủ tịch Ủy ban xã").check()
    page.get_by_role("button", name="Ghi lại và khép").click()
    expect(page.get_by_text("Đã khép lại")).to_be_visible()


def test_quick_exit_leaves_no_way_back(kiosk: Window) -> None:
    ask(kiosk, "chồng tôi đánh tôi")
    kiosk.page.get_by_role("link", name="Thoát nhanh").click()
    expect(kiosk.page.locator("a.kiosk-tile").first).to_be_visible()
    kiosk.page.go_back()
    expect(kiosk.page.get_by_text("Gọi 113")).to_have_count(0)


def test_a_question_left_at_home_is_called_back(
    house: House, browser: Browser, desk: Window
) -> None:
    with window(house, browser, PHONE) as phone:
        page = phone.open(f"{CENTRE}/search/?q=ờ cái đó đó hôm bữa")
        phone.check()
        page.get_by_role("link", name="Hỏi người ở Trung tâm").click()
        page.get_by_label("Số điện thoại").fill("0912 345 678")
        page.get_by_role("button", name="Gửi câu hỏi").click()
        phone.check()
        page.get_by_label("Tôi đồng ý").check()
        page.get_by_role("button", name="Gửi câu hỏi").click()
        expect(page.get_by_text("Đã nhận câu hỏi").first).to_be_visible()
    office = desk.open(f"{CENTRE}/help/callbacks/")
    office.get_by_role("link", name="Để lại lúc").first.click()
    expect(office.get_by_role("link", name="Gọi 0912 345 678")).to_be_visible()
    desk.check()
    office.get_by_role("button", name="Đã gọi, đã trả lời").click()
    expect(office.get_by_text("Không còn ai chờ gọi lại")).to_be_visible()


def test_danger_and_suggestions_on_a_phone(house: House, browser: Browser) -> None:
    with window(house, browser, PHONE) as phone:
        page = phone.open(f"{CENTRE}/search/?q=chồng tôi đánh tôi")
        phone.check()
        assert "ch%E1%BB%93ng" not in page.url
        page.get_by_role("link", name="Thoát nhanh").click()
        expect(page.locator("h1")).to_contain_text("Sao y")
        page = phone.open(f"{CENTRE}/")
        page.get_by_role("combobox").press_sequentially("khai sinh")
        expect(page.get_by_role("option").first).to_be_visible()
        phone.check()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator(".told-first").first).to_be_visible()
        phone.check()


def test_two_keys_lead_to_the_answer_at_the_desk(desk: Window) -> None:
    page = desk.open(f"{CENTRE}/desk/1/")
    pressed = 0
    page.locator("h1").first.wait_for()
    page.keyboard.press("/")
    pressed += 1
    page.keyboard.type("khai sinh can giay gi")
    page.keyboard.press("Enter")
    pressed += 1
    expect(page.locator(".told-first").first).to_contain_text("Ông bà mang:")
    assert pressed == 2
    expect(page.locator("[data-first]")).to_be_focused()
    desk.check()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/procedures/{BIRTH}/")


def test_two_keys_lead_to_the_answer_at_the_gate(house: House, browser: Browser) -> None:
    with window(house, browser, DESK) as tablet:
        page = tablet.sign_in(f"{CENTRE}/reception/", "tinhnguyen", PASSWORD)
        page.locator("[data-ask]").wait_for()
        page.keyboard.press("/")
        page.keyboard.type("khai sinh can giay gi")
        page.keyboard.press("Enter")
        expect(page.locator("[data-first]")).to_be_focused()
        expect(page.locator(".found .note")).to_contain_text("Ông bà mang:")
