"""Content-check and content-due: what is wrong, where, and what to write instead."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from donghanh.base.ids import new_key
from donghanh.catalogue import service

from .sample import BIRTH, BY, FILES, changed, lay_out

PAGE = "procedures/1.000001.yaml"
DAY = date(2026, 11, 21)
HARD = "- {word: thụ lý, plain: [nhận]}\n- {word: niêm yết, plain: [dán]}\n"
CHANGE = """\
{title: Luật mới, from: 2027-01-10, source: Luật mới, confidence: high, checked_on: 2026-11-21,
 to_check: [], entries: [{procedures: ["1.000001"], set: {where_note: Hỏi.}}]}
"""


def check(folder: Path, files: dict[str, str]) -> service.ContentCheck:
    return service.check_content(on=DAY, folder=lay_out(folder, files))


def test_the_counts_of_the_sample(tmp_path: Path) -> None:
    found = check(tmp_path, FILES)
    counts = found.summary
    assert found.errors == ()
    assert (counts.procedures, counts.in_force, counts.redirects) == (2, 1, 1)
    assert (counts.complete, counts.unsure, counts.to_check) == (0, 1, 1)
    assert counts.unknown_fields["fee"] == 2
    assert counts.unknown_fields["time"] == counts.unknown_fields["law"] == 1


BROKEN = {
    "a law is missing": ("law: Luật thử Đ.2, ", "", "không nêu luật"),
    "a paper is unknown": ("paper: giay_chung_sinh", "paper: giay_la", "không có 'giay_la'"),
    "a day cannot be": ("checked_on: 2026-11-21", "checked_on: 2027-11-21", "ở tương lai"),
    "a law ends too soon": ("to: 2027-02-28", "from: 2028-01-01, to: 2027-02-28", "trước khi"),
    "a code is unknown": ("superseded_by: null", 'superseded_by: "9.999999"', "9.999999"),
    "a key is strange": ("plain_title:", "plain_titel:", "khóa lạ"),
    "a case is unknown": ("when: {dung_han: [co]}", "when: {dung_hen: [co]}", "dung_hen"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_each_thing_broken_on_purpose_is_named(tmp_path: Path, broken: str) -> None:
    old, new, wrong = BROKEN[broken]
    files = changed(PAGE, old, new)
    found = [fault for fault in check(tmp_path, files).errors if wrong in fault.wrong]
    assert found, broken
    line = files[PAGE].splitlines()[found[0].line - 1]
    assert found[0].file == PAGE and found[0].remedy
    assert broken == "a key is strange" or new.split(":")[0].split("{")[0].strip(", ") in line


def test_a_paper_that_needs_itself_is_a_circle(tmp_path: Path) -> None:
    circle = changed(PAGE, "paper: to_khai", "paper: giay_khai_sinh")
    assert any("đi vòng" in fault.wrong for fault in check(tmp_path, circle).errors)


def test_letters_and_marks_apart_are_named_with_their_line(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "Đến quầy")
    files = {**FILES, PAGE: BIRTH.replace("Đến quầy", apart)}
    found = [fault for fault in check(tmp_path, files).errors if "NFC" in fault.wrong]
    assert len(found) == 1
    assert apart in files[PAGE].splitlines()[found[0].line - 1]


def test_a_superseded_code_that_leads_to_nothing(tmp_path: Path) -> None:
    files = changed("superseded.yaml", '"1.000001"', '"9.999999"')
    (fault,) = check(tmp_path, files).errors
    assert (fault.file, fault.line) == ("superseded.yaml", 1)


def test_hard_words_want_plain_ones_beside_them(tmp_path: Path) -> None:
    files = {**changed(PAGE, "Đến quầy.", "Xã thụ lý và niêm yết."), "words/hard_words.yaml": HARD}
    said = [fault.wrong for fault in check(tmp_path, files).warnings]
    assert any("'niêm yết'" in words for words in said)
    assert not any("'thụ lý'" in words for words in said)  # "Nhận kết quả" stands beside it
    empty = {**files, "words/hard_words.yaml": "- {word: thụ lý, plain: []}\n"}
    assert any("chưa có lời thường" in fault.wrong for fault in check(tmp_path, empty).errors)


def due(folder: Path, within: int, on: date = DAY) -> list[tuple[str, str]]:
    found = service.content_due_in_files(within, on=on, folder=folder)
    assert all(one.file and one.line for one in found)
    return [(one.on.isoformat(), one.why) for one in found if one.code.startswith("1.")]


def test_what_falls_due_within_the_days(tmp_path: Path) -> None:
    files = changed(PAGE, "Quá rồi", "Quá rồi đến hết 30/11/2026")
    folder = lay_out(tmp_path, {**files, "changes/moi.yaml": CHANGE})
    assert [day for day, _ in due(folder, 5)] == []
    assert [day for day, _ in due(folder, 20)] == ["2026-11-30"]
    reasons = dict(due(folder, 60))
    assert reasons["2026-12-31"] == "Ngày cuối cùng áp dụng"
    assert reasons["2027-01-10"] == "Lời đổi từ ngày này, theo Luật mới"
    assert "2027-01-09" not in reasons  # seen to by the change
    assert any("Luật thử" in why for _, why in due(folder, 120))


def test_what_nobody_looked_at_for_a_year_is_overdue(tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    assert any("Quá một năm" in why for _, why in due(folder, 0, date(2028, 1, 1)))
    assert any("hết hiệu lực" in why for _, why in due(folder, 0, date(2028, 1, 1)))


def test_the_same_of_what_is_loaded(tmp_path: Path, db: None) -> None:
    folder = lay_out(tmp_path, {**FILES, "changes/moi.yaml": CHANGE})
    assert service.load_content(by=BY, key=new_key(), folder=folder).errors == ()
    of_rows = {(one.on, one.code, one.why) for one in service.content_due(60, on=DAY)}
    of_files = service.content_due_in_files(60, on=DAY, folder=folder)
    assert of_rows == {(one.on, one.code, one.why) for one in of_files if one.kind != "superseded"}
    counts = service.content_summary(on=DAY)
    assert (counts.procedures, counts.in_force, counts.redirects) == (2, 1, 1)
    assert [p.code for p in service.procedures_to_check(on=DAY)] == []
