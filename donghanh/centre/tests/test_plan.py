"""The communes' plans: word for word, complete, and plain about what is wrong in a file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from donghanh.base.content import ContentError
from donghanh.base.text import squeeze
from donghanh.centre.plan import COMMUNES, load, slugs
from tests.reference import shared

BOTH = ("lac-phuong", "vinh-thuan")
MOTTO = re.compile(r"Độc lập . Tự do . Hạnh phúc")


def file_text(slug: str) -> str:
    return (COMMUNES / f"{slug}.toml").read_text(encoding="utf-8")


def plan_text(slug: str) -> str:
    """The plan as issued, white space squeezed, without mark-up, doubt marks and editor's notes."""
    issued = (shared() / "plans" / f"{slug}.md").read_text(encoding="utf-8")
    issued = issued.split("## Ghi chú phục dựng")[0]
    issued = re.sub(r"<!--.*?-->", "", issued, flags=re.DOTALL)
    issued = re.sub(r"\[\?\]|[*#|]|<br>", " ", unicodedata.normalize("NFC", issued))
    return squeeze(issued).replace(" ;", ";")


def said(word: str, text: str) -> bool:
    return re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None


def test_both_plans_are_at_hand() -> None:
    assert slugs() == BOTH


@pytest.mark.parametrize("slug", BOTH)
def test_every_quotation_is_word_for_word_in_the_plan(slug: str) -> None:
    issued = plan_text(slug)
    assert [words for words in load(slug).quotations() if words not in issued] == []


@pytest.mark.parametrize("slug", BOTH)
def test_no_line_of_the_plan_is_left_out(slug: str) -> None:
    left = MOTTO.sub("", plan_text(slug))
    for words in sorted(load(slug).quotations(), key=len, reverse=True):
        left = left.replace(words, "·", 1)
    assert re.findall(r"- [^\W\d]+", left) == []
    assert len(re.findall(r"[^\W\d]+", left)) < 65  # letterhead, table heads, editor's brackets


@pytest.mark.parametrize("slug", BOTH)
def test_the_file_is_nfc_without_doubt_marks(slug: str) -> None:
    assert unicodedata.is_normalized("NFC", file_text(slug))
    assert "[?]" not in file_text(slug)


@pytest.mark.parametrize("slug", BOTH)
def test_ids_are_unique(slug: str) -> None:
    ids = Counter(re.findall(r'^id = "(.+)"$', file_text(slug), re.MULTILINE))
    assert ids.total() > 50
    assert [each for each, times in ids.items() if times > 1] == []


def test_neither_hamlet_word_shows_in_the_other_commune() -> None:
    assert load("lac-phuong").hamlet_word == "thôn"
    assert load("vinh-thuan").hamlet_word == "ấp"
    assert load("lac-phuong").hamlet_head_word == "Trưởng thôn"
    assert load("vinh-thuan").hamlet_head_word == "Trưởng ấp"
    assert not said("ấp", file_text("lac-phuong"))
    assert not said("thôn", file_text("vinh-thuan"))


def test_each_commune_stands_in_its_own_province() -> None:
    assert load("lac-phuong").province == "Hải Phòng"
    assert load("vinh-thuan").province == "An Giang"
    assert "An Giang" not in file_text("lac-phuong")
    assert "Hải Phòng" not in file_text("vinh-thuan")
    sent_to = [line.words for line in load("vinh-thuan").recipients]
    assert "UBND tỉnh;" in sent_to
    assert "Các ấp;" in sent_to


def test_the_signers_name_is_blank() -> None:
    assert [load(slug).signature.name for slug in BOTH] == ["", ""]
    signer = plan_text("vinh-thuan").rsplit("PHÓ CHỦ TỊCH", 1)[1].strip()
    assert len(signer.split()) == 3
    for slug in BOTH:
        assert signer not in file_text(slug)


def test_ten_scenarios_and_none() -> None:
    assert len(load("lac-phuong").scenarios) == 10
    assert load("vinh-thuan").scenarios == ()


@pytest.mark.parametrize(
    ("slug", "goals", "groups", "staffing", "forms", "bodies", "recipients"),
    [("lac-phuong", 6, 5, 3, 4, 3, 10), ("vinh-thuan", 5, 3, 4, 3, 5, 5)],
)
def test_counts(
    slug: str, goals: int, groups: int, staffing: int, forms: int, bodies: int, recipients: int
) -> None:
    plan = load(slug)
    assert len(plan.goals) == goals
    assert len(plan.groups) == groups
    assert len(plan.staffing) == staffing
    assert len(plan.forms_of_help) == forms
    assert len(plan.steps) == 5
    assert len(plan.organisations) == bodies
    assert len(plan.recipients) == recipients


def test_number_and_day_as_issued() -> None:
    issued, blank = load("lac-phuong"), load("vinh-thuan")
    assert (issued.number.words, issued.issued_on) == ("Số: 90/KH-UBND", date(2025, 10, 7))
    assert (blank.number.words, blank.issued_on) == ("Số: /KH-UBND", None)


def test_doubt_is_kept_beside_the_words() -> None:
    sign = load("lac-phuong").desk_sign
    assert sign.words == "Hướng dẫn - Hỗ trợ dịch vụ công trực tuyến"
    assert sign.doubt is not None
    assert load("vinh-thuan").desk_sign.doubt is None
    doubtful = [line.id for line in load("lac-phuong").lines() if line.doubt]
    assert {"so_ke_hoach", "dat_ban_huong_dan", "noi_nhan_dang_uy"} <= set(doubtful)


