"""Content files: every fault is named with file, line, what is wrong and what to write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.nodes import Faults, parse, stored
from donghanh.catalogue.reading.procedures import read_procedure
from donghanh.catalogue.reading.whole import read_whole

from .sample import FILES, SUPERSEDED, changed

BIRTH, LOOK_UP = "procedures/1.000001.yaml", "procedures/1.000002.yaml"


TAKES = [
    ("Trong ngày", False),
    ("5 ngày làm việc, có thể lâu hơn", False),
    ("Chờ cán bộ báo", False),
    ("Chưa rõ, hỏi cán bộ", True),
    ("5 ngày", True),
    ("3 đến 5 ngày làm việc", True),
    ("7 ngày làm việc", True),
]


@pytest.mark.parametrize(("takes", "contradicts"), TAKES)
def test_a_paper_takes_as_long_as_what_yields_it(takes: str, contradicts: bool) -> None:
    files = changed("papers.yaml", 'yields: "1.000001"', f'yields: "1.000001", takes: "{takes}"')
    found = [fault for fault in read_whole(files).faults.errors if "khác thời hạn" in fault.wrong]
    assert bool(found) == contradicts
    assert all(fault.file == "papers.yaml" and "1.000001" in fault.wrong for fault in found)


def test_a_last_line_that_no_choice_leaves_over_is_named() -> None:
    paid = "  - {when: {dung_han: [khong]}, kind: unknown, words: Hỏi.}\n  - {kind: unknown"
    files = changed(BIRTH, "  - {kind: unknown", paid)
    (warned,) = [w for w in read_whole(files).faults.warnings if "không bao giờ tới" in w.wrong]
    assert files[BIRTH].splitlines()[warned.line - 1].startswith("  - {kind: unknown")


def test_a_whole_sample_has_no_fault() -> None:
    content = read_whole(FILES, pictures=set())
    assert content.faults.errors == []
    birth = content.procedures["1.000001"]
    assert [case.id for case in birth.cases] == ["noi_sinh", "nguoi_lam_chung", "dung_han"]
    assert birth.papers[1].when == {"noi_sinh": ("co_so_y_te",)}
    assert birth.law[0].applies_to == date(2027, 2, 28)
    assert birth.fee[1].vnd is None
    assert content.papers["can_cuoc"].instead == ("ho_chieu",)
    assert content.superseded["1.000009"].replaced_by == ("1.000001",)


FAULTS = [
    (BIRTH, "field: Hộ tịch", "feild: Hộ tịch", "khóa lạ 'feild'"),
    (BIRTH, "field: Hộ tịch\n", "", "thiếu khóa 'field'"),
    (BIRTH, 'code: "1.000001"', "code: 1.000001", "code phải là chữ"),
    (BIRTH, 'code: "1.000001"', 'code: "1.000003"', "mã khác tên tệp"),
    (BIRTH, "title: Thủ tục", "code: x\ntitle: Thủ tục", "khóa 'code' viết hai lần"),
    (BIRTH, "paper: to_khai", "paper: to_khia", "không có 'to_khia'"),
    (BIRTH, "instead: [giay_cam_doan]", "instead: [giay_x]", "không có 'giay_x'"),
    (BIRTH, "[co_so_y_te]", "[benh_xa]", "không có 'benh_xa'"),
    (BIRTH, "when: {noi_sinh: [tai_nha]}", "when: {noi_de: [x]}", "trường hợp 'noi_de'"),
    (BIRTH, "when: {noi_sinh: [tai_nha]}", "when: {dung_han: [co]}", "trường hợp 'dung_han'"),
    (BIRTH, "when: {noi_sinh: [tai_nha]}", "when: noi_sinh", "when phải là"),
    (BIRTH, "where: ttpvhcc_xa", "where: ttp", "không có 'ttp'"),
    (BIRTH, "law: Luật thử Đ.2, ", "", "không mất tiền mà không nêu luật"),
    (BIRTH, "vnd: 8000", "vnd: 0", "vnd: 0 không dùng được"),
    (BIRTH, "kind: amount, vnd: 8000", "kind: amount", "amount mà không có số tiền"),
    (BIRTH, "kind: free, law", "kind: free, vnd: 5, law", "free không đi với vnd"),
    (BIRTH, "working_days, days: 5", "working_days", "working_days mà không có days"),
    (BIRTH, "kind: same_day", "kind: same_day, days: 1", "same_day không đi với days"),
    (BIRTH, "  - {kind: same_day, words: Trong ngày}\n", "", "chỉ dòng cuối không có when"),
    (BIRTH, "how: show", "how: shows", "how: 'shows' không dùng được"),
    (BIRTH, "[counter, online]", "[counter, fax]", "'fax' không dùng được"),
    (BIRTH, "[counter, online]", "[counter, counter]", "counter viết hai lần"),
    (BIRTH, "in_person: false", "in_person: không", "in_person phải là true"),
    (BIRTH, "valid_from: 2026-07-01", "valid_from: tháng 7", "không phải ngày"),
    (BIRTH, "valid_to: null", "valid_to: 2026-06-30", "valid_to trước valid_from"),
    (BIRTH, "everyday: [làm", "everyday: [5, làm", "5 không phải chữ"),
    (BIRTH, "steps: [Đến quầy., Nhận kết quả.]", "steps: Đến", "phải là danh sách"),
    (BIRTH, "sources: [dữ liệu thử]", "sources: []", "không có nguồn"),
    (BIRTH, "result: {name: Giấy khai sinh, paper: giay_khai_sinh}", "result: x", "cần các cặp"),
    (BIRTH, "cases:\n", "cases: {\n", "không đọc được YAML"),
    (BIRTH, "id: tai_nha", "id: Tại nhà", "tên 'Tại nhà' không dùng được"),
    (BIRTH, "[co_so_y_te]", "[]", "noi_sinh không có lựa chọn nào"),
    (BIRTH, "instead: [giay_cam_doan]", "instead: [giay_chung_sinh]", "thay cho chính nó"),
    (BIRTH, "superseded_by: null", 'superseded_by: "1.9"', "không có '1.9'"),
    (LOOK_UP, "time: [{kind: unknown, words: Chưa rõ. Hỏi cán bộ.}]", "time: []", "time trống"),
    ("places.yaml", "benh_vien:", "Bệnh viện:", "tên 'Bệnh viện' không dùng được"),
    ("superseded.yaml", "}\n", "}\n" + SUPERSEDED, "mã 1.000009 có hai lần"),
    ("papers.yaml", "issued_by: benh_vien", "issued_by: benh_xa", "không có 'benh_xa'"),
    ("papers.yaml", "instead: [ho_chieu]", "instead: [can_cuoc]", "thay cho chính nó"),
    ("places.yaml", "kind: police", "kind: army", "'army' không dùng được"),
    ("superseded.yaml", '["1.000001"]', "[]", "không có mã thay thế"),
    ("superseded.yaml", '["1.000001"]', '["1.000009"]', "thay thế chính nó"),
]


@pytest.mark.parametrize(("name", "old", "new", "wrong"), FAULTS)
def test_a_fault_is_named(name: str, old: str, new: str, wrong: str) -> None:
    files = changed(name, old, new)
    errors = read_whole(files).faults.errors
    found = [error for error in errors if wrong in error.wrong]
    assert found, [str(error) for error in errors]
    assert (found[0].file, bool(found[0].remedy)) == (name, True)
    line = FILES[name][: FILES[name].index(old)].count("\n") + 1
    assert not new or line <= found[0].line <= line + new.count("\n"), str(found[0])


def test_the_line_is_exact() -> None:
    files = changed(BIRTH, "paper: can_cuoc", "paper: can_cuoc_x")
    (error,) = read_whole(files).faults.errors
    lines = files[BIRTH].splitlines()
    assert "can_cuoc_x" in lines[error.line - 1]


def test_a_code_that_is_no_code() -> None:
    files = {**FILES, "procedures/khai_sinh.yaml": FILES[BIRTH].replace("1.000001", "khai_sinh")}
    assert any("mã 'khai_sinh'" in error.wrong for error in read_whole(files).faults.errors)


def test_a_fault_is_told_once() -> None:
    errors = read_whole(changed(BIRTH, "steps: [Đến quầy., Nhận kết quả.]", "steps: Đến")).faults
    assert [error.wrong for error in errors.errors] == ["phải là danh sách"]


def test_more_than_five_questions_are_refused() -> None:
    choices = "[{id: x, words: X}, {id: y, words: Y}]"
    case = "  - {id: %s, question: A?, why: B, choices: " + choices + "}\n"
    more = "".join(case % name for name in "abc")
    errors = read_whole(changed(BIRTH, "papers:\n", more + "papers:\n")).faults.errors
    assert [error.wrong for error in errors] == ["6 câu hỏi, nhiều nhất là 5"]


def test_a_case_twice_and_a_case_without_a_choice() -> None:
    twice = read_whole(changed(BIRTH, "id: nguoi_lam_chung", "id: noi_sinh")).faults.errors
    assert any("noi_sinh có hai lần" in error.wrong for error in twice)
    single = changed(BIRTH, "{id: co, words: Có}, ", "")
    assert any("hai lựa chọn" in error.wrong for error in read_whole(single).faults.errors)


def test_missing_and_empty_files() -> None:
    errors = read_whole({}).faults.errors
    assert [error.file for error in errors] == ["places.yaml", "papers.yaml"]
    empty = read_whole({**FILES, BIRTH: "# nothing yet\n"}).faults.errors
    assert [(error.file, error.wrong) for error in empty if error.file == BIRTH] == [
        (BIRTH, "tệp trống")
    ]


def test_long_sentences_are_warned_of() -> None:
    long = "một " * 26
    files = changed(BIRTH, "no_phone: Đến thẳng quầy.", f"no_phone: {long}.")
    files = {**files, BIRTH: files[BIRTH].replace("Trẻ sinh ở đâu?", "à " * 16 + "?")}
    content = read_whole(files)
    assert content.faults.errors == []
    warned = [error.wrong for error in content.faults.warnings]
    assert "câu dài 26 tiếng (nhiều nhất 25)" in warned
    assert "câu hỏi dài quá 15 tiếng" in warned


def test_two_lines_of_one_paper_that_can_meet_are_warned_of() -> None:
    line = "  - {paper: to_khai, how: show, kind: any, quantity: 1}\nsteps:"
    warned = [str(w) for w in read_whole(changed(BIRTH, "steps:", line)).faults.warnings]
    assert any("to_khai có hai dòng" in words for words in warned)


def test_a_circle_nobody_can_leave_is_an_error() -> None:
    circle = changed("papers.yaml", "  yields: null", '  yields: "1.000001"')
    errors = read_whole(circle).faults.errors
    assert [e.wrong for e in errors] == ["giấy tờ đi vòng: 1.000001 → 1.000001 (to_khai)"]


def test_a_circle_that_a_substitute_opens_is_a_warning() -> None:
    circle = changed(
        "papers.yaml",
        "issued_by: benh_vien\n  yields: null",
        'issued_by: benh_vien\n  yields: "1.000001"',
    )
    faults = read_whole(circle).faults
    assert faults.errors == []
    assert any("giấy tờ đi vòng" in warning.wrong for warning in faults.warnings)


def test_a_picture_that_nobody_drew() -> None:
    files = changed(BIRTH, "picture: null", "picture: khai_sinh")
    assert read_whole(files).faults.errors == []
    assert read_whole(files, pictures={"khai_sinh"}).faults.errors == []
    (error,) = read_whole(files, pictures={"don"}).faults.errors
    assert "khai_sinh" in error.wrong


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(
    st.sampled_from(["cases", "papers", "time", "fee", "law", "result", "valid_from", "code"]),
    VALUES,
)
def test_whatever_stands_under_a_key_nothing_is_raised(key: str, value: object) -> None:
    root = dict(parse(FILES[BIRTH], BIRTH, Faults()).value)
    root[key] = value
    read_procedure(stored(root, BIRTH))


def test_an_alias_that_holds_itself_is_only_a_fault() -> None:
    assert read_whole({**FILES, BIRTH: "cases: &a [*a]"}).faults.errors


@given(st.text(max_size=60))
def test_whatever_a_file_holds_nothing_is_raised(text: str) -> None:
    content = read_whole({**FILES, BIRTH: text})
    assert content.faults.errors
