"""The province's decision on a fee: read whole or refused, and the fee known from its day on."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossiers
from donghanh.dossier.tests.test_money import taken
from donghanh.web.office.fee_inputs import read_decision
from tests.people import BIRTH, PASSWORD, Person, hire

money = dossiers.money
PAGE = "/vinh-thuan/office/fees/"
DECISION = {
    "subject": BIRTH, "vnd-0": "8.000", "per-0": "lần", "number": "Nghị quyết 12/2026/NQ-HĐND",
    "signed": "15/3/2026", "article": "Điều 4", "valid_from": "1/4/2026",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"vnd-0": ""}, "vnd-0"),
        ({"free-0": "on"}, "vnd-0"),
        ({"vnd-1": "5.000"}, "vnd-0"),
        ({"vnd-0": "tám nghìn"}, "vnd-0"),
        ({"number": " "}, "number"),
        ({"signed": "hôm qua"}, "signed"),
        ({"article": ""}, "article"),
        ({"valid_from": "31/2/2026"}, "valid_from"),
        ({"valid_to": "1/1/2026"}, "valid_to"),
    ],
)
def test_a_decision_is_whole_or_refused(typed: dict[str, str], field: str) -> None:
    assert list(read_decision({**DECISION, **typed}, f"procedure:{BIRTH}").errors) == [field]
    assert "subject" in read_decision(DECISION, "").errors


def test_a_decision_says_its_cases_and_its_source() -> None:
    several = {**DECISION, "case-0": "Quá hạn: 60 ngày", "case-1": "Nhận cha", "free-1": "on"}
    found = read_decision(several, f"procedure:{BIRTH}")
    assert not found.errors
    assert found.value == "Quá hạn 60 ngày: 8.000 đồng một lần\nNhận cha: không thu"
    assert found.source == "Nghị quyết 12/2026/NQ-HĐND ngày 15/03/2026, Điều 4"


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_an_officer_of_a_new_centre_makes_a_fee_known(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    late = taken(
        BIRTH, lan, noi_sinh="tai_nha", cha_me_ket_hon="roi", dung_han="qua_han", dien_mien="khong"
    )
    back = {"counter": "2", "dossier": str(late.id)}
    assert client.post(PAGE, {**DECISION, "number": "", "key": str(uuid4())}).status_code == 422
    coming = {**DECISION, "valid_from": "1/1/2027", "vnd-0": "9.000", "key": str(uuid4())}
    for typed in (coming, {**DECISION, **back, "key": str(uuid4())}):
        answer = client.post(PAGE, typed)
        assert answer.status_code == 302
    assert answer["Location"].endswith(f"/desk/2/dossiers/{late.id}/fees/")
    (line,) = money.assess(vinh_thuan.id, late.id, money.Circumstances()).lines
    assert line.vnd == 8_000 and "Điều 4" in line.why and "01/04/2026" in line.why
    page = client.get(PAGE).content.decode()
    assert "Sẽ áp dụng từ" in page and "Nghị quyết 12/2026/NQ-HĐND" in page
