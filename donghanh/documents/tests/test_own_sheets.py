"""Sheets without a form laid down by law: signing at home, letters, the slip in pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pdfua
import pytest

from donghanh.base.clock import local
from donghanh.documents import service as documents

from .form_samples import MM, bare, missing, of_docx
from .one_stop_samples import HEAD, NO_HOUR
from .samples import AT, due, opened, words_of

LETTERS = (
    documents.LetterLine(
        "HK7C4D", "Nguyễn Thị Ví Dụ", "Số 12, Ấp Ví Dụ", "0900 000 000", "EV1VN", 32000, "person"
    ),
    documents.LetterLine("AB7C4D", "李 Ví Dụ", "", ""),
)
SLIP = documents.PictureReturn(
    "Trung tâm Phục vụ hành chính công", "xã Ví Dụ, tỉnh An Giang", "HK7C4D", "Xin tiền người già",
    "tro_cap", AT, due(7), "", "Quầy số 3", ("phiếu này", "giấy tờ tùy thân"),
    "Nhờ người khác thì cần giấy ủy quyền.",
    documents.Money(who_collects="Giấy ủy quyền có chứng thực."), "0297 000",
)  # fmt: skip


def test_a_household_signs_one_sheet() -> None:
    told = documents.HouseholdSheet(
        HEAD, "ông Trần Văn Mẫu, Ấp Ví Dụ", date(2026, 11, 23), ("Trần Văn Thử", "Lê Thị Đi Cùng"),
        (
            documents.HouseholdLine("Trần Văn Mẫu", "Giấy ủy quyền"),
            documents.HouseholdLine("Nguyễn Thị Ví Dụ", "Quyết định trợ cấp"),
        ),
        certifies=True,
    )  # fmt: skip
    wanted = (
        "PHIẾU KÝ TẠI NHÀ", "không có mẫu quy định", "Đến nhà: ông Trần Văn Mẫu, Ấp Ví Dụ",
        "Ngày: 23/11/2026", "Đến lúc …… giờ …… phút; xong lúc …… giờ …… phút.",
        "TT", "Họ tên", "Giấy tờ", "Nộp hay nhận", "Giờ, phút", "Ký hoặc điểm chỉ",
        "1", "Trần Văn Mẫu", "Giấy ủy quyền", "2", "Nguyễn Thị Ví Dụ", "Quyết định trợ cấp",
        "Chứng thực ngoài trụ sở, lúc …… giờ …… phút, ngày 23 tháng 11 năm 2026, tại: ông Trần",
        "CÁN BỘ", "Trần Văn Thử", "NGƯỜI CÙNG ĐI", "Lê Thị Đi Cùng", "NGƯỜI LÀM CHỨNG",
    )  # fmt: skip
    form = documents.household_form(told)
    assert missing(bare(words_of(documents.form_pdf(form, at=AT))), wanted) == []
    assert missing(of_docx(documents.form_docx(form, at=AT)), wanted) == []
    plain = words_of(
        documents.form_pdf(documents.household_form(replace(told, certifies=False)), at=AT)
    )
    assert "Chứng thực" not in plain and "chưa đối chiếu" not in plain


def test_an_empty_household_sheet_has_rows_to_sign() -> None:
    form = documents.household_form(documents.HouseholdSheet(HEAD))
    with opened(documents.form_pdf(form, at=AT)) as document:
        assert len(document) == 1
    assert missing(of_docx(documents.form_docx(form, at=AT)), ("1", "2", "3", "CÁN BỘ")) == []


def test_letters_go_with_a_list_that_names_no_procedure() -> None:
    form = documents.letters_form(documents.LetterList(HEAD, LETTERS, "Trần Văn Thử"))
    wanted = (
        "DANH SÁCH BÀN GIAO BƯU GỬI", "Người nhận", "Địa chỉ", "Điện thoại", "Mã bưu gửi",
        "Cước, ai trả", "Mã của bàn", "1", "Nguyễn Thị Ví Dụ", "Số 12, Ấp Ví Dụ", "0900 000 000",
        "EV1VN", "32.000 đ, người nhận trả", "HK7C4D", "2", "chưa rõ", "AB7C4D",
        "Cộng: 2 bưu gửi", "BÊN GIAO", "Trần Văn Thử", "BƯU ĐIỆN NHẬN",
    )  # fmt: skip
    words = words_of(documents.form_pdf(form, at=AT))
    assert missing(bare(words), wanted) == [] and "?" not in words
    assert missing(of_docx(documents.form_docx(form, at=AT)), wanted) == []
    assert "Cộng: …… bưu gửi" in words_of(
        documents.form_pdf(documents.letters_form(documents.LetterList(HEAD, ())), at=AT)
    )


def test_a_label_is_half_an_a5_and_never_prints_a_name_wrong() -> None:
    sender = documents.Sender("Trung tâm Ví Dụ", "xã Ví Dụ", "Đường Mẫu", "0297 000")
    with opened(documents.post_labels(sender, LETTERS, at=AT)) as document:
        assert document[0].get_size() == pytest.approx((148 * MM, 105 * MM), abs=0.1)
        first, second = (page.get_textpage().get_text_bounded() for page in document)
    wanted = (
        "Người gửi", "Trung tâm Ví Dụ", "Đường Mẫu", "Điện thoại: 0297 000", "Người nhận",
        "Nguyễn Thị Ví Dụ", "Số 12, Ấp Ví Dụ", "0900 000 000", "EV1VN", "người nhận trả", "HK7 C4D",
    )  # fmt: skip
    assert missing(bare(first), wanted) == []
    assert "AB7C4D" in bare(second) and "?" not in second and "VíDụ..." not in bare(second)


def test_pictures_say_weekday_both_calendars_and_half_of_the_day() -> None:
    pdf = documents.picture_return(SLIP)
    wanted = (
        "HK7 C4D", "Xin tiền người già", "Mời ông, bà đến", "Thứ Hai", "Hai Ba Tư Năm Sáu Bảy CN",
        "7 tháng 12 năm 2026", "tức 29 tháng Mười âm lịch", "Còn 17 đêm nữa", "Buổi sáng",
        "từ 8 giờ", "Quầy số 3", "Phiếu này; giấy tờ tùy thân", "Nhờ người khác", "Về tiền",
        "tiền mặt", "vào tài khoản của", "Lĩnh ở, từ ngày", "Giấy ủy quyền có chứng thực.", "0297",
    )  # fmt: skip
    assert missing(bare(words_of(pdf)), wanted) == []
    with opened(pdf) as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((148 * MM, 210 * MM), abs=0.1)


@pytest.mark.parametrize(
    ("due_at", "half"),
    [
        (NO_HOUR, "all_day"),
        (datetime(2026, 12, 7, 4, 59, tzinfo=UTC), "morning"),
        (datetime(2026, 12, 7, 5, 0, tzinfo=UTC), "afternoon"),
    ],
)
def test_the_half_of_the_day(due_at: datetime, half: documents.Half, tmp_path: Path) -> None:
    assert documents.half_of(local(due_at)) == half
    pdf = documents.picture_return(
        replace(SLIP, due_at=due_at, money=None, due_words="Có thể đổi.")
    )
    (tmp_path / "slip.pdf").write_bytes(pdf)
    assert [str(one) for one in pdfua.validate(str(tmp_path / "slip.pdf")).findings] == []
    words = words_of(pdf)
    assert ("Sáng hay chiều đều được" in words) == (half == "all_day") and "Về tiền" not in words


def test_the_roll_counts_the_nights_and_its_square_is_read_by_a_scanner(tmp_path: Path) -> None:
    slip = replace(SLIP, scan="HK7C4D", way="post", bring=("giấy tờ tùy thân",))
    pdf = documents.picture_return(slip, size="80mm")
    (tmp_path / "slip.pdf").write_bytes(pdf)
    assert [str(one) for one in pdfua.validate(str(tmp_path / "slip.pdf")).findings] == []
    words = words_of(pdf)
    assert "Bưu điện mang đến nhà, sau ngày" in words and "Ông, bà ở nhà chờ" in words
    assert "Quầy số 3" not in words and "Buổi" not in words and "Mỗi tối gạch một ô." in words
    with opened(pdf) as document:
        assert len(document) == 1 and document[0].get_size()[0] == pytest.approx(80 * MM, abs=0.1)
    picture = documents.picture_return(slip, size="80mm", form="png")
    assert "HK7C4D" in documents.codes_in(picture)
    far = words_of(documents.picture_return(replace(slip, due_at=datetime(2027, 2, 1, tzinfo=UTC))))
    assert "đêm nữa" in far and "gạch một ô" not in far


def test_the_same_words_are_read_out() -> None:
    said = documents.return_sentences(SLIP)
    assert said[1] == ("Mời ông, bà đến: thứ Hai, 7 tháng 12 năm 2026, tức 29 tháng Mười âm lịch.")
    assert said[2:5] == (
        "Còn 17 đêm nữa, tính từ hôm in phiếu.", "Buổi sáng, từ 8 giờ.", "Kết quả ở: Quầy số 3.",
    )  # fmt: skip
    assert "Tiền đến bằng: cán bộ nói rõ trước khi ông, bà về." in said
    assert said[-1] == "Mã phiếu: H K 7, C 4 D."
    unknown = replace(SLIP, due_at=None, due_words="Chưa rõ thời hạn.", money=None, way="home")
    text = documents.return_text(unknown)
    assert "Chưa rõ thời hạn." in text and "thứ" not in text and "Tiền" not in text
    assert "Gửi đến: nhà ông, bà" in text and text.endswith("Không thay Giấy tiếp nhận hồ sơ.\r\n")


def test_known_money_and_an_unknown_day() -> None:
    money = documents.Money("tiền mặt", "bưu điện xã Ví Dụ", "con ruột")
    words = words_of(documents.picture_return(replace(SLIP, money=money)))
    assert "Tiền đến bằng tiền mặt" in words and "Cán bộ đánh dấu" not in words
    unknown = words_of(documents.picture_return(replace(SLIP, due_at=None, due_words="Chưa rõ")))
    assert "Chưa rõ" in unknown and "Thứ" not in unknown and "Buổi" not in unknown