def test_a_line_is_found_by_its_id() -> None:
    assert load("vinh-thuan").line("noi_nhan_luu").words == "Lưu: VT, TTPVHCC."
    assert load("vinh-thuan").line("phong_kinh_te_1").words.startswith("Tham mưu UBND xã")
    with pytest.raises(KeyError):
        load("vinh-thuan").line("khong_co")


BROKEN = {
    "missing key in a line": (
        '[budget]\nid = "kinh_phi"',
        "[budget]",
        "[budget]",
        "thiếu “id”",
        'thêm id = "…"',
    ),
    "missing table": ("[opening]", "[openings]", "[openings]", "khóa lạ “openings”", "opening"),
    "missing list": ("[[goals]]", "[[headings]]", None, "thiếu “goals”", "thêm [[goals]]"),
    "unknown key": (
        'id = "muc_tieu_2"',
        'id = "muc_tieu_2"\ncolour = "đỏ"',
        "colour",
        "khóa lạ “colour”",
        "words, doubt",
    ),
    "wrong type of text": (
        'id = "muc_tieu_3"',
        "id = 3",
        "id = 3",
        "“id” sai kiểu",
        'viết id = "…"',
    ),
    "wrong type of number": (
        "schema = 1",
        'schema = "1"',
        'schema = "1"',
        "“schema” sai kiểu",
        "schema = 1",
    ),
    "unknown schema": ("schema = 1", "schema = 2", "schema = 2", "schema 2", "schema = 1"),
    "bad TOML": ('id = "muc_tieu_4"', "id = ", "id = \n", "không đọc được TOML", "viết theo mẫu"),
    "duplicate id": (
        'id = "muc_tieu_5"',
        'id = "muc_tieu_1"',
        'id = "muc_tieu_1"\nwords = "Đẩy',
        "id “muc_tieu_1” đã có ở dòng",
        "đặt một id khác",
    ),
    "id that is not an id": (
        'id = "trung_tam_2"',
        'id = "Trung tâm"',
        'id = "Trung tâm"',
        "id “Trung tâm” sai",
        "chữ thường không dấu",
    ),
    "blank words": (
        'words = "Các ấp;"',
        'words = ""',
        'words = ""',
        "trống hoặc thừa khoảng trắng",
        "viết một dòng",
    ),
    "not NFC": (
        "Các ấp;",
        unicodedata.normalize("NFD", "Các ấp;"),
        unicodedata.normalize("NFD", "Các ấp;"),
        "không phải NFC",
        "dựng sẵn",
    ),
    "a signer": ('name = ""', 'name = "Ví Dụ"', 'name = "Ví Dụ"', "phải để trống", 'name = ""'),
    "a table for a list": (
        "[[recipients]]\nid",
        "[recipients]\nid",
        None,
        "không đọc được TOML",
        "viết theo mẫu",
    ),
    "a text for a table": (
        'slug = "vinh-thuan"',
        'slug = "vinh-thuan"\nbudget = "x"',
        None,
        "không đọc được TOML",
        "viết theo mẫu",
    ),
    "another slug": (
        'slug = "vinh-thuan"',
        'slug = "vinh-an"',
        'slug = "vinh-an"',
        "khác tên tệp",
        'slug = "vinh-thuan"',
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_names_file_line_and_remedy(case: str, tmp_path: Path) -> None:
    sound, broken, marked, wrong, remedy = BROKEN[case]
    text = file_text("vinh-thuan")
    assert sound in text
    text = text.replace(sound, broken) if marked is None else text.replace(sound, broken, 1)
    (tmp_path / "vinh-thuan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load("vinh-thuan", tmp_path)
    fault = caught.value
    assert fault.file == "vinh-thuan.toml"
    assert wrong in fault.wrong
    assert remedy in fault.remedy
    if marked is not None:
        assert fault.line == text[: text.index(marked)].count("\n") + 1
    assert str(fault).startswith(f"vinh-thuan.toml:{fault.line}: ")


def test_a_list_written_as_text_is_named(tmp_path: Path) -> None:
    text = file_text("vinh-thuan")
    head, tail = text.split("# Recipients", 1)
    signature = "[signature]" + tail.split("[signature]", 1)[1]
    text = head.replace("schema = 1", 'schema = 1\nrecipients = "UBND tỉnh"', 1) + signature
    (tmp_path / "vinh-thuan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"vinh-thuan.toml:4: “recipients” phải là danh sách"):
        load("vinh-thuan", tmp_path)


def test_a_table_written_as_text_is_named(tmp_path: Path) -> None:
    text = file_text("vinh-thuan").replace("[budget]", "[[budget]]", 1)
    (tmp_path / "vinh-thuan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"“budget” không phải bảng – viết \[budget\]"):
        load("vinh-thuan", tmp_path)


@pytest.mark.parametrize("slug", ["khong-co", "../x", ""])
def test_a_commune_without_a_file(slug: str) -> None:
    with pytest.raises(ContentError):
        load(slug)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    text = re.sub(r"\[opening\]\nid.*\nwords.*\n", "", file_text("vinh-thuan"))
    (tmp_path / "vinh-thuan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(
        ContentError, match=r"vinh-thuan.toml:1: thiếu “opening” – thêm \[opening\]"
    ):
        load("vinh-thuan", tmp_path)


def test_a_list_in_one_line_is_found_by_that_line(tmp_path: Path) -> None:
    text = re.sub(r"\[\[goals\]\]\nid.*\nwords.*\n", "", file_text("vinh-thuan"))
    text = text.replace("schema = 1", 'schema = 1\ngoals = [{id = "muc_tieu_1"}]', 1)
    (tmp_path / "vinh-thuan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"vinh-thuan.toml:4: thiếu “words” – thêm words = "):
        load("vinh-thuan", tmp_path)
