"""The desk's money: the lines, the slip whose code a bank reads, the statement, the box, copies."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossiers
from donghanh.dossier.tests.test_money import taken
from tests.people import Person

from .conftest import ROOM, Press

money = dossiers.money


@pytest.fixture
def residence(desk: Client, lan: Person) -> dossiers.Dossier:
    return taken("1.004222", lan, dien_mien="khong", cach_nop="tai_cho")


@pytest.fixture
def charge(press: Press, residence: dossiers.Dossier, lan: Person) -> money.Charge:
    assert press(f"dossiers/{residence.id}/fees/charges/").status_code == 302
    return money.charges_of(residence.centre_id, residence.id, by=lan)[0]


@pytest.fixture
def account(vinh_thuan: CentreRecord, hung: Person) -> None:
    whole = ("970405", "123456789012", "Trung tâm Ví Dụ", "QĐ thử 1")
    centres.set_fee_account(vinh_thuan.id, *whole, by=hung, key=new_key())


def page_of(desk: Client, path: str) -> str:
    return desk.get(f"{ROOM}{path}").content.decode()


def test_what_is_ticked_is_counted_before_anything_is_kept(
    desk: Client, residence: dossiers.Dossier, press: Press
) -> None:
    at = f"dossiers/{residence.id}/fees/"
    assert "20.000 đồng" in page_of(desk, at) and "TT 75/2022/TT-BTC" in page_of(desk, at)
    spared = press(at, group="nguoi_cao_tuoi").content.decode()
    assert "Ghi là không phải nộp" in spared and "Người cao tuổi được miễn" in spared
    five = {"level_two": "on", "item": list(money.DIGITAL_ITEMS)}
    half = press(at, **five).content.decode()
    assert "không nộp trực tuyến" in half and "Ghi khoản thu" in half
    whole = press(at, filed_online="on", **five).content.decode()
    assert "Ghi là không phải nộp" in whole
    press(f"{at}charges/", group="nguoi_cao_tuoi")
    assert "Không phải nộp tiền." in page_of(desk, at)


def test_an_unknown_fee_is_not_charged(desk: Client, press: Press, lan: Person) -> None:
    copies = taken("2.000815", lan)
    at = f"dossiers/{copies.id}/fees/"
    assert "chưa rõ" in page_of(desk, at) and "quyết định của tỉnh" not in page_of(desk, at)
    wrong = press(at, **{"count-trang": "ba"}).content.decode()
    assert 'value="ba"' in wrong and "bằng chữ số" in wrong
    assert press(f"{at}charges/").status_code == 409
    assert press(f"{at}charges/", **{"count-trang": "3", "count-bản": "2"}).status_code == 302
    assert "10.000 đồng" in page_of(desk, at)


@pytest.mark.usefixtures("account")
def test_the_printed_code_pays_the_centres_own_account(desk: Client, charge: money.Charge) -> None:
    printed = desk.get(f"/vinh-thuan/paper/payment/{charge.id}/?form=png")
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(printed.content)))
    assert code.text == money.transfer_text(charge, "970405", "123456789012")
    assert "123456789012" in code.text and f"DH{charge.reference}" in code.text


def test_without_an_account_there_is_only_cash(desk: Client, charge: money.Charge) -> None:
    printed = desk.get(f"/vinh-thuan/paper/payment/{charge.id}/?form=png")
    assert zxingcpp.read_barcodes(Image.open(BytesIO(printed.content))) == []


def sent(name: str, *lines: str) -> Any:
    text = "\n".join(["Ngày;Ghi có;Diễn giải", *lines])
    return SimpleUploadedFile(name, text.encode())


LOOK = "money/statements/"


def kept(answer: Any) -> str:
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.url.partition("?file=")[2])


@pytest.mark.usefixtures("account")
def test_a_statement_is_looked_at_taken_in_once_and_its_columns_remembered(
    desk: Client, press: Press, charge: money.Charge
) -> None:
    rows = (f"23/11/2026;20.000;DH{charge.reference} NGUYEN VI DU", "23/11/2026;7.000;la")
    name = kept(press(LOOK, file=sent("sao-ke.csv", *rows)))
    looked = page_of(desk, f"{LOOK}?file={name}")
    assert "Máy đoán theo tên cột" in looked and "27.000 đồng" in looked
    assert "không thấy số tài khoản" in looked and "Chưa nộp" in page_of(desk, "money/")
    wrong = page_of(desk, f"{LOOK}?file={name}&column-booked_on=Ngày&column-credit=Ghi có")
    assert "Chưa chọn đủ cột" in wrong and "Nhận sao kê vào" not in wrong
    for _ in range(2):
        assert press(f"{LOOK}taking/", file=name).status_code == 302
    page = page_of(desk, LOOK)
    assert "Tính là đã nộp</span><strong>1" in page and "NGUYEN VI DU" not in page
    assert "Đã nộp chuyển khoản" in page_of(desk, f"dossiers/{charge.dossier_id}/fees/")
    name = kept(press(LOOK, file=sent("sao-ke.csv", *rows)))
    again = page_of(desk, f"{LOOK}?file={name}")
    assert press("money/lines/1/", way="x", why="y").status_code == 409
    assert "Lấy theo lần trước" in again and "đã đọc lần trước: bỏ qua" in again


@pytest.mark.usefixtures("account")
def test_a_wrong_file_is_said_and_anothers_account_refused(desk: Client, press: Press) -> None:
    for wrong in (sent("a.exe"), sent("a.xls"), SimpleUploadedFile("a.csv", b"Ten;Dia chi\nx;y")):
        assert press(LOOK, file=wrong).status_code == 422
    other = "Số tài khoản: 9999 8888 7777\nNgày;Ghi có;Diễn giải\n23/11/2026;5.000;x"
    name = kept(press(LOOK, file=SimpleUploadedFile("b.csv", other.encode())))
    assert "của tài khoản 999988887777" in page_of(desk, f"{LOOK}?file={name}")
    assert press(f"{LOOK}taking/", file=name).status_code == 422
    assert money.last_statement(1) is None


def test_the_box_is_counted_and_emptied_to_the_treasurer(
    desk: Client, press: Press, charge: money.Charge
) -> None:
    press(f"charges/{charge.id}/cash/", received="20.000")
    assert press("money/count/", opening="x", counted="0").status_code == 409
    assert press("money/count/", opening="50.000", counted="5.000").status_code == 409
    assert press("money/count/", opening="50.000", counted="70000 đ").status_code == 302
    assert "khớp" in page_of(desk, "money/")
    assert press("money/handings/", vnd="20.000", to_whom="").status_code == 409
    assert press("money/handings/", vnd="90.000", to_whom="Thủ quỹ Ví Dụ").status_code == 409
    assert press("money/handings/", vnd="20.000", to_whom="Thủ quỹ Ví Dụ").status_code == 302
    page = page_of(desk, "money/")
    assert "Thủ quỹ Ví Dụ nhận" in page and "−20.000 đồng" in page
    printed = desk.get("/vinh-thuan/paper/money/2026-11-23/")
    assert printed["Content-Type"] == "application/pdf"
    assert desk.get("/vinh-thuan/paper/money/2026-11-25/").status_code == 404


def test_cash_is_taken_given_back_and_withdrawn(
    desk: Client, press: Press, charge: money.Charge
) -> None:
    at = f"charges/{charge.id}/"
    short = press(f"{at}cash/", received="1.000")
    assert short.status_code == 409 and b'value="1.000"' in short.content
    assert "Tiền phải nộp:" in short.content.decode()  # where it was typed, nothing lost
    assert press(f"{at}cash/", received="500000").status_code == 302
    assert press(f"{at}return/", why="").status_code == 409
    assert press(f"{at}return/", why="ghi nhầm").status_code == 302
    assert "hoàn trả tiền mặt" in page_of(desk, "money/")
    assert press(f"{at}voiding/", why="ghi nhầm").status_code == 302
    assert "Khoản thu <span" not in page_of(desk, f"dossiers/{charge.dossier_id}/fees/")


def test_copies_and_numbers_stand_on_the_page_of_their_dossier(
    desk: Client, press: Press, residence: dossiers.Dossier
) -> None:
    ours = str(residence.id)
    press("copies/jobs/", kind="copy", pages="4", dossier=ours)
    press("copies/jobs/", kind="scan", pages="2", goes_to="usb")
    assert press("copies/jobs/", kind="copy", pages="0").status_code == 409
    press("copies/numbers/", kind="chu_ky", count="2", dossier=ours)
    assert press("copies/numbers/", kind="la").status_code == 409
    page = page_of(desk, "copies/")
    assert "Hôm nay: 6 trang" in page and "USB của người dân" in page and "không thu" in page
    assert "Số 02, quyển số 01/2026-SCT/CK,ĐC" in page
    told = page_of(desk, f"dossiers/{ours}/")
    assert "Sao chụp 4 trang" in told and "Số chứng thực 01, quyển số 01/2026" in told
    number = money.certifications_of_dossier(residence.centre_id, residence.id)[0].id
    assert press(f"copies/numbers/{number}/striking/", why="").status_code == 409
    assert press(f"copies/numbers/{number}/striking/", why="viết sai").status_code == 302
    assert "Đã bỏ: viết sai" in page_of(desk, "copies/")
    assert "20.000 đồng" in page_of(desk, f"dossiers/{ours}/fees/"), "a copy is not its fee"
