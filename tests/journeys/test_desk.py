"""The desk by keyboard alone: how many keys a common visit takes, and every move with a line of 40.

The line is made through the same doors as everywhere; all people are made up.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from donghanh.demo.service import PASSWORD

from .browser import DESK, House, Window, window

pytestmark = pytest.mark.browser

DESK_PATH = "/lac-phuong/desk/1/"  # the walk uses the other centre
KEYS_MAX = 4
FREE, SERVING = ".desk-call", ".desk-number"
FILL = """
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.queue import service as queue
from donghanh.reception.service import Intake
ours = centre.by_slug("lac-phuong").id
for n in range(40):
    seated = n == 5
    queue.join(
        Intake(ours, ("1.001193",), needs=("ngoi_cho_tai_cho",) if seated else (),
               seat="ghế 3" if seated else ""),
        by=SystemActor(ours), key=new_key(), errand="question" if n % 8 == 7 else "full")
"""


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, letter: str, then: str) -> None:
        """Press one key and wait for what it brings: words, or a part of the desk by its class."""
        self.page.keyboard.press(letter)
        self.pressed += 1
        found = self.page.locator(then) if then.startswith(".") else self.page.get_by_text(then)
        expect(found.first).to_be_visible()
        self.page.wait_for_load_state()


@pytest.fixture(scope="module")
def desk(house: House, browser: Browser) -> Iterator[Window]:
    """Open a counter before a line of forty."""
    house.inside(FILL)
    with window(house, browser, DESK) as opened:
        opened.sign_in(DESK_PATH, "canbo", PASSWORD)
        yield opened


def test_common_visit_takes_four_keys_and_asks_for_nothing(desk: Window) -> None:
    keys = Keyboard(desk.page)
    expect(desk.page.get_by_text("40 người chờ")).to_be_visible()
    desk.check()
    keys.press("n", SERVING)
    keys.press("c", "Đủ giấy tờ")
    keys.press("a", "Đã nhận hồ sơ")
    keys.press("x", FREE)
    assert keys.pressed <= KEYS_MAX
    expect(desk.page.get_by_text("39 người chờ")).to_be_visible()


def test_question_takes_two_keys_and_the_next_is_called_with_the_same(desk: Window) -> None:
    keys = Keyboard(desk.page)
    keys.press("n", SERVING)
    first = desk.page.locator(".desk-number").inner_text()
    desk.page.keyboard.press("g")
    expect(desk.page.locator(".desk-number")).not_to_have_text(first)
    keys.press("x", FREE)


def test_visitor_steps_aside_and_comes_back_to_the_same_place(desk: Window) -> None:
    keys = Keyboard(desk.page)
    keys.press("n", SERVING)
    number = desk.page.locator(".desk-number").inner_text()
    keys.press("b", "Đi lấy giấy, giữ chỗ")
    desk.check()
    desk.page.get_by_role("button", name="Đi lấy giấy, giữ chỗ").click()
    expect(desk.page.get_by_text("1 người đang giữ chỗ")).to_be_visible()
    desk.check()
    desk.page.get_by_role("button", name="Đã quay lại").click()
    expect(desk.page.get_by_text("người đang giữ chỗ")).to_have_count(0)
    keys.press("n", SERVING)
    expect(desk.page.locator(".desk-number")).to_have_text(number)
    keys.press("x", FREE)


def test_who_sits_is_fetched_before_anyone_says_absent(desk: Window) -> None:
    page, keys = desk.page, Keyboard(desk.page)
    page.wait_for_load_state()
    page.keyboard.press("k")
    expect(page.get_by_label("Gọi đúng một số")).to_be_focused()
    page.keyboard.type("6")
    keys.press("Enter", "Ra tận chỗ mời")
    desk.check()
    keys.press("v", "nên chưa báo vắng được")
    keys.press("m", "Đã nhờ hướng dẫn lúc")
    keys.press("r", "Cán bộ đang hỗ trợ tại chỗ")
    desk.check()
    keys.press("r", "Ra tận chỗ mời")
    keys.press("v", FREE)


def test_counter_rests_and_works_again_with_one_key_each(desk: Window) -> None:
    keys = Keyboard(desk.page)
    desk.page.wait_for_load_state()
    keys.press("q", "Quầy tạm nghỉ")
    desk.check()
    keys.press("n", SERVING)
    keys.press("h", FREE)
