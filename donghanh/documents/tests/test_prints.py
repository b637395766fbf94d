from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pdfua
import pytest
import zxingcpp
from PIL import Image

from donghanh.documents import service as documents
from donghanh.documents.prints import REMINDER_HEADING

from .samples import ALL_LETTERS, HACK, due, missing, opened, returned, ticket, words_of

MM = 72 / 25.4  # points
PRINTS: dict[str, Callable[[str], bytes]] = {
    "ticket 80mm": lambda words: documents.ticket_slip(ticket(procedures=(words,))),
    "ticket a5": lambda words: documents.ticket_slip(ticket(procedures=(words,)), size="a5"),
    "missing 80mm": lambda words: documents.missing_slip(missing(procedure=words)),
    "missing a5": lambda words: documents.missing_slip(missing(procedure=words), size="a5"),
    "reminder": lambda words: documents.return_slip(returned(procedure=words)),
    "receipt": lambda words: documents.return_slip(returned(request=words, official_code="H0")),
}


@pytest.mark.parametrize("name", PRINTS)
def test_every_print_keeps_every_letter(name: str) -> None:
    assert ALL_LETTERS in words_of(PRINTS[name](ALL_LETTERS))


@pytest.mark.parametrize("name", PRINTS)
def test_what_people_type_is_never_markup(name: str) -> None:
    assert HACK in words_of(PRINTS[name](HACK))


@pytest.mark.parametrize("name", PRINTS)
def test_every_print_is_tagged(name: str, tmp_path: Path) -> None:
    pdf = PRINTS[name]("Đăng ký khai sinh")
    (tmp_path / "print.pdf").write_bytes(pdf)
    report = pdfua.validate(str(tmp_path / "print.pdf"))
    assert [str(finding) for finding in report.findings] == []
    assert b"/MarkInfo" in pdf
    assert b"/Lang" in pdf


@pytest.mark.parametrize("name", PRINTS)
def test_the_same_slip_prints_the_same_bytes(name: str) -> None:
    assert PRINTS[name]("Đăng ký khai sinh") == PRINTS[name]("Đăng ký khai sinh")


def test_a_ticket_says_what_its_holder_needs() -> None:
    words = words_of(documents.ticket_slip(ticket()))
    for expected in (
        "Trung tâm Phục vụ hành chính công", "xã Vĩnh Thuận, tỉnh An Giang", "A105",
        "Chờ khoảng 10 đến 25 phút", "Xin trợ cấp hưu trí xã hội", "Đơn đề nghị", "C4D 7HK",
        "Căn cước Đưa xem rồi cầm về", "không cần mang: Thông tin cư trú", "Bản nội dung số 12",
        "Trưa nghỉ từ 11 giờ đến 13 giờ.", "In lúc 15 giờ 30, thứ Sáu 20/11/2026",
    ):  # fmt: skip
        assert expected in words


def test_a_ticket_has_no_place_for_what_is_nobodys_business() -> None:
    names = {field.name for field in fields(documents.TicketSlip)}
    assert names == {
        "centre_name", "commune", "label", "issued_at", "procedures", "papers", "promise",
        "slip_code", "follow_url", "notes", "revision", "again", "cut_corner", "second",
        "second_note",
    }  # fmt: skip


def test_a_long_list_runs_on_to_the_next_page() -> None:
    papers = tuple(f"Giấy thứ {number}" for number in range(60))
    for slip in (returned(papers=papers), returned(papers=papers, official_code="H0")):
        pdf = documents.return_slip(slip)
        assert "Giấy thứ 59" in words_of(pdf)
        with opened(pdf) as document:
            assert len(document) > 1


def test_a_ticket_with_nothing_to_bring_says_so() -> None:
    papers = (documents.PaperLine("Thông tin cư trú", "looked_up"),)
    assert "Không cần mang giấy tờ" in words_of(documents.ticket_slip(ticket(papers=papers)))
    assert "Giấy tờ" not in words_of(documents.ticket_slip(ticket(papers=(), procedures=())))


@pytest.mark.parametrize("label", ["1", "A105", "UT1234", "WWWW9999"])
def test_the_number_is_20_mm_high_however_long(label: str) -> None:
    with opened(documents.ticket_slip(ticket(label=label))) as document:
        page = document[0]
        assert page.get_width() == pytest.approx(80 * MM, abs=0.01)
        picture = page.render(scale=203.2 / 72, grayscale=True).to_pil()
    wide, high = picture.size
    inked = [_dark(picture.crop((0, row, wide, row + 1))) for row in range(high)]
    assert _longest_run(inked) >= 20 * 8
    assert not _dark(picture.crop((0, 0, 24, high)))  # thermal heads stop short of the edge
    assert not _dark(picture.crop((wide - 24, 0, wide, high)))


def _dark(picture: Image.Image) -> bool:
    return min(picture.tobytes()) < 128


def _longest_run(inked: list[bool]) -> int:
    return max(len(run) for run in "".join(".X"[row] for row in inked).split("."))


