"""A birth at home, the parents not married: the form filled together, by keys and by taps.

Afterwards nobody finds anything of it: not by "back", not by "reload", not in a second tab, and not
once the next number was called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from donghanh.base.clock import today
from donghanh.demo.service import PASSWORD

from .browser import DESK, PATIENCE, TABLET, House, Window, window

pytestmark = pytest.mark.browser

ROOM = "/vinh-thuan/interview/"
COUNTER = 3  # nobody else's journey comes here
MOTHER, CHILD = "Nguyễn Thị Ví Dụ Sáu", "Trần Bé Ví Dụ"
IDLE = 'data-idle="300"'
TABS_MAX = 9  # from the top of a page to its first answer
ARRIVED = """
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.queue import service as queue
from donghanh.reception.service import Intake
ours = centre.by_slug("vinh-thuan").id
for n in range(2):
    joined = queue.join(Intake(ours, ("1.001193",)), by=SystemActor(ours), key=new_key())
    print(joined.slip_code)
"""
# Question -> what is typed, or which choice by its place; the others are not known.
SAID: dict[str, tuple[str, ...] | int] = {
    "nguoi_yeu_cau.quan_he": 1,
    "cha_me.ket_hon": 2,
    "cha.ghi_ten": 2,
    "nguoi_yeu_cau.ho_ten": (MOTHER,),
    "nguoi_yeu_cau.ngay_sinh": ("5", "3", "1998"),
    "nguoi_yeu_cau.co_so": 1,
    "tre.ho_ten": (CHILD,),
    "tre.ngay_sinh": (str(today().day), str(today().month), str(today().year)),
    "tre.gioi_tinh": 2,
    "tre.sinh_o": 2,
    "ban_sao.xin": 2,
    "chu_ky": 2,
}


@pytest.fixture(scope="module")
def slips(house: House) -> list[str]:
    """Return the slips of two who came for a birth."""
    return house.inside(ARRIVED).split()[-2:]


@pytest.fixture(scope="module")
def desk(house: House, browser: Browser) -> Iterator[Window]:
    with window(house, browser, DESK) as opened:
        yield opened


@pytest.fixture
def tablet(house: House, browser: Browser) -> Iterator[Window]:
    context = browser.new_context(
        viewport=TABLET,  # type: ignore[arg-type]
        locale="vi-VN",
        has_touch=True,
    )
    context.set_default_timeout(PATIENCE)
    yield Window(house, context)
    context.close()


def tab_to(page: Page, what: str) -> None:
    """Press Tab until something is reached."""
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"{what} is out of reach on {page.url}")


def choose(page: Page, place: int) -> None:
    """Choose an answer by keys."""
    tab_to(page, "#asked input[type=radio]")
    page.keyboard.press("Space")
    for _ in range(place - 1):
        page.keyboard.press("ArrowDown")


def answer(page: Page, question: str) -> None:
    """Answer a question by keys alone; what was not said is not known."""
    said = SAID.get(question)
    if question == "tre.sinh_tai_nha":
        choose(page, 1)
        page.keyboard.press("Enter")
        expect(page.get_by_label("Thôn, ấp, số nhà nào ạ?")).to_be_focused()
        page.keyboard.type("Ấp Ví Dụ")
    elif isinstance(said, int):
        choose(page, said)
    elif said:
        for place, words in enumerate(said):
            page.keyboard.type(words)
            if place + 1 < len(said):
                page.keyboard.press("Tab")
    else:
        tab_to(page, "[name=unknown]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: f"/{question}/" not in address)


def test_a_birth_at_home_is_told_by_keys_alone(desk: Window, slips: list[str]) -> None:
    page = desk.sign_in(f"{ROOM}?slip={slips[0]}&counter={COUNTER}", "canbo", PASSWORD)
    desk.check()
    page.get_by_label("Tôi giúp khách").press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mình làm tờ khai nào ạ?")).to_be_visible()
    desk.check()
    page.get_by_role("button", name="Tờ khai đăng ký khai sinh").press("Enter")
    page.wait_for_url("**/questions/**")
    looked_at: set[str] = set()
    while asked := re.search(r"questions/([^/]+)/", page.url):
        kind = page.evaluate(
            "document.querySelector('#asked :is(input, textarea):not([type=hidden])').name"
        )
        if kind not in looked_at:
            desk.check()
        looked_at.add(kind)
        answer(page, asked[1])
    assert looked_at == {"answer", "day", "paper", "where"}
    for words in (MOTHER, CHILD, "Ấp Ví Dụ, Xã Vĩnh Thuận", "Chưa ghi tên cha"):
        expect(page.get_by_text(words, exact=False).first).to_be_visible()
    desk.check()


def test_it_ends_read_back_and_not_filed(desk: Window) -> None:
    page = desk.page
    page.get_by_role("link", name="Đã đọc lại, đúng hết").press("Enter")
    page.locator("#read_back").get_by_label("Tôi, ").press("Space")
    page.get_by_label("Ngón trỏ phải").press("Space")
    desk.check()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Chưa nộp hồ sơ")).to_be_visible()
    desk.check()
    page.get_by_role("link", name="Bảng chép").press("Enter")
    expect(page.get_by_text("Bấm phím C")).to_be_visible()
    page.keyboard.press("c")
    expect(page.locator("#copied")).to_contain_text(MOTHER)
    desk.check()


def test_the_next_number_empties_the_screen_by_itself(desk: Window) -> None:
    left = desk.page
    calling = desk.context.new_page()
    calling.goto(f"{desk.house.address}/vinh-thuan/desk/{COUNTER}/")
    calling.get_by_role("button", name="Gọi tiếp").click()
    expect(calling.locator(".desk-number")).to_be_visible()
    calling.get_by_role("button", name="Xong lượt này").click()
    left.bring_to_front()
    expect(left.get_by_role("heading", name="Màn hình đã xóa")).to_be_visible()
    left.go_back()
    expect(left.get_by_role("heading", name="Màn hình đã xóa")).to_be_visible()
    assert MOTHER not in left.content()


def test_a_screen_that_nobody_touches_empties_itself(desk: Window, slips: list[str]) -> None:
    page = desk.open(f"{ROOM}?slip={slips[0]}")
    page.get_by_label("Tôi giúp khách").press("Space")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tờ khai đăng ký khai sinh").press("Enter")
    expect(page.get_by_text(MOTHER)).to_be_visible()
    soon = page.content().replace(IDLE, 'data-idle="1"')
    page.route(page.url, lambda route: route.fulfill(body=soon, content_type="text/html"))
    page.reload()
    expect(page.get_by_role("heading", name="Màn hình đã xóa")).to_be_visible()
    page.unroute(page.url)
    page.go_back()
    expect(page.get_by_role("heading", name="Màn hình đã xóa")).to_be_visible()
    assert MOTHER not in page.content()


def read_and_stopped(page: Page) -> None:
    """An answer is read by a tap on its ear, and any other tap ends it."""
    page.locator("#choice-1 [data-listen]").tap()
    expect(page.locator("#choice-1 .reading")).to_be_visible()
    page.get_by_role("heading").tap()
    expect(page.locator(".reading")).to_have_count(0)


def test_by_taps_and_nothing_stays_in_any_tab(tablet: Window, slips: list[str]) -> None:
    page = tablet.sign_in(ROOM, "tinhnguyen", PASSWORD)
    page.get_by_label("Mã trên phiếu").fill(slips[1])
    page.get_by_label("Tôi giúp khách").tap()
    page.get_by_role("button", name="Ngồi cùng khách").tap()
    page.get_by_role("button", name="Tờ khai đăng ký khai sinh").tap()
    read_and_stopped(page)
    for words in ("Mẹ", "Cha mẹ cháu đã đăng ký kết hôn"):
        page.get_by_label(words, exact=True).tap()
        page.get_by_role("button", name="Tiếp tục").tap()
    page.get_by_label("Họ tên đầy đủ").fill(MOTHER)
    tablet.check()
    page.get_by_role("button", name="Tiếp tục").tap()
    second = tablet.context.new_page()
    second.goto(page.url.split("questions")[0] + "answers/")
    expect(second.get_by_text(MOTHER)).to_be_visible()
    page.get_by_role("button", name="Đóng màn hình").tap()
    shut = "Màn hình đã xóa"
    expect(second.get_by_role("heading", name=shut)).to_be_visible()
    for leave in (page.go_back, page.reload, page.go_back, second.go_back):
        leave()
        assert MOTHER not in page.content() + second.content()
    expect(page.get_by_role("heading", name=shut)).to_be_visible()
