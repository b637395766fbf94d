"""A dossier's life on the screen: what may happen is offered, what may not is said in place."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue
from tests.people import MONDAY_NINE, PENSION, Person

from .conftest import ROOM, Press

HER = dossier.Applicant("Nguyễn Thị Ví Dụ Tư", "000000000078", "Ấp Ví Dụ", "0900000078")


@pytest.fixture
def accepted(
    vinh_thuan: CentreRecord, waiting: queue.WaitingTicket, lan: Person
) -> dossier.Dossier:
    """Return a dossier of bà Tư, who left an original."""
    taken = dossier.Taken(HER, ("Sổ đỏ (bản chính)",), "Lệch tên đệm")
    ours, visit = vinh_thuan.id, waiting.visit_id
    return dossier.accept(ours, visit, PENSION, by=lan, key=new_key(), taken=taken)


def page_of(desk: Client, path: str) -> str:
    return desk.get(f"{ROOM}{path}").content.decode()


def test_asked_once_brought_sorry_ready_given(
    desk: Client, press: Press, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    assert press(f"{at}supplement/", lines="Giấy A\n\nGiấy B", reason="Thiếu").status_code == 302
    page = page_of(desk, at)
    assert "Giấy B" in page and "chỉ được yêu cầu" not in page and "Mẫu 04" in page
    assert press(f"{at}supplement/", lines="C", reason="Nữa").status_code == 409
    press(f"{at}supplement/answer/")
    assert press(f"{at}apology/", new_day="mai", new_reason="Chờ").status_code == 422
    sunday = press(f"{at}apology/", new_day="27/12/2026", new_reason="Chờ xác minh")
    assert sunday.status_code == 409 and b'value="27/12/2026"' in sunday.content
    press(f"{at}apology/", new_day="24/12/2026", new_hour="16:00", new_reason="Chờ xác minh")
    page = page_of(desk, at)
    assert "24/12/2026" in page and "Ghi xin lỗi" not in page
    press(f"{at}ready/")
    press(f"{at}handover/", shown="nguoi_duoc_uy_quyen", relation="con", receiver="Anh Ví Dụ")
    assert "Anh Ví Dụ" in page_of(desk, at)


@pytest.mark.parametrize(
    ("button", "fields", "words"),
    [
        ("refusal/", {"refusal_reason": "Không thuộc diện"}, "từ chối"),
        ("stop/", {}, "Dừng theo yêu cầu của người dân"),
        ("passages/", {"from_body": "Một cửa", "to_body": "Phòng Ví Dụ"}, "→ Phòng Ví Dụ"),
        ("originals/", {}, "Trả lại bản chính"),
        ("ready/", {}, "Có kết quả"),
    ],
)
def test_each_press_is_told_in_the_story(
    desk: Client, press: Press, accepted: dossier.Dossier, button: str, fields: object, words: str
) -> None:
    at = f"dossiers/{accepted.id}/"
    assert press(f"{at}{button}", **fields).status_code == 302  # type: ignore[arg-type]
    assert words in page_of(desk, at)


def test_what_may_not_happen_is_said_in_place(
    press: Press, desk: Client, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    for button in ("supplement/answer/", "closing/", "errors/", "errors/correction/"):
        assert press(f"{at}{button}", error_what="Sai").status_code == 409
    for button in ("letter/arrival/", "letter/return/", "handover/undo/"):
        assert press(f"{at}{button}").status_code == 409
    assert press(f"{at}handover/", shown="tan_nha").status_code == 422
    assert press(f"{at}refusal/", refusal_reason=" ").status_code == 409


def test_what_was_typed_is_not_lost_and_what_was_given_before_is_noted_later(
    press: Press, desk: Client, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    proxy = {"shown": "nguoi_duoc_uy_quyen", "relation": "con"}
    nobody = press(f"{at}handover/", **proxy)
    assert nobody.status_code == 422 and "Chưa ghi ai nhận thay" in nobody.content.decode()
    proxy |= {"receiver": "Anh Ví Dụ"}
    for hour, words in (
        ("25:00", "Ghi giờ đã trả"), ("23:59", "không thể sau"), ("0:01", "không hợp với hồ sơ"),
    ):  # fmt: skip
        stopped = press(f"{at}handover/", **proxy, given_hour=hour)
        page = stopped.content.decode()
        assert stopped.status_code == 422 and words in page and 'value="Anh Ví Dụ"' in page
    with frozen(MONDAY_NINE + timedelta(minutes=5)):
        given = press(f"{at}handover/", **proxy, given_day="23/11/2026", given_hour="9h02")
        assert given.status_code == 302 and "9:02" in page_of(desk, at)
        assert press(f"{at}handover/", **proxy).status_code == 409


def test_the_way_that_was_asked_for_is_kept_and_chosen_at_the_end(
    press: Press, desk: Client, call_id: int, vinh_thuan: CentreRecord
) -> None:
    calls = {"procedure": PENSION, "collect_way": "post", "sender_name": "Bà Sáu Ví Dụ"}
    no_address = press(f"calls/{call_id}/dossiers/", **calls)
    page = no_address.content.decode()
    assert no_address.status_code == 422 and "Ghi nơi ở" in page and "Bà Sáu Ví Dụ" in page
    press(f"calls/{call_id}/dossiers/", **calls, address="Ấp Ví Dụ")
    (one,) = dossier.open_dossiers(vinh_thuan.id)
    page = page_of(desk, f"dossiers/{one.id}/")
    assert "Gửi bưu chính về nhà" in page and "Bà Sáu Ví Dụ" in page
    assert 'id="shown-buu_chinh" checked' in page
    slip = page_of(desk, f"dossiers/{one.id}/slip/")
    assert "Bưu điện mang đến nhà" in slip and 'data-say="' in slip and "Bà Sáu" not in slip
    given = press(f"dossiers/{one.id}/handover/", shown="buu_chinh", tracking="EV9VN")
    assert given.status_code == 302 and "Ấp Ví Dụ" in page_of(desk, "letters/")


def test_an_error_and_a_wrong_hand_over_are_put_right(
    desk: Client, press: Press, accepted: dossier.Dossier
) -> None:
    at = f"dossiers/{accepted.id}/"
    press(f"{at}handover/", shown="buu_chinh", tracking="VN1", fee="30.000", paid_by="person")
    assert "30.000 đồng, người nhận trả" in page_of(desk, at)
    assert "VN1" in page_of(desk, "letters/")
    assert press(f"{at}letter/").status_code == 409
    short = press(f"{at}letter/", tracking="VN2", fee="25k")
    assert short.status_code == 422 and b'value="25k"' in short.content
    press(f"{at}letter/", tracking="VN2", fee="", paid_by="")
    assert "VN2" in page_of(desk, at) and "30.000 đồng, người nhận trả" in page_of(desk, at)
    press(f"{at}errors/", error_what="Sai năm sinh")
    assert "26/11/2026" in page_of(desk, at) or "27/11/2026" in page_of(desk, at)
    press(f"{at}errors/correction/")
    with frozen(MONDAY_NINE + timedelta(minutes=3)):
        assert "Ghi nhầm lần trả này" in page_of(desk, at)
        press(f"{at}handover/correction/", undo_reason="Dán nhầm nhãn")
        assert "Dán nhầm nhãn" in page_of(desk, at)


def test_missing_papers_are_asked_for_once_and_settled_work_needs_no_slip(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    calls = f"calls/{call_id}/"
    empty = press(f"{calls}supplement/", procedure=PENSION, lines="", reason="")
    assert empty.status_code == 409 and "Chưa ghi nội dung" in empty.content.decode()
    asked = press(f"{calls}supplement/", procedure=PENSION, lines="Tờ khai", reason="Thiếu")
    assert "/dossiers/" in asked["Location"]
    assert "Chưa tiếp nhận" in desk.get(asked["Location"]).content.decode()
    press(f"{calls}at-once/", procedure=PENSION)
    assert "Đã giải quyết ngay" in page_of(desk, f"?procedure={PENSION}")


def test_the_day_is_one_page_of_few_queries(
    desk: Client, press: Press, accepted: dossier.Dossier, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        page = page_of(desk, "day/")
    assert "Trong hạn" in page and accepted.code not in page
    assert accepted.code[:3] in page_of(desk, "day/?part=in_term")
    assert press("day/relay/", to="0").status_code == 404


def test_somebody_is_found_by_name_without_accents(
    press: Press, desk: Client, accepted: dossier.Dossier
) -> None:
    found = press("look-up/", code="vi du tu").content.decode()
    assert HER.name in found and "số cuối 0078" in found and HER.id_number not in found
    assert "Không thấy" in press("look-up/", code="khong co ai").content.decode()


def test_the_provinces_register_is_read_by_the_worker(
    desk: Client, press: Press, accepted: dossier.Dossier, tmp_path: Path
) -> None:
    text = f"Mã hồ sơ;Tên TTHC;Ngày nhận\nH40.31-261123-0012;{accepted.procedure_title};23/11/2026"
    sent = SimpleUploadedFile("so.csv", text.encode("utf-8-sig"))
    shown = press("register/imports/", file=sent)
    page = desk.get(shown["Location"]).content.decode()
    assert "Cột nào là gì?" in page and "option selected>Mã hồ sơ" in page
    name = shown["Location"].split("file=")[1]
    wrong = press("register/imports/", kept=name)
    assert wrong.status_code == 422
    ordered = press("register/imports/", kept=name, **{"column-code": "Mã hồ sơ"})
    assert ordered.status_code == 302 and desk.get(ordered["Location"]).status_code == 200


def test_a_file_that_is_no_register_is_refused(press: Press, desk: Client) -> None:
    for sent in (SimpleUploadedFile("so.exe", b"x"), SimpleUploadedFile("so.csv", b"")):
        assert press("register/imports/", file=sent).status_code == 422
    assert press("register/imports/", kept="../../x.csv", **{"column-code": "a"}).status_code == 422
    assert press("register/files/", first="2/2/2026", last="1/2/2026").status_code == 422
    assert press("register/links/", dossier="x").status_code == 404
    assert desk.get(f"{ROOM}register/files/{uuid4()}/").status_code == 404


def test_our_register_is_ordered_once(desk: Client, press: Press) -> None:
    key = str(uuid4())
    days = {"first": "1/1/2026", "last": "23/11/2026", "key": key}
    ordered = {press("register/files/", **days)["Location"] for _ in range(2)}
    assert len(ordered) == 1 and desk.get(ordered.pop()).status_code == 200
