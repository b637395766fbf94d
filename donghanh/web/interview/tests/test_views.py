"""The form page by page: begun, answered, changed, read back, ended, copied. Never filed."""

from __future__ import annotations

import re
from typing import Any

from donghanh.base.home import home
from donghanh.base.ids import new_key
from donghanh.interview import service as interview
from donghanh.interview.tests.samples import raw

from .conftest import FOLDER, Pair

MARRIED, KIN = "cha_me.ket_hon", "nguoi_yeu_cau.quan_he"
CARD = "001088000001|012345678|Nguyễn Thị Ví Dụ|05031988|Nữ|Xã Vĩnh Thuận, Tỉnh An Giang|01022022"
NONE_FILED = ("Gửi", "Nộp hồ sơ")


def fill(pair: Pair, **chosen: str) -> None:
    """Answer every question of the form as somebody made up would."""
    by, at = pair.officer, pair.at
    while one := interview.draft_page(*at, by=by):
        asked = one.page.question
        said = chosen.get(asked.id, raw(asked))
        said = "20/11/2026" if asked.id == "tre.ngay_sinh" else said
        kept = interview.keep_answer(*at, asked.id, said, by=by, key=new_key())
        assert not isinstance(kept, interview.Fault) and not kept.concerns, (asked.id, kept)


def end(pair: Pair) -> Any:
    """Say who asked, typed and read back."""
    return pair.press(f"{pair.base}ending/", asked="me", typed="me", read_back="me")


def test_nobody_sits_down_without_a_slip_and_a_declaration(pair: Pair) -> None:
    assert pair.slip_code in pair.client.get(f"{FOLDER}?slip={pair.slip_code}").content.decode()
    for typed in ({"slip": "ZZZZZZ", "not_for_self": "1"}, {"slip": pair.slip_code}):
        said = pair.press(f"{FOLDER}sittings/", **typed)
        assert said.status_code == 422
        assert typed["slip"] in said.content.decode()
    assert pair.client.get(f"{FOLDER}forms/").status_code == 410


def test_forms_of_the_visit_come_first(pair: Pair, django_assert_max_num_queries: Any) -> None:
    assert pair.sit_down(counter="2")["Location"] == f"{FOLDER}forms/"
    pair.client.get(f"{FOLDER}forms/")
    with django_assert_max_num_queries(10):
        page = pair.client.get(f"{FOLDER}forms/").content.decode()
    assert page.index("Tờ khai đăng ký khai sinh") < page.index("Tờ khai khác")
    assert pair.press(f"{FOLDER}help/", then="https://example.org/")["Location"].startswith(FOLDER)


