"""The office's page of money: the centre's own account, approved prices, registers."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.clock import today
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from tests.people import PASSWORD, Person, hire

PAGE = "/vinh-thuan/office/money/"
ACCOUNT = {
    "bank": "970405",
    "number": "1234 5678 9012",
    "holder": "Trung tâm PVHCC xã Vĩnh Thuận",
    "source": "QĐ thử 1",
}


@pytest.fixture
def head(client: Client, vinh_thuan: CentreRecord, hung: Person) -> Client:
    """Return Hùng's browser, both steps passed."""
    known = hire(vinh_thuan, hung)
    client.post("/vinh-thuan/sign-in/", {"username": "head", "password": PASSWORD})
    session = client.session
    session["second_factor"] = known.id
    session.save()
    return client


def post(browser: Client, path: str, **fields: str) -> int:
    return browser.post(f"{PAGE}{path}", {"key": str(uuid4()), **fields}).status_code


def test_the_account_is_the_centres_own(head: Client, vinh_thuan: CentreRecord) -> None:
    assert "chỉ thu tiền mặt" in head.get(PAGE).content.decode()
    for person, said in (
        ("Nguyễn Thị Ví Dụ", "của một người"),
        ("UBND xã Vĩnh Thuận Lê Văn Ví Dụ Hùng", "của một người"),
        ("Văn phòng phẩm Ví Dụ", "có tên xã"),
    ):
        fields = {**ACCOUNT, "holder": person, "key": str(uuid4())}
        refused = head.post(f"{PAGE}account/", fields)
        assert refused.status_code == 422 and said in refused.content.decode()
    assert centres.fee_account(vinh_thuan.id) is None
    assert post(head, "account/", **ACCOUNT) == 302
    assert "123456789012" in head.get(PAGE).content.decode()
    other = {**ACCOUNT, "bank": "", "other_bank": "970999"}
    assert post(head, "account/", **other) == 302 and post(head, "account/", **ACCOUNT) == 302
    assert post(head, "account/end/") == 302 and centres.fee_account(vinh_thuan.id) is None


def test_prices_and_registers(head: Client, vinh_thuan: CentreRecord) -> None:
    price = {"kind": "copy", "vnd": "500", "decision": "QĐ thử 9", "applies_from": "1/1/2026"}
    assert post(head, "prices/", **price) == 302
    for wrong in ({"decision": ""}, {"vnd": "x"}, {"applies_from": "mai"}):
        assert post(head, "prices/", **{**price, **wrong}) == 409
    assert dossier.money.copy_prices(vinh_thuan.id, on=today())["copy"].vnd == 500
    book = {"kind": "ban_sao", "volume": "3", "last": "120"}
    assert post(head, "registers/", **book) == 302
    for wrong in ({"last": "7"}, {"last": "x"}, {"kind": "la"}, {"mark": "sổ mới"}):
        assert post(head, "registers/", **{**book, **wrong}) == 409
    page = head.get(PAGE).content.decode()
    assert "500 đồng" in page and "quyển 3" in page and "số cuối 120" in page
    assert "ghi trên sổ giấy" in page


def test_an_officer_names_no_account(client: Client, vinh_thuan: CentreRecord, lan: Person) -> None:
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    assert client.get(PAGE).status_code == 404 and post(client, "account/", **ACCOUNT) == 404
