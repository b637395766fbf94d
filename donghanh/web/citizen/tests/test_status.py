"""How far is my dossier? Two secrets, no name, plain words for every state."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossiers
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, Person, ba_tu

pytestmark = pytest.mark.usefixtures("content")
HER = dossiers.Applicant("Nguyễn Thị Ví Dụ Tư", "000000000078", "Ấp Ví Dụ", "")


@pytest.fixture
def dossier(vinh_thuan: CentreRecord, lan: Person) -> dossiers.Dossier:
    visit = reception.open_visit(ba_tu(vinh_thuan.id), by=lan, key=new_key())
    taken, ours = dossiers.Taken(HER), vinh_thuan.id
    return dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key(), taken=taken)


def told(client: Client, dossier: dossiers.Dossier, ending: str = "0078") -> str:
    typed = {"code": dossier.code.lower(), "ending": ending}
    page = client.post("/vinh-thuan/status/", typed).content.decode()
    assert "Ví Dụ" not in page and "0000" not in page
    return page


def test_every_state_has_its_sentence(
    client: Client, dossier: dossiers.Dossier, lan: Person
) -> None:
    where, by = (dossier.centre_id, dossier.id), lan
    assert "Hẹn trả" in told(client, dossier) and "data-say" in told(client, dossier)
    dossiers.ask_supplement(*where, ["A"], "Thiếu", by=by, key=new_key())
    assert "chờ ông bà bổ sung" in told(client, dossier)
    dossiers.answer_supplement(*where, by=by, key=new_key())
    with frozen(MONDAY_NINE + timedelta(days=90)):
        assert "đang chậm" in told(client, dossier)
        dossiers.note_ready(*where, by=by, key=new_key())
        assert "mời ông bà đến lấy" in told(client, dossier)
        dossiers.hand_over(*where, "buu_chinh", by=by, key=new_key())
        assert "đã gửi bưu chính" in told(client, dossier)
        dossiers.note_arrival(*where, by=by, key=new_key())
        assert "Đã trả kết quả" in told(client, dossier)


@pytest.mark.parametrize(("refused", "words"), [(False, "đã dừng"), (True, "bị từ chối")])
def test_what_ended_is_said(
    client: Client, dossier: dossiers.Dossier, lan: Person, refused: bool, words: str
) -> None:
    where = (dossier.centre_id, dossier.id)
    if refused:
        dossiers.refuse(*where, "Không thuộc diện", by=lan, key=new_key())
    else:
        dossiers.stop(*where, by=lan, key=new_key())
    page = told(client, dossier)
    assert words in page and "Không thuộc diện" not in page


def test_a_wrong_secret_says_nothing_and_then_locks(
    client: Client, dossier: dossiers.Dossier
) -> None:
    assert 'name="ending"' in client.get("/vinh-thuan/status/").content.decode()
    empty = client.post("/vinh-thuan/status/", {"code": "", "ending": ""})
    assert empty.status_code == 422
    for _ in range(5):
        assert "chưa khớp" in told(client, dossier, "1234")
    assert "tạm khóa một giờ" in told(client, dossier)
    unknown = client.post("/vinh-thuan/status/", {"code": "CCCCCC", "ending": "0078"})
    assert "chưa khớp" in unknown.content.decode()
