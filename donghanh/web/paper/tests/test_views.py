"""Prints: the right words in the right hands, and nothing of needs on any of them."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from donghanh.audit import service as audit
from donghanh.base.clock import at_local
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from donghanh.web.access import device_cookie
from donghanh.web.paper import slips
from tests.people import BIRTH, MONDAY_NINE, PASSWORD, PENSION, Person, anybody, ba_tu, hire

ROOM = "/vinh-thuan/paper/"


@pytest.fixture
def waiting(vinh_thuan: CentreRecord, hoa: Person, content: None) -> queue.WaitingTicket:
    """Return the ticket of bà Tư."""
    return queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())


@pytest.fixture
def officer(client: Client, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return Lan's browser."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


@pytest.fixture
def volunteer(client: Client, vinh_thuan: CentreRecord, hoa: Person) -> Client:
    """Return Hoa's browser."""
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    return client


@pytest.fixture
def kiosk(client: Client, vinh_thuan: CentreRecord) -> Client:
    """Return the browser of an enrolled kiosk."""
    by = SystemActor(vinh_thuan.id)
    code = centres.invite(vinh_thuan.id, "kiosk", "Máy thử", by=by, key=new_key())
    client.cookies[device_cookie("kiosk")] = centres.enrol(
        vinh_thuan.id, code, by=by, key=new_key()
    )
    return client


@pytest.fixture
def accepted(
    vinh_thuan: CentreRecord, waiting: queue.WaitingTicket, lan: Person
) -> dossier.Dossier:
    """Return a dossier of bà Tư."""
    who = dossier.Applicant("Nguyễn Thị Ví Dụ Tư", phone="0900000000")
    return dossier.accept(
        vinh_thuan.id, waiting.visit_id, PENSION, taken=dossier.Taken(who), by=lan, key=new_key()
    )


def test_a_stranger_prints_nothing(client: Client, waiting: queue.WaitingTicket) -> None:
    for path in (f"ticket/{waiting.slip_code}/", f"missing/{waiting.slip_code}/{PENSION}/"):
        assert 'name="password"' in client.get(ROOM + path).content.decode()


def test_a_ticket_says_number_and_papers_but_no_need(
    volunteer: Client, waiting: queue.WaitingTicket
) -> None:
    response = volunteer.get(f"{ROOM}ticket/{waiting.slip_code}/?size=a5")
    assert response["Content-Type"] == "application/pdf" and "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"] == 'inline; filename="phieu-so-1.pdf"'
    words = words_of(response.content)
    assert "Xin tiền người già" in words and "Giấy tờ cần có" in words
    for secret in ("đọc giúp", "Ưu tiên", "60 tuổi", "ghế 3", "Ấp Ví Dụ"):
        assert secret not in words


def test_a_ticket_printer_gets_a_picture(volunteer: Client, waiting: queue.WaitingTicket) -> None:
    response = volunteer.get(f"{ROOM}ticket/{waiting.slip_code}/?form=png")
    assert response["Content-Type"] == "image/png" and response.content.startswith(b"\x89PNG")


