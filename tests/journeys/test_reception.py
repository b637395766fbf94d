"""Three who come to the gate: one does not see, one does not hear, one does not read.

The first is walked by the accessibility tree alone, as a screen reader gives it; the second without
any sound; the third by pictures. Made up, all of them. Every page is looked at by axe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from donghanh.demo.service import PASSWORD

from .browser import BOARD, DESK, PHONE, TABLET, House, Window, until, window
from .people import let_in

pytestmark = pytest.mark.browser

CENTRE = "/vinh-thuan"
GATE = f"{CENTRE}/reception/"
HELP = ("held/", "visit/?errand=result", "cards/", "cards/?show=moi_can_bo",
        "writing/?show=xin_cho", "phrases/", "scenarios/", "accounts/", "calls/")  # fmt: skip


@dataclass
class Hall:
    """The volunteer's tablet, the officer's desk and a visitor's telephone."""

    tablet: Window
    desk: Window
    phone: Window


@pytest.fixture(scope="module")
def hall(house: House, browser: Browser) -> Iterator[Hall]:
    with (
        window(house, browser, TABLET) as tablet,
        window(house, browser, DESK) as desk,
        window(house, browser, PHONE) as phone,
    ):
        tablet.sign_in(GATE, "tinhnguyen", PASSWORD)
        desk.sign_in(f"{CENTRE}/desk/1/", "canbo", PASSWORD)
        yield Hall(tablet, desk, phone)


def given(hall: Hall, *needs: str, code: str = "1.001193") -> str:
    """Give a number at the gate by taps alone and return it."""
    page = hall.tablet.open(f"{GATE}visit/?code={code}")
    for words in (*needs, "Cạnh cửa"):
        page.get_by_label(words, exact=True).check()
    page.get_by_role("button", name="Lấy số").click()
    return page.locator(".given-number").inner_text().strip()


def call_until(hall: Hall, number: str) -> Page:
    """Call at the desk until this number is there."""
    desk = hall.desk.open(f"{CENTRE}/desk/1/")
    for _ in range(9):
        if desk.locator(".desk-number").count() == 0:
            desk.get_by_role("button", name="Gọi tiếp").click()
        if desk.locator(".desk-number").inner_text().strip() == number:
            return desk
        desk.get_by_role("button", name="Xong lượt này").click()
    raise AssertionError(f"{number} was never called")


def loud_board(wall: Window) -> tuple[Page, list[str]]:
    """Return a board that holds the loudspeaker, and all that it asks for from now on."""
    board = let_in(wall, CENTRE.strip("/"), "board")
    board.get_by_role("button", name="Bật tiếng").click()
    until(board, "document.getElementById('silent').hidden")
    asked: list[str] = []
    board.on("request", lambda request: asked.append(request.url))
    return board, asked


def until_asked(board: Page, asked: list[str], part: str) -> None:
    """Wait until the board asked for a sound."""
    for _ in range(400):
        if any(part in url for url in asked):
            return
        board.wait_for_timeout(100)
    raise AssertionError(f"{part} was never asked for: {asked[-9:]}")


def shown_on(board: Page, number: str) -> str:
    """Wait until a number hangs on the board and return its call."""
    row = board.locator(".call", has_text=number).first
    expect(row).to_be_visible(timeout=8_000)
    return row.get_attribute("data-call") or ""


def heard(hall: Hall, board: Page) -> str:
    """Call somebody who hears, and return the call."""
    number = given(hall)
    hall.tablet.page.get_by_role("button", name="Xong, mời người sau").click()
    call_until(hall, number).get_by_role("button", name="Xong lượt này").click()
    return shown_on(board, number)


@pytest.mark.parametrize("path", HELP)
def test_each_screen_to_help_with_on_tablet_and_telephone(hall: Hall, path: str) -> None:
    for size in (TABLET, PHONE):
        hall.tablet.page.set_viewport_size(size)  # type: ignore[arg-type]
        hall.tablet.open(GATE + path)
        hall.tablet.check()
        wide = hall.tablet.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], f"{path} scrolls sideways"
    hall.tablet.page.set_viewport_size(TABLET)  # type: ignore[arg-type]


def test_who_does_not_see_walks_by_the_accessibility_tree(hall: Hall) -> None:
    page = hall.phone.open(f"{CENTRE}/")
    page.get_by_role("textbox").or_(page.get_by_role("combobox")).or_(
        page.get_by_role("searchbox")
    ).first.fill("tien nguoi gia")
    page.keyboard.press("Enter")
    found = page.get_by_role("link", name=re.compile("Xin tiền người già")).first
    found.click(timeout=40_000)  # the first question after a start reads all pages
    tree = page.get_by_role("main").aria_snapshot()
    assert "heading" in tree and "Giấy tờ tùy thân" in tree and "img" not in tree
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    hall.phone.check()


def test_at_the_gate_she_hears_all_that_others_see(hall: Hall) -> None:
    number = given(hall, "Cần nghe thay vì nhìn", code="1.014027")
    page = hall.tablet.page
    tree = page.get_by_role("main").aria_snapshot()
    assert "Nói số phiếu hai lần" in tree and "dẫn đến tận ghế" in tree
    hall.tablet.check()
    address = page.get_by_role("link", name="Bản chữ thường").get_attribute("href") or ""
    text = hall.tablet.context.request.get(hall.tablet.house.address + address)
    assert text.text().startswith(f"Số của ông, bà: {number}.")
    cut = page.get_by_role("link", name="In phiếu cắt góc").get_attribute("href") or ""
    assert hall.tablet.context.request.get(hall.tablet.house.address + cut).status == 200


