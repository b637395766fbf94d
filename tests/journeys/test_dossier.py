"""A dossier from the receipt of the province to the right hands, and what was said of it after.

One story: the code scanned, one request and no second, a letter in her box, one new date with an
apology in time, the result with her daughter, a face at the kiosk, a fault in an official register
written to who puts it right, and a complaint answered and closed. All people are made up.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string
from email.header import decode_header, make_header
from io import BytesIO

import pytest
import soundfile
from playwright.sync_api import Browser, Locator, expect

from donghanh.demo.service import PASSWORD
from donghanh.messaging.tests.doubles import Heard
from donghanh.speech.service import voices
from tests.receipt_picture import ADDRESS, CODE

from .browser import DESK, KIOSK, PHONE, House, Window, window
from .people import agreed, enrol_with

pytestmark = pytest.mark.browser

CENTRE = "/vinh-thuan"
DAY = f"{CENTRE}/desk/2/day/"
DUE, NEW_DATE = "24/12/2030", "14/01/2031"
PREPARED = """
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.dossier import service as dossiers
from donghanh.reception import service as reception
here = centres.by_slug("vinh-thuan").id
by = SystemActor(here)
visit = reception.open_visit(reception.Intake(here, ("1.014027",)), by=by, key=new_key())
her = dossiers.Applicant("Nguyễn Thị Ví Dụ Mơ", "000000004321", "Ấp Ví Dụ", "")
taken = dossiers.Taken(her, ("Bản chính ví dụ",))
made = dossiers.accept(here, visit.id, "1.014027", by=by, key=new_key(), taken=taken)
print(made.id, made.code, centres.invite(here, "kiosk", "Máy thử", by=by, key=new_key()))
"""
TOLD = """
from donghanh.centre import service as centres
from donghanh.dossier import service as dossiers
from donghanh.messaging import service as messaging
here = centres.by_slug("vinh-thuan").id
dossiers.tell_news(here)
messaging.order_carrying(here)
"""


@dataclass
class Story:
    """What the chapters hand on."""

    house: House
    desk: Window
    phone: Window
    kiosk: Window
    mail: Heard
    id: str
    code: str
    invited: str


@pytest.fixture(scope="module")
def story(house: House, browser: Browser, mail: Heard) -> Iterator[Story]:
    """Return the three windows of the story; her papers are taken in."""
    number, code, invited = house.inside(PREPARED).split()
    with (
        window(house, browser, DESK) as desk,
        window(house, browser, PHONE) as phone,
        window(house, browser, KIOSK) as kiosk,
    ):
        yield Story(house, desk, phone, kiosk, mail, number, code, invited)


def test_1_found_by_name_and_the_code_is_read_from_paper(story: Story) -> None:
    page = story.desk.sign_in(DAY, "canbo", PASSWORD)
    story.desk.check()
    page.keyboard.press("t")
    page.keyboard.type("vi du mo")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=f"{story.code[:3]} {story.code[3:]}").first.click()
    page.get_by_text("Không có máy quét?").click()
    page.get_by_role("button", name="Đưa giấy trước máy ảnh").click()
    expect(page.locator("#code")).to_have_value(CODE)
    expect(page.locator("#due_day")).to_be_focused()
    story.desk.check()
    page.locator("#code").fill("")
    page.locator("h1").click()
    page.keyboard.type(ADDRESS)  # a scanner types what the square holds, wherever one is
    page.keyboard.press("Enter")
    expect(page.locator("#code")).to_have_value(CODE)
    page.keyboard.type(DUE)
    page.locator("#due_hour").fill("16:00")
    page.get_by_role("button", name="Lưu mã của tỉnh").click()
    expect(page.get_by_text(CODE).first).to_be_visible()


def test_2_a_scan_at_the_desk_opens_it_and_she_says_how_to_be_told(story: Story) -> None:
    page = story.desk.open(f"{CENTRE}/desk/2/")
    page.keyboard.type(ADDRESS)
    page.keyboard.press("Enter")
    expect(page.get_by_text(CODE).first).to_be_visible()
    telling = f"{CENTRE}/desk/2/dossiers/{story.id}/telling/"
    agreed(story.desk, telling, "Thư điện tử", address="co-mo@mau.vn")
    story.desk.check()


def test_3_a_second_request_is_stopped_and_the_lawful_way_shown(story: Story) -> None:
    page, other = story.desk.open(_dossier(story)), story.desk.context.new_page()
    other.goto(page.url)  # a second officer has the same page open
    for at, asked in ((page, "Giấy xác nhận"), (other, "Thêm một giấy nữa")):
        at.get_by_text("yêu cầu bổ sung (một lần)").click()
        at.get_by_label("Cần bổ sung gì").fill(asked)
        at.get_by_label("Lý do", exact=True).fill("Thiếu")
        at.get_by_role("button", name="Gửi yêu cầu bổ sung").click()
    for words in ("Đã yêu cầu bổ sung một lần rồi.", "xin lỗi và hẹn lại (Mẫu 04)"):
        expect(other.get_by_text(words).first).to_be_visible()
    expect(other.get_by_text("Thêm một giấy nữa")).to_have_count(0)
    other.close()
    story.desk.check()
    page.get_by_role("button", name="Đã nhận đủ giấy bổ sung").click()


def test_4_one_new_date_with_an_apology_in_time(story: Story) -> None:
    page = story.desk.page
    page.get_by_text("Xin lỗi và hẹn lại (một lần)").click()
    page.get_by_label("Ngày hẹn mới").fill(NEW_DATE)
    page.get_by_label("Lý do chậm").fill("Chờ xác minh")
    page.get_by_role("button", name="Ghi xin lỗi và ngày mới").click()
    expect(page.get_by_text(re.compile("Xin lỗi, hẹn lại .*14/1/2031")).first).to_be_visible()
    expect(page.get_by_text("xin lỗi trễ")).to_have_count(0)
    expect(page.get_by_text("Xin lỗi và hẹn lại (một lần)")).to_have_count(0)


def test_5_the_letter_is_in_her_box_and_names_no_procedure(story: Story) -> None:
    story.house.inside(TOLD)
    for _ in range(150):
        sorry = [one for one in map(letter, story.mail.letters) if "Xin lỗi" in one[0]]
        if sorry:
            break
        story.desk.page.wait_for_timeout(200)
    ((_, words),) = sorry
    assert "14/1/2031" in words and CODE in words
    assert "trợ cấp" not in words.lower() and "http" not in words
    story.desk.open(f"{CENTRE}/desk/2/dossiers/{story.id}/telling/")
    expect(story.desk.page.get_by_text("đã gửi").first).to_be_visible()


def letter(source: str) -> tuple[str, str]:
    """Return the subject of a letter and its words."""
    read = message_from_string(source)
    body = read.get_payload(decode=True)
    assert isinstance(body, bytes)
    return str(make_header(decode_header(read["Subject"]))), body.decode()


def test_6_she_asks_from_home_by_code_and_second_secret(story: Story) -> None:
    page = story.phone.open(f"{CENTRE}/status/")
    story.phone.check()
    page.locator("#code").fill(story.code.lower())
    page.locator("#ending").fill("4321")
    page.locator("#ending").press("Enter")
    expect(page.get_by_text("14/1/2031").first).to_be_visible()
    story.phone.check()


def test_7_the_result_goes_with_her_daughter_once(story: Story) -> None:
    page = story.desk.open(_dossier(story))
    page.get_by_role("button", name="Kết quả đã về đây").click()
    page.locator("#shown-nguoi_duoc_uy_quyen").check()
    page.locator("#relation").select_option("con")
    page.locator("#receiver").fill("Chị Ví Dụ")
    page.get_by_label("Trả lại luôn").check()
    story.desk.check()
    page.get_by_role("button", name="Trả kết quả", exact=True).click()
    expect(page.get_by_role("heading", name="Đã trả kết quả")).to_be_visible()
    expect(page.get_by_role("button", name="Trả kết quả", exact=True)).to_have_count(0)
    story.desk.check()


def test_8_three_faces_are_heard_in_the_words_that_stand_there(story: Story) -> None:
    page = enrol_with(story.kiosk, "vinh-thuan", "kiosk", story.invited)
    page.get_by_role("link", name="Chấm điểm").click()
    story.kiosk.check()
    sounds = [heard(story.kiosk, face) for face in page.locator("button[name=face]").all()]
    assert len(set(sounds)) == 3
    with page.expect_response(re.compile("/listen/")) as spoken:
        page.locator("[data-listen]").first.click()
    assert words_of(spoken.value.url).startswith(page.locator("h1").inner_text())
    page.keyboard.press("2")  # as who cannot see answers: by the key that was read out
    page.get_by_role("link", name="Kể thêm").click()
    story.kiosk.check()
    for _ in range(2):
        page.locator("button[name=level]").first.click()
    expect(page.get_by_role("heading", name="3/8")).to_be_visible()
    page.get_by_role("link", name="Xong").first.click()
    expect(page.get_by_role("link", name="Chấm điểm")).to_be_visible()


def words_of(address: str) -> str:
    """Return the sentence that an address of the voice carries."""
    packed = address.split("/listen/")[1].split(".")[0]
    return urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()


def heard(opened: Window, said: Locator) -> bytes:
    """Return the sound of what can be pressed: real, not silent, in the words that stand on it."""
    address = str(said.get_attribute("data-say"))
    assert words_of(address).endswith(said.locator("span").inner_text())
    answer = opened.context.request.get(f"{opened.house.address}{address}?form=wav")
    assert voices(), "no voice here: Debian package espeak-ng"
    assert answer.status == 200, address
    samples, rate = soundfile.read(BytesIO(answer.body()))
    assert 0.3 < len(samples) / rate < 10 and abs(samples).max() > 0.02
    return answer.body()


def test_9_a_fault_in_a_register_goes_to_who_puts_it_right(story: Story) -> None:
    page = story.desk.open(f"{CENTRE}/office/data-errors/")
    story.desk.check()
    page.locator("#full_name").fill("Nguyễn Thị Ví Dụ")
    page.locator("#entry").fill("Ngày sinh")
    page.get_by_role("button", name="Ghi và soạn thư").click()
    expect(page.get_by_role("heading", name="Thư gửi Công an xã Vĩnh Thuận")).to_be_visible()
    story.desk.check()
    page.get_by_role("button", name="Đã gửi thư").click()
    expect(page.get_by_role("heading", name="đã gửi, chờ trả lời")).to_be_visible()


def test_10_a_complaint_is_taken_answered_and_closed(story: Story) -> None:
    where = complained(story.phone)
    story.desk.context.clear_cookies()
    page = story.desk.sign_in(f"{CENTRE}/office/complaints/", "giamsat", PASSWORD)
    story.desk.check()
    page.locator(".told-row").last.click()
    story.desk.check()
    page.locator("#answer").fill("Đã thay ghế.")
    page.get_by_role("button", name="Ghi trả lời").click()
    story.phone.open(where)
    expect(story.phone.page.get_by_text("Đã thay ghế.")).to_be_visible()
    page.get_by_label("Vừa ý", exact=True).check()
    page.get_by_role("button", name="Khép lại").click()
    expect(page.get_by_role("heading", name="đã khép lại")).to_be_visible()
    story.desk.open(f"{CENTRE}/office/opinions/")
    story.desk.check()


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


def _dossier(story: Story) -> str:
    return f"{CENTRE}/desk/2/dossiers/{story.id}/"
