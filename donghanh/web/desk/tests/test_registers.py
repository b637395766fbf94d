"""What the province says of our dossiers, who follows them, and who decides, on the screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from donghanh.queue import service as queue
from tests.people import MONDAY_NINE, PASSWORD, PENSION, Person, hire

from .conftest import Press, desk_page

CODE = "H01.151-261123-00{}"


@pytest.fixture
def three(vinh_thuan: CentreRecord, waiting: queue.WaitingTicket, lan: Person) -> list[int]:
    """Return three dossiers with codes; the second one waits for papers."""
    ours, made = vinh_thuan.id, []
    for number in (11, 12, 13):
        one = dossier.accept(ours, waiting.visit_id, PENSION, by=lan, key=new_key())
        dossier.set_official(ours, one.id, CODE.format(number), None, by=lan, key=new_key())
        made.append(one.id)
    dossier.ask_supplement(ours, made[1], ["Giấy A"], "Thiếu", by=lan, key=new_key())
    return made


def take_in(ours: int, said: list[str], lan: Person) -> None:
    rows = [f"{CODE.format(11 + at)};{words}" for at, words in enumerate(said)]
    path = dossier.register_path(ours, "so.csv")
    path.write_text("\n".join(["Mã hồ sơ;Trạng thái", *rows]), encoding="utf-8")
    columns = dossier.headings_of(ours, path).columns
    dossier.take_in_register(ours, path, columns, by=lan, key=new_key())


def test_what_the_province_says_is_said_here_by_a_person(
    desk: Client, press: Press, three: list[int], lan: Person, vinh_thuan: CentreRecord
) -> None:
    said = ["Đã có kết quả", "Đã trả kết quả", "Từ chối giải quyết"]
    take_in(vinh_thuan.id, said, lan)
    assert "tin về 3 hồ sơ" in desk_page(desk, "day/")
    page = desk_page(desk, "register/?checked=ready")
    assert page.count('name="so"') == 2 and page.count(" checked>") == 1
    left = press("register/news/", so=[str(one) for one in three])
    assert left.status_code == 409
    assert "1 hồ sơ chưa ghi được" in left.content.decode()
    assert "đang chờ bổ sung" in left.content.decode()
    assert dossier.dossier(vinh_thuan.id, three[0]).ready_at
    refused = f"dossiers/{three[2]}/"
    assert "Sổ của tỉnh: từ chối giải quyết" in desk_page(desk, refused)
    press(f"{refused}news/")
    assert "Sổ của tỉnh: từ chối" not in desk_page(desk, refused)
    press(f"dossiers/{three[1]}/supplement/answer/")
    press(f"dossiers/{three[1]}/news/", so="1")
    assert "Đã trả, theo sổ của tỉnh" in desk_page(desk, f"dossiers/{three[1]}/")


def test_a_column_that_is_not_chosen_is_asked_again_with_the_others_kept(
    desk: Client, press: Press
) -> None:
    sent = SimpleUploadedFile("so.csv", "Mã số HS;Tên TTHC;Trạng thái\nA;B;C\n".encode())
    name = press("register/imports/", file=sent)["Location"].partition("?file=")[2]
    chosen = {"kept": name, "column-code": "", "column-title": "Trạng thái"}
    asked = press("register/imports/", **chosen)
    assert asked.status_code == 422
    assert "Chưa biết cột" in (page := asked.content.decode())
    assert "Cột nào là gì?" in page and "<option selected>Trạng thái" in page and name in page


def test_papers_are_passed_on_in_one_press(
    desk: Client, press: Press, waiting: queue.WaitingTicket, lan: Person
) -> None:
    ours, made = lan.centre_id or 0, []
    for code in (PENSION, "1.010814"):  # the second one may be decided by two bodies
        made.append(dossier.accept(ours, waiting.visit_id, code, by=lan, key=new_key()).id)
    assert "2 hồ sơ đến lúc chuyển" in desk_page(desk, "day/")
    assert desk_page(desk, "day/?part=to_pass&checked=1").count(" checked>") == 2
    told = press("day/passages/", so=[str(one) for one in made])
    assert "passed=1&left=1" in told["Location"]
    assert "1 hồ sơ chưa ghi được" in desk.get(told["Location"]).content.decode()
    assert "→ Ủy ban nhân dân xã Vĩnh Thuận" in desk_page(desk, f"dossiers/{made[0]}/")


def test_dossiers_are_exchanged_and_given_back(
    desk: Client, press: Press, three: list[int], vinh_thuan: CentreRecord
) -> None:
    cover = hire(vinh_thuan, Person("Anh Ví Dụ Tám", "officer", vinh_thuan.id, 0), username="tam")
    me = str(desk.session["_auth_user_id"])
    assert "Của ai" in desk_page(desk, "day/?relay=1")
    assert press("day/relay/", to=me).status_code == 422
    dossier.relay(vinh_thuan.id, 101, int(me), by=Person("", "", vinh_thuan.id, 0), key=new_key())
    assert "relayed=3" in press("day/relay/", to=str(cover.id), exchange="1")["Location"]
    assert "Còn 3 hồ sơ chưa xong" in desk_page(desk, "day/?relay=1")
    (relay,) = [one for one in dossier.relays(vinh_thuan.id) if one.to_id == cover.id]
    assert "given_back=3" in press("day/give-back/", relay=str(relay.id))["Location"]
    assert "given_back=0" in press("day/give-back/", relay="x")["Location"]


def test_who_decides_is_named_and_what_was_typed_stays(
    desk: Client, press: Press, three: list[int]
) -> None:
    at = f"dossiers/{three[0]}/"
    assert "Giải quyết: Ủy ban nhân dân xã Vĩnh Thuận" in desk_page(desk, at)
    press(f"{at}bodies/", receives="Xã Ví Dụ", decides="Sở Nội vụ")
    assert "Tiếp nhận: Xã Ví Dụ<br>Giải quyết: Sở Nội vụ" in desk_page(desk, at)
    assert CODE.format(11) in desk_page(desk, at)
    wrong = press(f"{at}supplement/", lines="Giấy rất dài", reason="")
    assert wrong.status_code == 409 and "Giấy rất dài</textarea>" in wrong.content.decode()


def test_what_was_asked_in_time_is_written_down_later(
    desk: Client, press: Press, three: list[int]
) -> None:
    at, asked = f"dossiers/{three[0]}/", {"lines": "Giấy A", "reason": "Thiếu"}
    with frozen(MONDAY_NINE + timedelta(days=9)):
        desk.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
        assert "đã yêu cầu trong hạn" in desk_page(desk, at)
        assert press(f"{at}supplement/", **asked).status_code == 409
        for wrong in ("mai", "1/1/2027"):
            typed = press(f"{at}supplement/", asked_day=wrong, **asked)
            assert typed.status_code == 422 and "Giấy A</textarea>" in typed.content.decode()
            refused = press(f"{at}refusal/", refused_day=wrong, refusal_reason="x")
            assert refused.status_code == 422
        press(f"{at}supplement/", asked_day="25/11/2026", **asked)
        assert "hạn thứ Năm, 10/12/2026" in desk_page(desk, at)


def test_papers_are_refused_at_the_desk(
    desk: Client, press: Press, call_id: int, waiting: queue.WaitingTicket
) -> None:
    at = f"calls/{call_id}/refusal/"
    assert press(at, procedure=PENSION, refusal_reason="").status_code == 409
    refused = press(at, procedure=PENSION, refusal_reason="Chưa đủ 75 tuổi")
    page = desk.get(refused["Location"]).content.decode()
    assert "Một cửa từ chối" in page and "Mẫu 03" in page and "Không tiếp nhận" in page


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("so.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 64, "kiểu cũ (.xls)"),
        ("so.pdf", b"%PDF-1.7", "tệp PDF"),
        ("so.csv", b"", "Tệp này trống"),
        ("so.csv", b"\r\n\r\n", "không có dòng nào"),
    ],
)
def test_a_wrong_file_is_named(
    desk: Client, press: Press, name: str, raw: bytes, words: str
) -> None:
    sent = press("register/imports/", file=SimpleUploadedFile(name, raw))
    shown = desk.get(sent["Location"]) if sent.status_code == 302 else sent
    assert shown.status_code == 422 and words in shown.content.decode()
