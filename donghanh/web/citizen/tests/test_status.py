"""How far is my dossier? Two secrets, no name, plain words for every state."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossiers
from donghanh.reception import service as reception
from donghanh.web.components import guesses
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
    dossiers.ask_supplement(*where, ["Sổ tiết kiệm"], "Thiếu", by=by, key=new_key())
    waiting = told(client, dossier)
    assert "chờ ông bà bổ sung" in waiting and "Sổ tiết kiệm" in waiting
    dossiers.answer_supplement(*where, by=by, key=new_key())
    with frozen(MONDAY_NINE + timedelta(days=90)):
        assert "đang chậm" in told(client, dossier)
        dossiers.note_ready(*where, by=by, key=new_key())
        assert "mời ông bà đến lấy" in told(client, dossier)
        dossiers.hand_over(*where, "buu_chinh", by=by, key=new_key())
        assert "đã gửi bưu chính" in told(client, dossier)
        dossiers.note_return(*where, by=by, key=new_key())
        assert "đã quay lại" in told(client, dossier)
        dossiers.hand_over(*where, "buu_chinh", by=by, key=new_key())
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


def test_who_goes_from_code_to_code_is_sent_to_a_person(
    client: Client, dossier: dossiers.Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guesses, "WRONG_MAX", 3)
    typed = {"code": dossier.code, "ending": "0078"}
    thief = Client(REMOTE_ADDR="10.20.30.40")
    for number in range(3):
        guess = {"code": f"000.22.H03-261123-{number:04}", "ending": "1234"}
        assert thief.post("/vinh-thuan/status/", guess).status_code == 422
    stopped = thief.post("/vinh-thuan/status/", typed).content.decode()
    assert "thử sai nhiều mã" in stopped
    assert thief.get("/vinh-thuan/opinions/CCCCCC/").status_code == 409
    assert "Hẹn trả" in told(client, dossier)  # nobody else is stopped by it


def test_the_kiosk_tells_neither_name_nor_matter(client: Client, dossier: dossiers.Dossier) -> None:
    here = dossier.centre_id
    code = centres.invite(here, "kiosk", "Máy thử", by=SystemActor(here), key=new_key())
    client.post("/vinh-thuan/kiosk/enrol/", {"code": code, "key": str(new_key())})
    typed = {"code": dossier.code}
    asked = client.post("/vinh-thuan/kiosk/status/", typed).content.decode()
    assert 'name="ending"' in asked
    shown = client.post("/vinh-thuan/kiosk/status/", {**typed, "ending": "0078"}).content.decode()
    assert "Hẹn trả" in shown and "người già" not in shown and "Ví Dụ Tư" not in shown
    wrong = client.post("/vinh-thuan/kiosk/status/", {**typed, "ending": "1111"})
    assert wrong.status_code == 422 and 'name="code"' in wrong.content.decode()
    assert wrong.content.decode().count("Lấy số hỏi cán bộ</a>") == 1
    faces = client.get("/vinh-thuan/kiosk/rating/").content.decode()
    assert all(f'data-choice="{key}"' in faces for key in (1, 2, 3))
