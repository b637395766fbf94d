"""The whole way of bà Tư, 78, who hears badly and does not read: from the gate to the rating.

One story in seven chapters; each chapter is a screen at its own size, checked by axe, and each
leaves its event. She is made up; so is everyone who serves her.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from donghanh.demo.service import PASSWORD

from .browser import BOARD, DESK, PHONE, TABLET, House, Window, window
from .conftest import environment

pytestmark = pytest.mark.browser

CENTRE = "/vinh-thuan"
PENSION = "1.014027"
REMINDER = "Phiếu hẹn của bàn hướng dẫn – không thay Giấy tiếp nhận hồ sơ"
RECEIPT = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"
READ_VERBS = """
from donghanh.audit.models import Event
print(*Event.objects.values_list("verb", flat=True))
"""
CALL_AUDIO = re.compile(r"/board/audio/\d+/\d+/")
VERBS = {
    "visit.opened",
    "ticket.joined",
    "ticket.called",
    "standing.confirmed",
    "papers.ticked",
    "dossier.accepted",
    "official_code.set",
    "result.handed_over",
    "ticket.closed",
    "visit.rated",
}


@dataclass
class Story:
    """What the chapters hand on."""

    house: House
    tablet: Window
    desk: Window
    board: Window
    phone: Window
    number: str = ""
    slip_code: str = ""
    dossier_code: str = ""


@pytest.fixture(scope="module")
def story(house: House, browser: Browser) -> Iterator[Story]:
    """Open the four windows of the story."""
    with (
        window(house, browser, TABLET) as tablet,
        window(house, browser, DESK) as desk,
        window(house, browser, BOARD) as board,
        window(house, browser, PHONE) as phone,
    ):
        yield Story(house, tablet, desk, board, phone)


def printed(opened: Window, path: str) -> str:
    """Return the text of a print, read back from its PDF."""
    answer = opened.context.request.get(opened.house.address + path)
    assert answer.status == 200, path
    document = pypdfium2.PdfDocument(answer.body())
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def said_by(house: House, *arguments: str) -> str:
    """Return what a Python program says about this house."""
    said = subprocess.run(
        [sys.executable, *arguments],
        env=environment(house.home, 1),
        capture_output=True,
        check=True,
        text=True,
    )
    return said.stdout


def second_factor(house: House) -> str:
    """Return the demo head's six digits, as the command prints them."""
    said = said_by(house, "-m", "donghanh.cli", "demo-code")
    found = re.search(r"\b\d{6}\b", said)
    assert found, said
    return found[0]


def test_1_the_board_is_let_in_and_silent_until_allowed(story: Story) -> None:
    code = second_factor(story.house)
    office = story.desk.sign_in(f"{CENTRE}/office/", "chutich", PASSWORD, code)
    office.goto(story.house.address + f"{CENTRE}/office/devices/")
    office.get_by_label("Bảng gọi số").check()
    office.get_by_label("Tên", exact=True).fill("Bảng sảnh thử")
    office.get_by_role("button", name="Lấy mã ghi danh").click()
    code = office.locator(".office-secret").inner_text()
    story.desk.check()
    board = story.board.open(f"{CENTRE}/board/enrol/")
    board.get_by_label("Mã ghi danh").fill(code)
    board.get_by_role("button", name="Ghi danh máy này").click()
    expect(board.get_by_text("Chưa bật tiếng")).to_be_visible()
    board.get_by_role("button", name="Bật tiếng").click()
    story.board.check()


def test_2_the_gate_finds_what_she_came_for_and_gives_a_number(story: Story) -> None:
    page = story.tablet.sign_in(f"{CENTRE}/reception/", "tinhnguyen", PASSWORD)
    story.tablet.check()
    page.get_by_label("Hôm nay mình cần việc gì?").fill("tien nguoi gia")
    page.get_by_role("button", name="Tìm").click()
    story.tablet.check()
    best = page.locator("a.best")
    assert PENSION in (best.get_attribute("href") or "")
    best.click()
    for label in ("Từ 60 tuổi", "Cần đọc giúp", "Ngồi chờ tại chỗ"):
        page.get_by_label(label).check()
    page.get_by_label("bà", exact=True).check()
    story.tablet.check()
    page.get_by_role("button", name="Lấy số").click()
    story.number = page.locator(".given-number").inner_text().strip()
    expect(page.get_by_text("Từ 60 tuổi hoặc người khuyết tật")).to_be_visible()
    expect(page.get_by_text("Chờ cán bộ xác nhận")).to_be_visible()
    story.tablet.check()


def test_3_the_slip_is_large_and_tells_nobody_why(story: Story) -> None:
    link = story.tablet.page.get_by_role("link", name="In phiếu khổ nhỏ").get_attribute("href")
    assert link
    story.slip_code = link.split("/")[-2]
    for size in ("80mm", "a5"):
        text = printed(story.tablet, f"{CENTRE}/paper/ticket/{story.slip_code}/?size={size}")
        assert story.number in text
        assert "Giấy tờ tùy thân" in text
        for secret in ("đọc giúp", "chờ tại chỗ", "60 tuổi hoặc", "ưu tiên"):
            assert secret not in text.lower()