def test_who_does_not_hear_is_fetched_with_no_sound(
    hall: Hall, house: House, browser: Browser
) -> None:
    with window(house, browser, BOARD) as wall:
        board, asked = loud_board(wall)
        until_asked(board, asked, f"/audio/{heard(hall, board)}/")
        number = given(hall, "Cần xem bằng mắt")
        hall.tablet.page.get_by_role("button", name="Xong, mời người sau").click()
        desk = call_until(hall, number)
        silent = shown_on(board, number)
        board.wait_for_timeout(900)  # what it says, it asks for in the same instant
        assert not any(f"/audio/{silent}/" in url for url in asked)
    expect(desk.locator(".desk-fetch")).to_contain_text("Không gọi loa")
    hall.desk.check()
    desk.get_by_role("button", name="Vắng").click()
    expect(desk.get_by_text("Chưa ai đến tận chỗ ngồi")).to_be_visible()
    seat = hall.tablet.page.locator(".fetch-one", has_text=f"Số {number}")
    expect(seat).to_be_visible(timeout=8_000)
    expect(seat).to_contain_text("Cạnh cửa")
    hall.tablet.check()
    seat.get_by_role("button", name="Đã đến chỗ ngồi").click()
    expect(hall.tablet.page.locator(".fetch-one", has_text=f"Số {number}")).to_have_count(0)


def test_they_talk_in_huge_letters_and_nothing_stays(hall: Hall) -> None:
    page = hall.tablet.open(f"{GATE}writing/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.get_by_label("Viết ở đây").fill("Bà cần giấy gì ạ?")
    expect(page.locator("#far")).to_have_text("Bà cần giấy gì ạ?")
    height = page.locator("#near p").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert height >= 48
    page.get_by_label("Viết ở đây").fill("mã là 834021")
    expect(page.get_by_text("Không ghi mã này vào đây")).to_be_visible()
    expect(page.locator("#far")).to_be_empty()
    page.locator("[data-say]", has_text="Mời đến quầy").click()
    expect(page.locator("#near")).to_contain_text("Mời đến quầy")
    page.get_by_role("link", name="Xong, xóa hết").click()
    page.go_back()
    expect(page.locator("#near")).to_be_empty()
    assert "POST" not in sent


def test_who_does_not_read_points_at_pictures(hall: Hall) -> None:
    page = hall.tablet.open(GATE)
    page.locator(".tile:has(svg)").first.click()  # the child in swaddling clothes
    checks = page.locator("label.check:has(svg):not(:has([name=errand]))")
    assert checks.count() >= 25, "every offer and every group has its picture"
    checks.first.click()  # two people read together
    page.get_by_role("button", name="Lấy số").click()
    page.locator(".tools-on svg").first.click()
    page.locator(".cards .tile svg").nth(7).click()
    large = page.locator(".card-large svg").bounding_box()
    assert large and large["height"] >= 240
    hall.tablet.check()


def test_unsure_brings_an_officer_and_back_loses_nothing(hall: Hall) -> None:
    page = hall.tablet.open(f"{GATE}visit/?code=1.001193")
    page.get_by_label("Cần viết giúp").check()
    page.get_by_role("link", name="Quay lại").click()
    expect(page.get_by_text("Đang ghi dở một lượt")).to_be_visible()
    page.locator("a.tile").nth(1).click()
    expect(page.get_by_label("Cần viết giúp")).to_be_checked()
    page.get_by_role("button", name="Tôi chưa chắc, mời cán bộ").click()
    expect(page.get_by_label("Cần viết giúp")).to_be_checked()
    asked = hall.desk.open(f"{CENTRE}/desk/1/").get_by_text("Bàn đón tiếp mời cán bộ")
    expect(asked).to_be_visible(timeout=8_000)
    hall.desk.page.get_by_role("button", name="Tôi tới").first.click()
    expect(hall.desk.page).to_have_url(re.compile("/desk/1/$"))
    coming = hall.tablet.page.locator(".strip-coming")
    expect(coming).to_have_text(re.compile("đang tới"))


def test_who_is_unwell_is_reported_and_an_officer_calls_at_once(hall: Hall) -> None:
    number = given(hall)
    page = hall.tablet.page
    page.get_by_text("Người không khỏe, sắp sinh").click()
    hall.tablet.check()
    page.get_by_role("button", name="Báo cán bộ: cần làm gấp").click()
    expect(page.get_by_role("heading", name="Đã báo cán bộ")).to_be_visible()
    desk = hall.desk.open(f"{CENTRE}/desk/1/")
    if desk.locator(".desk-number").count():
        desk.get_by_role("button", name="Xong lượt này").click()
    asked = desk.locator(".desk-urgent", has_text=f"Số {number} cần làm gấp")
    expect(asked).to_contain_text("Cạnh cửa")
    hall.desk.check()
    asked.get_by_role("button", name="Mời ngay").click()
    expect(desk.locator(".desk-number")).to_have_text(number)


def test_who_went_for_a_paper_is_back_by_the_number(hall: Hall) -> None:
    desk = hall.desk.page
    number = desk.locator(".desk-number").inner_text().strip()
    desk.get_by_text("Chưa xong, đi nơi khác").click()
    desk.get_by_role("button", name="Đi lấy giấy, giữ chỗ").click()
    page = hall.tablet.open(GATE)
    page.get_by_role("link", name="Đã có số").click()
    page.get_by_label("Số trên phiếu").fill(number)
    page.get_by_role("button", name="Đã quay lại").click()
    expect(page.get_by_role("heading", name="Đang trong hàng")).to_contain_text(number)
    hall.tablet.check()