def test_a_ticket_png_is_640_dots_wide_and_its_code_can_be_scanned() -> None:
    url = "https://centre.example/s/C4D7HK"
    png = documents.ticket_slip(ticket(follow_url=url), form="png")
    picture = Image.open(BytesIO(png))
    assert picture.width == 640
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [url]


def test_no_code_to_scan_without_an_address() -> None:
    picture = Image.open(BytesIO(documents.ticket_slip(ticket(), form="png")))
    assert zxingcpp.read_barcodes(picture) == []


def test_a_wide_slip_is_one_a5_page() -> None:
    for pdf in (documents.ticket_slip(ticket(), size="a5"), documents.return_slip(returned())):
        with opened(pdf) as document:
            assert len(document) == 1
            assert document[0].get_size() == pytest.approx((148 * MM, 210 * MM), abs=0.1)
    assert documents.ticket_slip(ticket(), size="a5", form="png").startswith(b"\x89PNG")


def test_an_unknown_picture_never_stops_a_ticket() -> None:
    papers = (documents.PaperLine("Giấy lạ", picture="../../settings"),)
    assert "Giấy lạ" in words_of(documents.ticket_slip(ticket(papers=papers)))


def test_a_missing_slip_tells_where_and_what_is_not_known() -> None:
    words = words_of(documents.missing_slip(missing()))
    for expected in (
        "Đăng ký khai sinh", "Còn thiếu 1 giấy tờ", "1. Giấy chứng sinh", "C4D 7HK",
        "Lấy ở đâu: Bệnh viện nơi trẻ sinh", "Tiền phải nộp: Chưa rõ – hỏi cán bộ",
        "Bao lâu thì có: Trong ngày", "Ai đi lấy được: Cha, mẹ hoặc người thân",
        "Khi đi mang theo: Căn cước của mẹ", "Không có thì dùng: Văn bản của người làm chứng",
    ):  # fmt: skip
        assert expected in words


def test_without_a_code_it_is_only_the_desks_reminder() -> None:
    words = words_of(documents.return_slip(returned()))
    assert REMINDER_HEADING in words
    assert "GIẤY TIẾP NHẬN" not in words
    assert "CỘNG HÒA" not in words
    for expected in (
        "Thứ Hai, 07/12/2026", "từ 8 giờ, tức 29 tháng Mười âm lịch", "HK7 C4D", "Quầy số 3",
        "Phiếu này; Căn cước", "Không mất tiền", "10 ngày làm việc", "Nguyễn Thị Ví Dụ",
        "Giấy đã nộp (1 bộ) Văn bản đề nghị; Bản sao",
        "15 giờ 30, thứ Sáu 20/11/2026", "Trần Văn Thử",
    ):  # fmt: skip
        assert expected in words


def test_a_reminder_without_a_date_or_fee_says_not_known() -> None:
    words = words_of(documents.return_slip(returned(due_at=None, fee_words="")))
    assert words.count("Chưa rõ – hỏi cán bộ") == 2


def test_with_the_code_it_is_mau_01_and_the_official_date_wins() -> None:
    slip = returned(official_code="H01.68-0105", official_due_at=due(9), receipt_number="105")
    words = words_of(documents.return_slip(slip))
    assert REMINDER_HEADING not in words
    for expected in (
        "ỦY BAN NHÂN DÂN XÃ VĨNH THUẬN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 105/…-TTPVHCC",
        "Độc lập - Tự do - Hạnh phúc", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H01.68-0105", "Vĩnh Thuận, ngày 20 tháng 11 năm 2026",
        "Ông (Bà)/Tổ chức: Nguyễn Thị Ví Dụ", "Số định danh cá nhân/tổ chức: 089148000000",
        "Địa chỉ: Ấp Ví Dụ", "Số điện thoại: 0900 000", "2. Bản sao Giấy ủy quyền", "1 (bộ)",
        "quy định là: 10 ngày làm việc", "nhận hồ sơ: 15 giờ 30 phút, ngày 20 tháng 11 năm 2026",
        "giải quyết hồ sơ: 08 giờ 00 phút, ngày 09 tháng 12 năm 2026", "tại: Quầy số 3",
        "NGƯỜI NỘP HỒ SƠ (Ký", "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký", "muộn hơn 2 ngày", "(07/12/2026)",
    ):  # fmt: skip
        assert expected in words


def test_our_reckoning_never_stands_as_the_official_date() -> None:
    words = words_of(documents.return_slip(returned(official_code="H0")))
    assert "07 tháng 12" not in words
    assert "07/12/2026" not in words


def test_a_receipt_names_who_authorised() -> None:
    slip = returned(
        official_code="H0", authoriser=documents.Person("Lê Văn Mẫu"), authorisation_paper="Số 12"
    )
    words = words_of(documents.return_slip(slip))
    assert "Người ủy quyền: Lê Văn Mẫu" in words
    assert "Giấy tờ ủy quyền: Số 12" in words
