"""Prints of a dossier's life: each only when it happened, and only for who serves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from donghanh.audit import service as audit
from donghanh.base.clock import at_local, frozen, now
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.form_samples import of_docx
from donghanh.documents.tests.samples import words_of
from donghanh.dossier import service as dossier
from donghanh.reception import service as reception
from donghanh.web.paper import dossier_sheets
from donghanh.web.paper.money_said import SaidMoney, read_money
from tests.people import MONDAY_NINE, PASSWORD, PENSION, Person, anybody, hire

ROOM = "/vinh-thuan/paper/"
CODE = "H40.31-261123-0012"


@pytest.fixture
def officer(client: Client, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return Lan's browser."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


@pytest.fixture
def accepted(vinh_thuan: CentreRecord, lan: Person, content: None) -> dossier.Dossier:
    """Return a dossier of bà Tư."""
    visit = reception.open_visit(anybody(vinh_thuan.id), by=lan, key=new_key())
    who = dossier.Applicant("Nguyễn Thị Ví Dụ Tư", "089148000000", "Ấp Ví Dụ", "0900000000")
    return dossier.accept(
        vinh_thuan.id, visit.id, PENSION, taken=dossier.Taken(who), by=lan, key=new_key()
    )


def read(officer: Client, path: str) -> str:
    """Return the words of a print."""
    response = officer.get(ROOM + path)
    assert response.status_code == 200 and "no-store" in response["Cache-Control"], path
    return words_of(response.content)


def test_what_did_not_happen_is_not_printed(officer: Client, accepted: dossier.Dossier) -> None:
    for name in ("mau-01", "mau-02", "mau-03", "mau-04", "mau-05"):
        response = officer.get(f"{ROOM}forms/{accepted.code}/{name}/")
        assert response.status_code == 409, name
        assert "chưa có việc đó" in response.content.decode()
    for path in (
        f"forms/{accepted.code}/mau-07/",
        "forms/empty/mau-08/",
        "forms/register/thu-hai/",
    ):
        assert officer.get(ROOM + path).status_code == 404


def test_a_request_and_a_stop_are_told_with_their_words(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    here, one = vinh_thuan.id, accepted.id
    dossier.ask_supplement(here, one, ("Bản sao Căn cước",), "Bị mờ", by=lan, key=new_key())
    words = read(officer, f"forms/{accepted.code}/mau-02/")
    assert "1. Bản sao Căn cước" in words and "Lý do: Bị mờ" in words
    assert "Nguyễn Thị Ví Dụ Tư" in words and "Mời ông, bà bổ sung chậm nhất: " in words
    dossier.stop(here, one, reason="Chuyển đi", by=lan, key=new_key())
    assert "Ông/Bà/Tổ chức nêu (nếu có): Chuyển đi" in read(
        officer, f"forms/{accepted.code}/mau-05/"
    )
    assert "dossier.applicant_read" in [event.verb for event in audit.events(here)]


def test_an_apology_names_both_dates(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    new = at_local(MONDAY_NINE.date().replace(month=12, day=18), 15)
    dossier.apologise(vinh_thuan.id, accepted.id, new, "Máy hỏng", by=lan, key=new_key())
    words = read(officer, f"forms/{accepted.code}/mau-04/")
    assert "…… giờ …… phút, ngày 08 tháng 12 năm 2026" in words  # the desk's own, without an hour
    assert "vào ngày 18 tháng 12 năm 2026" in words and "Lý do: Máy hỏng" in words


def test_a_refusal_and_the_way_it_went(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    bodies = ("Trung tâm", "Phòng Ví Dụ")
    dossier.pass_on(vinh_thuan.id, accepted.id, *bodies, by=lan, key=new_key())
    words = read(officer, f"forms/{accepted.code}/mau-06/")
    assert "2. Nhận: Phòng Ví Dụ" in words and "09 giờ 00 phút," in words
    dossier.refuse(vinh_thuan.id, accepted.id, "Không đủ điều kiện", by=lan, key=new_key())
    assert "Không đủ điều kiện" in read(officer, f"forms/{accepted.code}/mau-03/")


@pytest.mark.parametrize(
    ("day", "words"), [(22, "Trước hạn"), (23, "Đúng hạn"), (24, "Quá hạn"), (None, "")]
)
def test_a_passage_in_time_or_late(day: int | None, words: str) -> None:
    due_on = MONDAY_NINE.date()
    passed_at = at_local(due_on.replace(day=day or 23), 23, 59)
    assert dossier_sheets.result_words(passed_at, due_on if day else None) == words


def test_the_receipt_as_word_and_the_register_of_a_day(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    dossier.set_official(vinh_thuan.id, accepted.id, CODE, None, by=lan, key=new_key())
    response = officer.get(f"{ROOM}forms/{accepted.code}/mau-01/?as=docx")
    assert response["Content-Disposition"].endswith(f'mau-01-{accepted.code}.docx"')
    assert f"Mãhồsơ:{CODE}" in of_docx(response.content)
    words = read(officer, "forms/register/2026-11-23/")
    assert "ngày 23/11/2026" in words and CODE in words and "Nguyễn Thị Ví Dụ Tư" in words
    assert CODE not in read(officer, "forms/register/2026-11-22/")
    assert "SỔ THEO DÕI HỒ SƠ" in read(officer, "forms/empty/mau-07/")


def test_the_slip_in_pictures_names_nobody(officer: Client, accepted: dossier.Dossier) -> None:
    words = read(officer, f"return/{accepted.code}/pictures/")
    assert "Thứ Ba" in words and "8 tháng 12 năm 2026" in words and "âm lịch" in words
    assert "Sáng hay chiều đều được" in words and "Về tiền" in words
    assert "Ví Dụ Tư" not in words and "0900" not in words


def test_the_slip_says_how_money_comes_on_paper_and_in_plain_text(
    officer: Client, accepted: dossier.Dossier
) -> None:
    asked = "money=tai_khoan&where=B%C6%B0u+%C4%91i%E1%BB%87n+x%C3%A3"
    words = read(officer, f"return/{accepted.code}/pictures/?size=80mm&{asked}")
    assert "chuyển vào tài khoản" in words and "Bưu điện xã" in words and "đánh dấu" not in words
    text = officer.get(f"{ROOM}return/{accepted.code}/text/?{asked}")
    assert text["Content-Type"].startswith("text/plain")
    assert "Lĩnh ở: Bưu điện xã." in text.content.decode()
    assert "Ví Dụ Tư" not in text.content.decode()
    assert read_money({"money": "la", "where": "x"}) == SaidMoney()
    for private in ("9704 3601 2345 6789", "123456"):
        assert read_money({"money": "tai_khoan", "where": private}).where == ""
    assert read_money({"money": "tien_mat", "where": "từ 5/12/2026"}).where == "từ 5/12/2026"


def test_who_sent_them_and_where_it_goes_stand_on_the_receipt(
    officer: Client, vinh_thuan: CentreRecord, lan: Person, content: None
) -> None:
    here = vinh_thuan.id
    sent_by = dossier.Authoriser("Lê Văn Mẫu", "089148004321", paper="Giấy ủy quyền số 5")
    visit = reception.open_visit(anybody(here), by=lan, key=new_key())
    who = dossier.Applicant("Nguyễn Thị Ví Dụ Tư", "", "Ấp Ví Dụ", authoriser=sent_by)
    taken = dossier.Taken(who, collect_way=dossier.Way.POST)
    one = dossier.accept(here, visit.id, PENSION, by=lan, key=new_key(), taken=taken)
    words = read(officer, f"return/{one.code}/")
    assert "Bưu điện mang kết quả đến nhà, sau ngày" in words
    assert "Bưu điện gửi về: Ấp Ví Dụ" in words and "Khi nhận cần Giấy tờ tùy thân" in words
    assert dossier.status(here, one.code, "4321", by=lan).dossier.id == one.id
    assert [found.dossier.id for found in dossier.look_up(here, "van mau", by=lan)] == [one.id]
    dossier.set_official(here, one.id, CODE, None, by=lan, key=new_key())
    receipt = read(officer, f"return/{one.code}/")
    assert "Người ủy quyền: Lê Văn Mẫu" in receipt and "Giấy ủy quyền số 5" in receipt
    assert "Đăng ký nhận kết quả tại: Bưu điện gửi về: Ấp Ví Dụ" in receipt


def test_letters_under_way_have_a_list_and_labels(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    assert officer.get(f"{ROOM}letters/labels/").status_code == 409
    with frozen(now() + timedelta(minutes=5)):
        dossier.note_ready(vinh_thuan.id, accepted.id, by=lan, key=new_key())
        given = dossier.Given(tracking="EV1VN", fee_vnd=32000, paid_by="person")
        dossier.hand_over(
            vinh_thuan.id, accepted.id, "buu_chinh", given=given, by=lan, key=new_key()
        )
        words = read(officer, "letters/")
        assert "32.000 đ, người nhận trả" in words and "trợ cấp" not in words.lower()
        label = read(officer, f"letters/labels/?code={accepted.code}")
        assert "Nguyễn Thị Ví Dụ Tư" in label and "EV1VN" in label and "trợ cấp" not in label
        assert officer.get(f"{ROOM}letters/labels/?code=KHAC").status_code == 409
    with frozen(now() + timedelta(days=1)):
        officer.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
        assert "Cộng: …… bưu gửi" in read(officer, "letters/")  # it went yesterday
        assert "EV1VN" in read(officer, f"letters/labels/?code={accepted.code}")


def test_a_household_sheet_for_some_dossiers_or_empty(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    visit = reception.open_visit(anybody(vinh_thuan.id), by=lan, key=new_key())
    for name, where in (("Trần Văn Mẫu", " ấp  ví dụ"), ("Lê Thị Khác", "Ấp Khác")):
        who = dossier.Applicant(name, address=where)
        dossier.accept(
            vinh_thuan.id, visit.id, PENSION, taken=dossier.Taken(who), by=lan, key=new_key()
        )
    words = read(officer, f"household/?home={accepted.code}&certified=1")
    assert "Đến nhà: Ấp Ví Dụ" in words and "Nguyễn Thị Ví Dụ Tư" in words
    assert "Trần Văn Mẫu" in words and "Lê Thị Khác" not in words
    assert "Trần Văn Mẫu" not in read(officer, f"household/?code={accepted.code}")
    assert "Chứng thực ngoài trụ sở" in words
    assert "Chứng thực" not in read(officer, "household/")


def test_who_only_receives_prints_none_of_it(
    client: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    paths = (
        f"forms/{accepted.code}/mau-06/", "forms/empty/mau-01/", "forms/register/2026-11-23/",
        f"return/{accepted.code}/pictures/", f"return/{accepted.code}/text/", "letters/",
        "letters/labels/", "household/",
    )  # fmt: skip
    assert {client.get(ROOM + path).status_code for path in paths} == {404}
