"""What a law changes from a day on: the same question, two days, two right answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from donghanh.base.ids import new_key
from donghanh.catalogue import service
from donghanh.catalogue.loading import read_folder

from .sample import BY, FILES, lay_out

CHANGE = """\
title: Luật thử mới
from: 2027-03-01
source: Luật thử mới Đ.1
confidence: medium
checked_on: 2026-11-21
to_check: [Mẫu mới chưa có]
entries:
  - procedures: ["1.000001"]
    words: {Nhận kết quả: Nhận giấy mới}
    set: {where_note: Xã nào cũng được.}
    drop: {fee_exemptions: Hộ nghèo}
    add: {extras: [{words: Phí mới, kind: unknown}]}
  - papers: [giay_khai_sinh]
    set: {name: Giấy khai sinh mới}
"""
NAME = "changes/thu.yaml"
BEFORE, FROM = date(2027, 2, 28), date(2027, 3, 1)


def with_change(text: str = CHANGE) -> dict[str, str]:
    return {**FILES, NAME: text}


def load(folder: Path, files: dict[str, str]) -> service.LoadReport:
    return service.load_content(by=BY, key=new_key(), folder=lay_out(folder, files))


def test_the_words_change_on_the_day(tmp_path: Path, db: None) -> None:
    assert load(tmp_path, with_change()).errors == ()
    old, new = (service.procedure("1.000001", on=day) for day in (BEFORE, FROM))
    assert (old.steps[-1], old.where_note, len(old.extras)) == ("Nhận kết quả.", None, 1)
    assert (new.steps[-1], new.where_note) == ("Nhận giấy mới.", "Xã nào cũng được.")
    assert (new.fee_exemptions, len(new.extras)) == ((), 2)
    assert (old.valid_to, new.valid_from, new.valid_to) == (BEFORE, FROM, None)
    assert old.row_id != new.row_id
    names = [service.paper("giay_khai_sinh", on=day).name for day in (BEFORE, FROM)]
    assert names == ["Giấy khai sinh", "Giấy khai sinh mới"]
    assert service.papers(on=FROM)["giay_khai_sinh"].name == "Giấy khai sinh mới"


def test_a_change_brings_its_source_its_certainty_and_its_notes(tmp_path: Path, db: None) -> None:
    load(tmp_path, with_change())
    new = service.procedure("1.000001", on=FROM)
    assert new.sources == ("dữ liệu thử", "Luật thử mới Đ.1")
    assert new.confidence == "medium"
    assert new.to_check == ("Mẫu mới chưa có",)


def test_loading_twice_changes_nothing_and_a_later_day_moves_it(tmp_path: Path, db: None) -> None:
    load(tmp_path, with_change())
    again = load(tmp_path, with_change())
    assert (again.added, again.changed, again.withdrawn) == (0, 0, 0)
    moved = load(tmp_path, with_change(CHANGE.replace("2027-03-01", "2027-04-01")))
    assert moved.withdrawn == 2
    assert service.procedure("1.000001", on=FROM).steps[-1] == "Nhận kết quả."
    assert service.procedure("1.000001", on=date(2027, 4, 1)).steps[-1] == "Nhận giấy mới."


def test_a_change_that_is_taken_back_leaves_the_old_words(tmp_path: Path, db: None) -> None:
    load(tmp_path, with_change())
    (tmp_path / NAME).unlink()
    assert load(tmp_path, FILES).withdrawn == 2
    assert service.procedure("1.000001", on=FROM).where_note is None
    assert service.paper("giay_khai_sinh", on=FROM).name == "Giấy khai sinh"


def test_changes_follow_one_another(tmp_path: Path, db: None) -> None:
    later = CHANGE.replace("2027-03-01", "2027-06-01").replace("Xã nào cũng được", "Hỏi tỉnh")
    files = {**with_change(), "changes/sau.yaml": later}
    assert load(tmp_path, files).errors == ()
    days = (BEFORE, FROM, date(2027, 5, 31), date(2027, 6, 1))
    notes = [service.procedure("1.000001", on=day).where_note for day in days]
    assert notes == [None, "Xã nào cũng được.", "Xã nào cũng được.", "Hỏi tỉnh."]


def test_a_text_that_has_ended_is_not_changed(tmp_path: Path, db: None) -> None:
    ended = with_change(CHANGE.replace('["1.000001"]', '["1.000002"]'))
    assert load(tmp_path, ended).errors == ()
    assert service.procedure("1.000002", on=date(2026, 12, 31)).valid_to == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("from: 2027-03-01", "from: null", "không có ngày"),
        ("from: 2027-03-01", "from: 2026-01-01", "trước ngày bắt đầu"),
        ("    words:", "    worsd:", "khóa lạ"),
        ("kind: unknown}", "kind: free}", "không mất tiền mà không nêu luật"),
        ("set: {where_note: Xã nào cũng được.}", "set: {where: cho_la}", "không có 'cho_la'"),
    ],
)
def test_what_is_wrong_in_a_change_is_named_there(
    tmp_path: Path, old: str, new: str, wrong: str
) -> None:
    assert old in CHANGE
    faults = read_folder(lay_out(tmp_path, with_change(CHANGE.replace(old, new)))).faults
    found = [fault for fault in faults.errors if wrong in fault.wrong]
    assert [fault.file for fault in found[:1]] == [NAME], [str(f) for f in faults.errors]
    assert found[0].line > 0 and found[0].remedy


def test_a_change_of_something_unknown_is_a_warning(tmp_path: Path) -> None:
    text = CHANGE.replace('["1.000001"]', '["1.000001", "9.999999"]')
    faults = read_folder(lay_out(tmp_path, with_change(text))).faults
    assert faults.errors == []
    assert any("9.999999" in fault.wrong and fault.file == NAME for fault in faults.warnings)
