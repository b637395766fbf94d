"""Papers ticked, dossiers taken in, the official code, the result in the right hands."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.test_import import record, written
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue
from tests.people import MONDAY_NINE, PENSION, Person

from .conftest import ROOM, Press

REQUEST = "mau_01_huu_tri_xa_hoi"
CODE = "H40.31-261123-0012"


@pytest.fixture
def accepted(
    vinh_thuan: CentreRecord, waiting: queue.WaitingTicket, lan: Person
) -> dossier.Dossier:
    """Return a dossier of bà Tư."""
    who = dossier.Applicant("Nguyễn Thị Ví Dụ Tư")
    return dossier.accept(
        vinh_thuan.id, waiting.visit_id, PENSION, taken=dossier.Taken(who), by=lan, key=new_key()
    )


def page_of(desk: Client, path: str = ROOM) -> str:
    return desk.get(path).content.decode()


def test_ticks_and_answers_are_one_press(
    desk: Client,
    press: Press,
    call_id: int,
    vinh_thuan: CentreRecord,
    waiting: queue.WaitingTicket,
) -> None:
    assert "Còn thiếu" in page_of(desk)
    press(f"calls/{call_id}/papers/", procedure=PENSION, held=["giay_to_tuy_than"])
    held, _ = dossier.papers_at_hand(vinh_thuan.id, waiting.visit_id, PENSION)
    assert held == ("giay_to_tuy_than",)
    press(f"calls/{call_id}/papers/", procedure=PENSION, all="1")
    page = page_of(desk)
    assert "Đủ giấy tờ." in page and "Còn thiếu" not in page


def test_what_has_no_plain_words_is_ticked_by_its_published_papers(
    desk: Client,
    press: Press,
    call_id: int,
    vinh_thuan: CentreRecord,
    waiting: queue.WaitingTicket,
    tmp_path: Path,
) -> None:
    path = written(tmp_path / "a.jsonl", record("1.777777"), record("1.777778", documents=[]))
    catalogue.import_catalogue(path, by=SystemActor(), key=new_key())
    press(f"calls/{call_id}/procedures/", code="1.777777")
    page = page_of(desk, f"{ROOM}?procedure=1.777777")
    assert "chưa đối chiếu" in page and "Tờ khai" in page and "hẹn ngày" not in page
    press(f"calls/{call_id}/papers/", procedure="1.777777", held=["official_khong_co"])
    assert dossier.papers_at_hand(vinh_thuan.id, waiting.visit_id, "1.777777")[0] == ()
    slip = desk.get(f"/vinh-thuan/paper/missing/{waiting.slip_code}/1.777777/?size=a5")
    assert "Tờ khai" in words_of(slip.content)
    press(f"calls/{call_id}/papers/", procedure="1.777777", all="1")
    assert "Đủ giấy tờ." in page_of(desk, f"{ROOM}?procedure=1.777777")
    press(f"calls/{call_id}/procedures/", code="1.777778")
    page = page_of(desk, f"{ROOM}?procedure=1.777778")
    assert "Không có nghĩa là không cần giấy" in page and "Đủ giấy tờ." not in page


def test_taking_in_keeps_the_ticks_of_the_same_form(
    desk: Client, press: Press, call_id: int, vinh_thuan: CentreRecord
) -> None:
    fields = {"procedure": PENSION, "held": [REQUEST], "name": "Nguyễn Thị Ví Dụ Tư"}
    key = str(uuid4())
    for _ in range(2):
        assert press(f"calls/{call_id}/dossiers/", key=key, **fields).status_code == 302
    (made,) = dossier.open_dossiers(vinh_thuan.id)
    assert made.papers == (REQUEST,)
    assert "In phiếu hẹn" in page_of(desk) and made.code[:3] in page_of(desk)


def test_a_code_of_the_citizen_is_refused_and_nothing_typed_is_lost(
    press: Press, call_id: int, vinh_thuan: CentreRecord
) -> None:
    typed = {"procedure": PENSION, "name": "mật khẩu 123", "address": "Ấp Ví Dụ"}
    response = press(f"calls/{call_id}/dossiers/", **typed)
    page = response.content.decode()
    assert response.status_code == 422 and "<title>Lỗi: " in page
    assert "Không ghi mã này vào đây" in page and 'href="#name"' in page
    assert 'value="Ấp Ví Dụ"' in page and 'value="mật khẩu 123"' in page
    assert dossier.open_dossiers(vinh_thuan.id) == []


def test_a_scanned_code_opens_the_dossier(desk: Client, accepted: dossier.Dossier) -> None:
    at = f"{ROOM}dossiers/{accepted.id}/"
    for typed in (accepted.code.lower(), f"https://vi-du.vn/vinh-thuan/x/{accepted.code}"):
        assert desk.get(ROOM + "dossiers/", {"code": typed})["Location"] == at
    assert "Nguyễn Thị Ví Dụ Tư" in page_of(desk, at)
    listed = page_of(desk, ROOM + "dossiers/")
    assert "Xin tiền người già" in listed and "Ví Dụ Tư" not in listed


def test_an_unknown_code_is_said_in_place(desk: Client, content: None) -> None:
    response = desk.get(ROOM + "dossiers/", {"code": "KHONGCO"})
    assert response.status_code == 404 and "Không tìm thấy hồ sơ" in response.content.decode()


def test_whose_dossier_it_is_is_an_audited_read(
    desk: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord
) -> None:
    page_of(desk, f"{ROOM}dossiers/{accepted.id}/")
    assert "dossier.applicant_read" in [e.verb for e in audit.events(vinh_thuan.id)]


def test_the_official_date_wins_and_the_difference_is_said(
    desk: Client, press: Press, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    typed = {"code": CODE.lower(), "due_day": "15/12/2026", "due_hour": "16:00"}
    assert press(at + "official/", **typed).status_code == 302
    page = page_of(desk, ROOM + at)
    assert "thứ Ba, 15/12/2026" in page and "mới là ngày đúng" in page and "Mẫu 01" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"code": "123"}, "chưa phải mã hồ sơ của tỉnh"),
        ({"code": CODE, "due_day": "mai"}, "Ghi ngày như"),
        ({"code": CODE, "due_day": "1/1/2026", "due_hour": "8h"}, "không thể trước ngày nhận"),
        ({"code": CODE, "due_day": "9/12/2026"}, "Ghi cả giờ"),
    ],
)
def test_a_wrong_official_code_stays_typed(
    press: Press, accepted: dossier.Dossier, typed: dict[str, str], words: str
) -> None:
    response = press(f"dossiers/{accepted.id}/official/", **typed)
    page = response.content.decode()
    assert response.status_code == 422 and words in page and f'value="{typed["code"]}"' in page


def test_an_official_code_belongs_to_one_dossier(
    press: Press,
    accepted: dossier.Dossier,
    vinh_thuan: CentreRecord,
    waiting: queue.WaitingTicket,
    lan: Person,
) -> None:
    visit = waiting.visit_id
    other = dossier.accept(vinh_thuan.id, visit, PENSION, by=lan, key=new_key())
    press(f"dossiers/{accepted.id}/official/", code=CODE)
    response = press(f"dossiers/{other.id}/official/", code=CODE)
    assert response.status_code == 422 and "hồ sơ khác" in response.content.decode()


def test_a_result_is_handed_over_once(
    desk: Client, press: Press, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    assert press(at + "handover/").status_code == 422
    assert press(at + "handover/", shown="chi_giay_to").status_code == 302
    again = press(at + "handover/", shown="giay_hen_va_giay_to")
    assert again.status_code == 409 and "đã trả rồi" in again.content.decode()
    assert "Chỉ giấy tờ tùy thân" in page_of(desk, ROOM + at)


def test_a_hand_over_is_taken_back_within_a_minute(
    desk: Client, press: Press, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    press(at + "handover/", shown="chi_giay_to")
    assert "Hoàn tác" in page_of(desk, ROOM + at)
    press(at + "handover/undo/")
    assert "Đã xem giấy gì?" in page_of(desk, ROOM + at)
    press(at + "handover/", shown="chi_giay_to")
    with frozen(MONDAY_NINE + timedelta(seconds=61)):
        assert press(at + "handover/undo/").status_code == 409


def test_pages_and_copies_are_counted_at_the_desk(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    press(f"calls/{call_id}/procedures/", code="2.000815")
    at = f"{ROOM}?procedure=2.000815"
    assert "Số trang một giấy" in page_of(desk, at)
    assert "27.000 đồng cho 3 bản, 7 trang" in page_of(desk, at + "&trang=7&ban=3")
    for wrong in ("&trang=0", "&trang=nhiều", "&trang=99999999", ""):
        assert 'role="status">2' not in page_of(desk, at + wrong)


def test_what_is_typed_outlives_a_look_at_what_is_missing(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    """Enter in any field presses that button, and only then does the next question appear."""
    here = f"calls/{call_id}/papers/"
    page = press(here, procedure=PENSION, name="Nguyễn Thị Ví Dụ Tư", collect_way="home")
    assert page.status_code == 200 and 'value="Nguyễn Thị Ví Dụ Tư"' in page.content.decode()
    page = press(here, procedure=PENSION, lines="Giấy A\r\nGiấy B", lines_offered="Giấy A")
    assert "Giấy A\r\nGiấy B</textarea>" in page.content.decode()
    page = press(here, procedure=PENSION, lines="Giấy A", lines_offered="Giấy A")
    assert page.status_code == 302


def test_who_may_go_instead_is_said_and_no_sheet_is_offered_where_nobody_may(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    assert "In giấy ủy quyền" in page_of(desk, f"{ROOM}?procedure={PENSION}")
    press(f"calls/{call_id}/procedures/", code="1.000894")
    page = page_of(desk, f"{ROOM}?procedure=1.000894")
    assert "Không ai đi thay được" in page and "In giấy ủy quyền" not in page


def test_only_questions_that_still_change_the_answer_are_asked(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    """With the father's name on it, the fee waits for no other answer: two questions fall away."""
    press(f"calls/{call_id}/procedures/", code="1.001193")
    answers = {"noi_sinh": "co_so_y_te", "cha_me_ket_hon": "chua", "ghi_ten_cha": "co"}
    typed = {f"case-{name}": choice for name, choice in answers.items()}
    press(f"calls/{call_id}/papers/", procedure="1.001193", **typed)
    page = page_of(desk, f"{ROOM}?procedure=1.001193")
    assert 'name="case-ghi_ten_cha"' in page
    assert 'name="case-dung_han"' not in page and 'name="case-dien_mien"' not in page
