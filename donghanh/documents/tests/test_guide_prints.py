from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfua
import pytest
import zxingcpp
from PIL import Image

from donghanh.documents import service as documents
from donghanh.documents import slide_parts

from .guide_samples import BORN_AT_HOME, guide, sign, what_for
from .samples import ALL_LETTERS, HACK, opened, words_of

MM = 72 / 25.4  # points
PAPER_MM = {"a3": (297, 420), "a4": (297, 210), "a5": (148, 210)}
EVERY = [(kind, size) for kind, sizes in documents.PRINT_SIZES.items() for size in sizes]
TOLD = [one for one in EVERY if one[0] not in ("desk_sign", "step_card")]


@pytest.mark.parametrize(("kind", "size"), EVERY)
def test_every_print_keeps_every_letter_and_no_markup(
    kind: documents.PrintKind, size: documents.PrintSize
) -> None:
    for words in (ALL_LETTERS, HACK):
        what = what_for(kind, words)
        assert words in words_of(documents.take_home(kind, what, size=size))


@pytest.mark.parametrize(("kind", "size"), EVERY)
def test_every_print_is_tagged_and_the_same_twice(
    kind: documents.PrintKind, size: documents.PrintSize, tmp_path: Path
) -> None:
    what = what_for(kind, "Đăng ký khai sinh")
    pdf = documents.take_home(kind, what, size=size)
    (tmp_path / "print.pdf").write_bytes(pdf)
    report = pdfua.validate(str(tmp_path / "print.pdf"))
    assert [str(finding) for finding in report.findings] == []
    assert b"/MarkInfo" in pdf and b"/Lang" in pdf
    assert documents.take_home(kind, what, size=size) == pdf


@pytest.mark.parametrize(("kind", "size"), EVERY)
def test_every_print_says_its_version_and_when_to_look_again(
    kind: documents.PrintKind, size: documents.PrintSize
) -> None:
    words = words_of(documents.take_home(kind, what_for(kind, "Khai sinh"), size=size))
    assert "Bản nội dung số 12, dòng 34. In ngày 20/11/2026." in words
    assert "Kiểm tra lại ngày 01/03/2027." in words
    assert "Trung tâm Phục vụ hành chính công xã Vĩnh Thuận" in words


@pytest.mark.parametrize(("kind", "size"), EVERY)
def test_every_print_is_the_paper_it_is_made_for(
    kind: documents.PrintKind, size: documents.PrintSize
) -> None:
    with opened(documents.take_home(kind, what_for(kind, "Khai sinh"), size=size)) as document:
        assert len(document) == (2 if (kind, size) == ("leaflet", "a4") else 1)
        wide, high = document[0].get_size()
    if size == "80mm":
        assert wide == pytest.approx(80 * MM, abs=0.1)
    else:
        assert sorted((wide / MM, high / MM)) == pytest.approx(sorted(PAPER_MM[size]), abs=0.2)


@pytest.mark.parametrize(("kind", "size"), TOLD)
def test_papers_stand_under_their_case_and_what_is_unsure_is_marked(
    kind: documents.PrintKind, size: documents.PrintSize
) -> None:
    words = words_of(documents.take_home(kind, guide(), size=size))
    assert "Tờ khai" in words and "Cho xem rồi cầm về" in words
    assert "Trẻ sinh ở đâu? Ở nhà" in words and "? Văn bản làm chứng" in words
    assert "Cán bộ tra được, không cần mang: Nơi cư trú" in words
    assert "Chưa chắc: hỏi cán bộ trước khi đi." in words


def test_a_leaflet_tells_all() -> None:
    words = words_of(documents.take_home("leaflet", guide()))
    for expected in (
        "Đến quầy hộ tịch.", "Trong ngày", "Ai nộp được", "Cha hoặc mẹ", "Nguyễn Thị Ví Dụ",
        "Thủ tục đăng ký khai sinh (mã 1.001193)", "Nguồn: Luật Hộ tịch", "? Chưa rõ",
    ):  # fmt: skip
        assert expected in words


def test_what_is_sure_carries_no_mark() -> None:
    sure = guide(papers=(documents.GuidePaper("Tờ khai"),), costs=())
    assert "Chưa chắc" not in words_of(documents.take_home("leaflet", sure))