def test_a_question_is_one_page_with_pictures_sound_and_a_way_not_to_know(
    birth: Pair, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(10):
        page = birth.page(f"questions/{KIN}/")
    assert "<h1>" in page and "data-say=" in page and "<svg" in page
    assert page.count('type="radio"') == 7 and "checked" not in page
    birth.answer(KIN, answer="me")
    asked = birth.page(f"questions/{MARRIED}/")
    assert "Tôi không biết" in asked and f"{birth.base}questions/{KIN}/" in asked
    assert birth.answer(MARRIED, unknown="1").status_code == 302
    assert birth.client.get(f"{birth.base}questions/chu_ky/").status_code == 302


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(birth: Pair) -> None:
    birth.answer(KIN, answer="me")
    birth.answer(MARRIED, answer="co")
    place = "nguoi_yeu_cau.ho_ten"
    for typed, words in (("<b>Ví</b> 😀", "ký tự lạ"), ("mã 482913", "Không ghi mã này"), ("", "")):
        said = birth.answer(place, answer=typed)
        page = said.content.decode()
        assert said.status_code == 422 and words in page and "Lỗi: " in page
        assert "<b>Ví" not in page
    assert 'href="#answer"' in page
    birth.answer(place, answer="Nguyễn Thị Ví Dụ")
    born = birth.answer("nguoi_yeu_cau.ngay_sinh", day="31", month="2", year="1990")
    assert born.status_code == 422 and 'value="31"' in born.content.decode()
    strange = birth.answer("nguoi_yeu_cau.ngay_sinh", day="5", month="3", year="2019")
    assert "Tuổi này hơi lạ" in birth.client.get(strange["Location"]).content.decode()
    assert birth.answer("nguoi_yeu_cau.ngay_sinh", sure="con_nho").status_code == 302


def test_an_address_and_a_paper_take_several_screens(birth: Pair) -> None:
    fill(birth, **{"tre.sinh_o": "tai_nha", "nguoi_yeu_cau.co_so": "khong"})
    at = f"{birth.base}questions/tre.sinh_tai_nha/"
    first = birth.client.get(at).content.decode()
    assert "Xã Vĩnh Thuận, Tỉnh An Giang" in first and "Đã ghi:" in first
    listed = birth.press(at, step="province", province="hai phong").content.decode()
    assert "Xã Lạc Phượng" in listed
    wrong = birth.press(at, step="commune", province="Hải Phòng", commune="Sai")
    assert wrong.status_code == 422 and 'value="Sai"' in wrong.content.decode()
    kept = birth.press(at, step="commune", province="Hải Phòng", commune="Lạc Phượng")
    assert "Thôn, ấp, số nhà" in kept.content.decode()
    papers = birth.press(f"{birth.base}questions/nguoi_yeu_cau.giay_to_khac/", paper="ho_chieu")
    assert "Hộ chiếu" in papers.content.decode() and 'name="issued_on"' in papers.content.decode()


def test_an_old_address_is_asked_about_and_may_stay(birth: Pair) -> None:
    fill(birth, **{"nguoi_yeu_cau.co_so": "khong"})
    old = "Xã Vĩnh Bình Bắc, huyện Vĩnh Thuận, tỉnh Kiên Giang"
    at = "nguoi_yeu_cau.noi_cu_tru"
    came = birth.answer(at, step="words", words=old, change="1")
    assert came["Location"] == f"{birth.base}questions/{at}/?then="
    page = birth.client.get(came["Location"]).content.decode()
    assert "Giữ như đã nói" in page and 'value="Tỉnh An Giang"' in page
    assert old in birth.page("answers/")


def test_nobody_fills_their_own(birth: Pair) -> None:
    birth.answer(KIN, answer="me")
    birth.answer(MARRIED, answer="co")
    said = birth.answer("nguoi_yeu_cau.ho_ten", answer=birth.officer.name)
    assert said.status_code == 422 and "không tự làm giấy" in said.content.decode()


def test_a_change_comes_back_to_the_answers(birth: Pair) -> None:
    fill(birth)
    page = birth.page("answers/")
    assert page.count(">Sửa<") == page.count("told-words") > 15
    assert f"questions/{KIN}/?change=1" in page and "Đã đọc lại, đúng hết" in page
    came = birth.answer(KIN, answer="me", change="1")
    assert came["Location"] == f"{birth.base}answers/"


def test_the_end_says_that_nothing_was_filed(birth: Pair) -> None:
    assert birth.client.get(f"{birth.base}end/")["Location"] == f"{birth.base}answers/"
    fill(birth)
    refused = birth.press(f"{birth.base}ending/", asked="me", typed="me")
    assert refused.status_code == 422 and "ai đọc lại" in refused.content.decode()
    assert end(birth)["Location"] == f"{birth.base}end/"
    page = birth.page("end/")
    assert "<title>Chưa nộp hồ sơ" in page and "quầy hộ tịch" in page
    buttons = [part.split("</button>")[0] for part in page.split("<button")[1:]]
    assert not [one for one in buttons for words in NONE_FILED if words in one]
    late = birth.press(f"{birth.base}keeping/", until="2027-01-31")
    assert late.status_code == 409 and "15 ngày" in late.content.decode()
    birth.press(f"{birth.base}keeping/", until="2026-12-01")
    assert "Giữ đến thứ Ba, 1/12/2026" in birth.page("end/")


def test_values_are_copied_one_by_one_and_the_portals_code_is_kept(birth: Pair) -> None:
    fill(birth)
    assert birth.client.get(f"{birth.base}copying/")["Location"] == f"{birth.base}ending/"
    end(birth)
    assert birth.page("copying/").count("data-copy") > 10
    for code in ("", "482913"):
        assert birth.press(f"{birth.base}copying/", code=code).status_code == 422
    birth.press(f"{birth.base}copying/", code="H40.31-261123-0012")
    page = birth.page("copying/")
    assert "H40.31-261123-0012" in page and "ghi lúc 09:00" in page and "đăng xuất" in page


def test_prints_lie_in_a_frame_of_ours_and_the_word_file_goes_with_the_sitting(
    birth: Pair,
) -> None:
    fill(birth)
    end(birth)
    assert f'src="{birth.base}papers/to-khai/file/"' in birth.page("papers/to-khai/")
    made = birth.client.get(f"{birth.base}papers/to-khai/file/")
    assert made.content[:5] == b"%PDF-" and made["X-Frame-Options"] == "SAMEORIGIN"
    assert birth.client.get(f"{birth.base}papers/khac/").status_code == 404
    birth.press(f"{birth.base}word/")
    assert birth.client.get(f"{birth.base}word/file/").content[:2] == b"PK"
    assert list(home().rglob("*.docx"))
    birth.press(f"{FOLDER}closing/")
    assert not list(home().rglob("*.docx"))


def test_a_card_fills_and_is_laid_beside_the_card(birth: Pair) -> None:
    birth.answer(KIN, answer="me")
    at = f"{birth.base}card/"
    refused = birth.press(at, person="nguoi_yeu_cau", scanned="https://vneid.example/x")
    assert refused.status_code == 422 and "vneid.example" not in refused.content.decode()
    came = birth.press(at, person="nguoi_yeu_cau", scanned=CARD)
    assert came["Location"].startswith(f"{at}compare/") and "001088" not in came["Location"]
    birth.answer(MARRIED, answer="co")
    page = birth.client.get(came["Location"]).content.decode()
    assert "Nguyễn Thị Ví Dụ" in page and "05/03/1988" in page and "|" not in page
    filled = re.findall(r'name="filled" value="([^"]+)"', page)
    birth.press(f"{at}compared/", filled=filled)
    assert "So với thẻ." not in birth.page("answers/")


def test_who_would_gain_stops_the_page(pair: Pair) -> None:
    pair.sit_down()
    pair.begin("uy_quyen")
    assert pair.answer("viec", answer="nha_dat")["Location"] == f"{pair.base}stop/"
    page = pair.page("stop/")
    assert "Dừng lại ở đây" in page and "hợp đồng" in page and "ending/" not in page
    assert pair.client.get(f"{pair.base}ending/")["Location"] == f"{pair.base}answers/"
    pair.answer("viec", answer="nop_ho_so")
    assert pair.client.get(f"{pair.base}stop/")["Location"] == f"{pair.base}answers/"


def test_several_people_are_told_one_by_one(pair: Pair) -> None:
    pair.sit_down()
    pair.begin("ho_ngheo")
    by, at = pair.officer, ""
    while not at:
        one = interview.draft_page(*pair.at, by=by)
        assert one is not None
        asked = one.page.question
        if asked.type == "people":
            at = asked.id
            break
        said = "nhieu" if asked.id == "ho.may_nguoi" else raw(asked)
        interview.keep_answer(*pair.at, asked.id, said, by=by, key=new_key())
    assert pair.answer(at).status_code == 422
    assert pair.answer(at, **{"field-ho_ten": "Trần Ví Dụ", "more": "1"})["Location"].endswith(
        f"{at}/"
    )
    wrong = pair.answer(at, **{"field-ho_ten": "12"})
    assert wrong.status_code == 422 and 'href="#field-ho_ten"' in wrong.content.decode()
    assert "Trần Ví Dụ" in wrong.content.decode()
    assert not pair.answer(at)["Location"].endswith(f"{at}/")


def test_a_desk_and_a_gate_lead_to_the_forms(pair: Pair) -> None:
    pair.press("/vinh-thuan/desk/2/calls/")
    page = pair.client.get("/vinh-thuan/desk/2/").content.decode()
    assert f"/interview/?slip={pair.slip_code}&amp;counter=2" in page