def test_a_kiosk_prints_tickets_of_today_only(
    kiosk: Client, waiting: queue.WaitingTicket, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    assert kiosk.get(f"{ROOM}ticket/{waiting.slip_code}/").status_code == 200
    day_before = at_local(MONDAY_NINE.date().replace(day=22), 9)
    past = reception.open_visit(anybody(vinh_thuan.id), by=hoa, key=new_key(), at=day_before)
    assert kiosk.get(f"{ROOM}ticket/{past.slip_code}/").status_code == 404
    missing = kiosk.get(f"{ROOM}missing/{waiting.slip_code}/{PENSION}/")
    assert missing["Content-Type"].startswith("text/html")


def test_a_volunteer_prints_tickets_only(
    volunteer: Client, waiting: queue.WaitingTicket, accepted: dossier.Dossier
) -> None:
    for path in (f"missing/{waiting.slip_code}/{PENSION}/", f"return/{accepted.code}/"):
        assert volunteer.get(ROOM + path).status_code == 404


def test_the_missing_slip_says_where_and_what_is_not_known(
    officer: Client, waiting: queue.WaitingTicket
) -> None:
    words = words_of(officer.get(f"{ROOM}missing/{waiting.slip_code}/{PENSION}/").content)
    assert "Giấy tờ còn thiếu" in words and "Chưa rõ" in words and "Lấy ở đâu" in words


def test_nothing_missing_is_no_slip(
    officer: Client, waiting: queue.WaitingTicket, vinh_thuan: CentreRecord, lan: Person
) -> None:
    every = list(catalogue.papers())
    dossier.tick_papers(vinh_thuan.id, waiting.visit_id, PENSION, every, {}, by=lan, key=new_key())
    response = officer.get(f"{ROOM}missing/{waiting.slip_code}/{PENSION}/")
    assert response.status_code == 409 and "không còn thiếu" in response.content.decode()


def test_the_return_slip_has_weekday_and_both_calendars(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord
) -> None:
    response = officer.get(f"{ROOM}return/{accepted.code}/")
    assert response["Content-Disposition"] == f'inline; filename="phieu-hen-{accepted.code}.pdf"'
    words = words_of(response.content)
    assert "không thay Giấy tiếp nhận" in words and "âm lịch" in words and "từ 0 giờ" not in words
    assert "Thứ Ba, 08/12/2026" in words  # ten working days; the 24th is a holiday
    assert "mất phiếu thì chỉ cần giấy tờ tùy thân" in words
    assert "dossier.applicant_read" in [e.verb for e in audit.events(vinh_thuan.id)]


def test_with_the_official_code_it_is_the_receipt(
    officer: Client, accepted: dossier.Dossier, vinh_thuan: CentreRecord, lan: Person
) -> None:
    due = at_local(MONDAY_NINE.date().replace(month=12, day=15), 16)
    code = "H40.31-261123-0012"
    dossier.set_official(vinh_thuan.id, accepted.id, code, due, by=lan, key=new_key())
    response = officer.get(f"{ROOM}return/{accepted.code}/")
    words = words_of(response.content)
    assert "giay-tiep-nhan" in response["Content-Disposition"] and code in words
    assert "16 giờ 00 phút, ngày 15 tháng 12 năm 2026" in words and "muộn hơn 7 ngày" in words


@pytest.mark.parametrize(
    "path", ["ticket/KHONGCO/", f"missing/KHONGCO/{BIRTH}/", "return/KHONGCO/"]
)
def test_an_unknown_code_has_its_page(officer: Client, content: None, path: str) -> None:
    response = officer.get(ROOM + path)
    assert response.status_code == 404 and "Không tìm thấy" in response.content.decode()


def test_prints_change_nothing_by_post(officer: Client, waiting: queue.WaitingTicket) -> None:
    path = f"{ROOM}ticket/{waiting.slip_code}/"
    assert officer.post(path, {"key": str(uuid4())}).status_code == 405


def test_a_qr_only_where_the_portal_has_an_address(
    settings: Settings, vinh_thuan: CentreRecord, waiting: queue.WaitingTicket
) -> None:
    visit = reception.visit(vinh_thuan.id, waiting.visit_id)
    settings.PUBLIC_URL = ""
    assert slips.ticket_slip(vinh_thuan, visit).follow_url is None
    settings.PUBLIC_URL = "https://vi-du.vn"
    follow = slips.ticket_slip(vinh_thuan, visit).follow_url
    assert follow is not None and follow.startswith("https://vi-du.vn/vinh-thuan/")


def test_a_ticket_without_procedure_says_what_comes(
    vinh_thuan: CentreRecord, hoa: Person, content: None
) -> None:
    made = queue.join(anybody(vinh_thuan.id, procedure_codes=()), by=hoa, key=new_key())
    slip = slips.ticket_slip(vinh_thuan, reception.visit(vinh_thuan.id, made.visit_id))
    assert slip.notes == (slips.NOTHING_CHOSEN,) and slip.promise.startswith("Chờ không quá")


def test_a_slip_never_tells_of_a_denunciation(
    volunteer: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    intake = anybody(vinh_thuan.id, procedure_codes=("2.002396",))
    held = queue.join(intake, by=hoa, key=new_key())
    text = words_of(volunteer.get(f"/vinh-thuan/paper/ticket/{held.slip_code}/").content).lower()
    assert "gặp cán bộ" in text
    assert "tố cáo" not in text


def test_a_volunteer_prints_for_who_sees_little_or_speaks_khmer(
    volunteer: Client, waiting: queue.WaitingTicket
) -> None:
    at = f"{ROOM}ticket/{waiting.slip_code}/"
    assert "Cắt" in words_of(volunteer.get(at, {"cut": "1"}).content)
    khmer = words_of(volunteer.get(at, {"language": "km"}).content)
    assert "Tiếng Khmer: chưa người bản ngữ duyệt." in khmer
    assert volunteer.get(at, {"language": "xx"}).status_code == 404
    text = volunteer.get(f"{ROOM}text/{waiting.slip_code}/")
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    said = text.content.decode()
    assert said.startswith(f"Số của ông, bà: {waiting.label}.")
    assert not any(word in said for word in ("đọc giúp", "60 tuổi", "ưu tiên"))


def test_cards_print_with_and_without_khmer(volunteer: Client) -> None:
    assert "Tôi chưa hiểu" in words_of(volunteer.get(f"{ROOM}cards/?size=a4").content)
    assert "ទេ" in words_of(volunteer.get(f"{ROOM}cards/?language=km").content)