@pytest.mark.parametrize(("kind", "size"), TOLD)
def test_a_long_list_is_never_cut(kind: documents.PrintKind, size: documents.PrintSize) -> None:
    papers = tuple(
        documents.GuidePaper(f"Giấy thứ {n}", picture="don", note="Nộp bản chính.")
        for n in range(60)
    )
    words = words_of(documents.take_home(kind, guide(papers=papers), size=size))
    assert [n for n in range(60) if f"Giấy thứ {n}" not in words] == []


def test_nothing_to_bring_is_said() -> None:
    none = guide(papers=())
    assert "Không cần mang giấy tờ" in words_of(documents.take_home("wall_board", none))


def test_a_wall_leaves_details_to_the_leaflet() -> None:
    detail = (documents.GuideFact("Nhờ người đi thay", "Giấy ủy quyền", is_detail=True),)
    assert "ủy quyền" in words_of(documents.take_home("leaflet", guide(going=detail)))
    assert "ủy quyền" not in words_of(documents.take_home("wall_board", guide(going=detail)))


@pytest.mark.parametrize("size", documents.PRINT_SIZES["step_card"])
def test_a_step_card_never_asks_for_a_secret(size: documents.PrintSize) -> None:
    words = words_of(documents.take_home("step_card", guide(), size=size))
    for number, name in enumerate(("Mở Cổng", "Đăng nhập bằng VNeID", "Tìm thủ tục"), start=1):
        assert f"{number} {name}" in words
    assert "Gõ mã 1.001193" in words and "Mã hồ sơ của tôi:" in words
    assert "Không đọc mật khẩu, mã OTP cho ai, kể cả cán bộ." in words
    assert words.count("mật khẩu") == 1 and words.count("OTP") == 1


def test_the_code_of_a_leaflet_can_be_scanned() -> None:
    page = documents.take_home_pictures("leaflet", guide())[0]
    codes = zxingcpp.read_barcodes(Image.open(BytesIO(page)))
    assert [code.text for code in codes] == [guide().edition.follow_url]


def test_a_print_is_black_on_white_for_thermal_heads() -> None:
    for page in documents.take_home_pictures("leaflet", guide(), size="80mm"):
        shades = Image.open(BytesIO(page)).convert("L").histogram()
        assert sum(shades[60:200]) < 0.06 * sum(shades)  # only the soft edges of letters


@pytest.mark.parametrize(
    ("kind", "size"), [("leaflet", "a3"), ("desk_sign", "80mm"), ("wall_board", "a4")]
)
def test_a_paper_it_is_not_made_for_is_refused(
    kind: documents.PrintKind, size: documents.PrintSize
) -> None:
    with pytest.raises(ValueError, match=kind):
        documents.take_home(kind, what_for(kind, "Khai sinh"), size=size)
    with pytest.raises(ValueError, match="leaflet"):
        documents.take_home("leaflet", sign())


def test_slides_are_pictures_of_1280_by_720_and_all_is_said() -> None:
    slides = documents.slides(guide())
    assert {Image.open(BytesIO(one.picture)).size for one in slides} == {(1280, 720)}
    said = " ".join(sentence for one in slides for sentence in one.sentences)
    for expected in ("Tờ khai.", "Căn cước: cho xem rồi cầm về.", "Trẻ sinh ở đâu?", "Ở nhà: Văn",
                     "không cần mang: Nơi cư trú.", "Nhận giấy. Vui."):  # fmt: skip
        assert expected in said


def test_few_lines_a_slide_and_what_everyone_brings_first() -> None:
    some = documents.GuidePaper("Riêng", case=BORN_AT_HOME)
    papers = (some, *(documents.GuidePaper(f"Giấy {n}") for n in range(6)))
    parts = slide_parts.parts_of(guide(papers=papers, costs=(), going=(), steps=()))
    assert [len(part.lines) for part in parts] == [0, 3, 3, 1]
    assert parts[-1].lines[0].words == "Riêng"


def test_a_line_too_long_for_a_slide_is_said() -> None:
    endless = guide(steps=(documents.GuideStep("Nộp giấy tại quầy. " * 120),))
    with pytest.raises(documents.PrintFailed, match="too long"):
        documents.slides(endless)