def test_4_the_tablet_forgets_her(story: Story) -> None:
    page = story.tablet.page
    page.get_by_role("button", name="Xong, mời người sau").click()
    expect(page.get_by_label("Hôm nay mình cần việc gì?")).to_be_visible()
    page.go_back()
    page.reload()
    assert story.slip_code not in page.content()


def serve_those_before(desk: Page, number: str) -> None:
    """Finish with whoever another journey left in this hall's line."""
    for _ in range(9):
        if desk.locator(".desk-number").inner_text().strip() == number:
            return
        desk.get_by_role("button", name="Xong lượt này").click()
        desk.get_by_role("button", name="Gọi tiếp").click()


def test_5_the_desk_calls_and_the_board_shows_and_speaks(story: Story) -> None:
    story.desk.context.clear_cookies()
    desk = story.desk.sign_in(f"{CENTRE}/desk/2/", "canbo", PASSWORD)
    story.desk.check()
    with story.board.page.expect_request(CALL_AUDIO):
        desk.get_by_role("button", name="Gọi tiếp").click()
    serve_those_before(desk, story.number)
    assert desk.locator(".desk-number").inner_text().strip() == story.number
    for words in ("Cần đọc giúp", "Ngồi chờ tại chỗ", "Xin tiền người già"):
        expect(desk.get_by_text(words).first).to_be_visible()
    first = story.board.page.locator(".call-number").first
    expect(first).to_have_text(story.number)
    story.desk.check()
    desk.get_by_role("button", name="Xác nhận ưu tiên").click()
    expect(desk.get_by_text("Cán bộ đã xác nhận")).to_be_visible()


def test_6_papers_are_ticked_and_one_slip_tells_what_is_missing(story: Story) -> None:
    desk = story.desk.page
    desk.get_by_label("Từ đủ 75 tuổi").check()
    desk.get_by_label("Chính người già").check()
    desk.get_by_role("button", name="Xem còn thiếu gì").click()
    desk.get_by_label("Mẫu số 01").check()
    desk.get_by_role("button", name="Xem còn thiếu gì").click()
    link = desk.get_by_role("link", name="In phiếu giấy còn thiếu").get_attribute("href")
    text = printed(story.desk, link or "")
    assert "Giấy tờ tùy thân" in text
    desk.keyboard.press("End")  # where the bar of actions rests below the papers, not over them
    story.desk.check()


def test_7_the_return_slip_gives_way_to_the_official_receipt(story: Story) -> None:
    desk = story.desk.page
    desk.get_by_role("button", name="Có đủ cả").click()
    desk.get_by_role("button", name="Nhận hồ sơ, hẹn ngày").click()
    link = desk.get_by_role("link", name="In phiếu hẹn").get_attribute("href") or ""
    story.dossier_code = link.rstrip("/").split("/")[-1]
    reminder = printed(story.desk, link)
    assert REMINDER in reminder and RECEIPT not in reminder and "âm lịch" in reminder
    desk.get_by_role("link", name="Nhập mã của tỉnh").click()
    desk.get_by_label("Mã hồ sơ trên Giấy tiếp nhận").fill("H01.15-261120-0007")
    desk.get_by_label("Ngày hẹn trả").fill("31/12/2030")
    desk.get_by_label("Giờ hẹn trả").fill("16:00")
    desk.get_by_role("button", name="Lưu mã của tỉnh").click()
    receipt = printed(story.desk, link)
    assert RECEIPT in receipt and "H01.15-261120-0007" in receipt and "31" in receipt
    assert REMINDER not in receipt
    expect(desk.get_by_text("Ngày trên giấy tiếp nhận mới là ngày đúng")).to_be_visible()
    story.desk.check()


def test_8_the_result_is_handed_over_once(story: Story) -> None:
    desk = story.desk.page
    desk.get_by_role("button", name="Kết quả đã về đây").click()
    desk.locator("input[name=shown]").first.check()
    desk.get_by_role("button", name="Trả kết quả").click()
    expect(desk.get_by_text("Đã trả kết quả")).to_be_visible()
    story.desk.check()
    desk.get_by_role("link", name="Quay lại quầy").click()
    desk.get_by_role("button", name="Xong lượt này").click()
    expect(desk.get_by_role("button", name="Gọi tiếp")).to_be_visible()


def test_9_she_says_how_it_went_and_the_office_counts(story: Story) -> None:
    page = story.phone.open(f"{CENTRE}/rating/")
    page.get_by_label("Sáu chữ và số").fill(story.slip_code.lower())
    page.get_by_role("button", name="Tiếp tục").click()
    story.phone.check()
    page.get_by_role("button", name="Hài lòng", exact=True).click()
    expect(page.get_by_text("Cảm ơn ông bà")).to_be_visible()
    story.phone.check()
    story.desk.context.clear_cookies()
    office = story.desk.sign_in(f"{CENTRE}/office/", "giamsat", PASSWORD)
    for words in ("Cần đọc giúp", "Ngồi chờ tại chỗ", "Xin tiền người già", "Lượt hồ sơ"):
        expect(office.get_by_text(words).first).to_be_visible()
    story.desk.check()


def test_every_step_left_its_event_and_no_name(story: Story) -> None:
    written = set(story.house.inside(READ_VERBS).split())
    assert written >= VERBS, VERBS - written
