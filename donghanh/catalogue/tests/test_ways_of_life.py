"""Life events and entitlements: every fault is named; the real files are whole and load once."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghanh.base.clock import frozen
from donghanh.base.content import CONTENT
from donghanh.base.ids import new_key
from donghanh.catalogue import models, service
from donghanh.catalogue.reading.entitlements import ENTITLEMENTS
from donghanh.catalogue.reading.life_events import LIFE_EVENTS
from donghanh.catalogue.reading.whole import read_whole

from .sample import BY, FILES, NOON, lay_out

EVENTS = """\
sinh_con:
  order: 2
  title: Nhà có em bé
  who_for: Cha mẹ có con mới sinh.
  picture: khai_sinh
  everyday: [một, hai, ba, bốn, năm, sáu]
  first: null
  steps:
    - procedure: "1.000001"
      who: Có VNeID
      why: Làm trước.
      by: {words: Trong 60 ngày, law: Luật thử}
      covers: ["1.000002"]
    - {procedure: "1.000002", why: Làm sau.}
  sources: [dữ liệu thử]
  confidence: high
  checked_on: 2026-11-21
  to_check: []
"""
BOOK = """\
known_from: 2025-07-01
checked_on: 2026-11-21
sources: [dữ liệu thử]
standards:
  muc: [{vnd: 540000, law: {title: Luật thử Đ.4, from: 2026-07-01, certainty: medium}}]
rules:
  - id: tien_gia
    code: "1.000001"
    title: Tiền người già
    picture: khai_sinh
    delay: Nộp sớm.
    choose: {of: [tien_khac], words: Chọn một.}
    ways:
      - why: Đủ tuổi.
        conditions:
          - {age: {from: 75}, must: true, words: Đủ 75 tuổi}
          - {pension_below: muc, words: Không có lương hưu}
        amount: {standard: muc, times: 1.5, words: một tháng}
        laws: [{title: Luật thử Đ.2, from: 2026-07-01, to: 2027-02-28, certainty: high}]
    to_check: []
  - id: tien_khac
    code: null
    title: Tiền khác
    picture: null
    delay: null
    ways:
      - why: Hộ nghèo.
        conditions:
          - {fact: poor, one_of: ["yes", near], words: Hộ nghèo}
          - {ages: [70, 75], words: Tròn tuổi}
          - {desk: Cán bộ xem}
        amount: {words: Chưa rõ.}
        laws: [{title: Luật thử Đ.3, certainty: low}]
    to_check: []
"""
WITH = {**FILES, LIFE_EVENTS: EVENTS, ENTITLEMENTS: BOOK}
FAULTS = [
    (LIFE_EVENTS, "order: 2", "order: hai", "order: 'hai' không dùng được"),
    (LIFE_EVENTS, "  first: null\n", "", "thiếu khóa 'first'"),
    (LIFE_EVENTS, "picture: khai_sinh", "picture: khai_sin", "không có 'khai_sin'"),
    (LIFE_EVENTS, '"1.000001"', '"1001"', "mã '1001' không đúng"),
    (LIFE_EVENTS, 'procedure: "1.000002"', 'procedure: "1.000001"', "1.000001 có hai lần"),
    (LIFE_EVENTS, '["1.000002"]', '["1.000003"]', "không có '1.000003'"),
    (LIFE_EVENTS, "why: Làm sau.", "why: Làm sau., vi: x", "khóa lạ 'vi'"),
    (LIFE_EVENTS, "sources: [dữ liệu thử]", "sources: []", "không có nguồn"),
    (LIFE_EVENTS, "sinh_con:", "Sinh con:", "tên 'Sinh con' không dùng được"),
    (ENTITLEMENTS, "known_from: 2025-07-01", "known_from: null", "known_from phải là ngày"),
    (ENTITLEMENTS, "vnd: 540000", "vnd: 0", "vnd: 0 không dùng được"),
    (ENTITLEMENTS, "{vnd: 540000, ", "{", "thiếu số tiền"),
    (ENTITLEMENTS, "[{vnd: 540000", "[] #", "muc trống"),
    (ENTITLEMENTS, "id: tien_khac", "id: tien_gia", "tien_gia có hai lần"),
    (ENTITLEMENTS, 'code: "1.000001"', 'code: "1"', "mã '1' không đúng"),
    (ENTITLEMENTS, "of: [tien_khac]", "of: [tien_la]", "không có 'tien_la'"),
    (ENTITLEMENTS, "picture: khai_sinh", "picture: hoa", "không có 'hoa'"),
    (ENTITLEMENTS, "age: {from: 75}", "age: {tu: 75}", "khóa lạ 'tu'"),
    (ENTITLEMENTS, "age: {from: 75}", "age: {from: 75, to: 70}", "to nhỏ hơn from"),
    (ENTITLEMENTS, "age: {from: 75}", "tuoi: 75", "không rõ điều kiện gì"),
    (ENTITLEMENTS, "pension_below: muc", "pension_below: mức", "không có 'mức'"),
    (ENTITLEMENTS, "standard: muc", "standard: muk", "không có 'muk'"),
    (ENTITLEMENTS, "times: 1.5", "times: 1.55", "times: 1.55 không dùng được"),
    (ENTITLEMENTS, "times: 1.5", "times: nhiều", "times: 'nhiều' không dùng được"),
    (ENTITLEMENTS, "fact: poor", "fact: rich", "fact: 'rich' không dùng được"),
    (ENTITLEMENTS, '["yes", near]', "[yes]", "True không dùng được"),
    (ENTITLEMENTS, '["yes", near]', "[]", "không có câu trả lời nào"),
    (ENTITLEMENTS, "ages: [70, 75]", "ages: [70, 175]", "tuổi 175 không dùng được"),
    (ENTITLEMENTS, "to: 2027-02-28", "to: 2025-02-28", "to trước from"),
    (ENTITLEMENTS, "[{title: Luật thử Đ.3, certainty: low}]", "[]", "không nêu văn bản"),
    (ENTITLEMENTS, "certainty: high", "certainty: sure", "certainty: 'sure' không dùng được"),
]


def test_the_sample_has_no_fault() -> None:
    content = read_whole(WITH, pictures={"khai_sinh"})
    assert content.faults.errors == []
    event = content.life_events["sinh_con"]
    assert [step.procedure for step in event.steps] == ["1.000001", "1.000002"]
    assert event.steps[0].by and event.steps[0].by.law == "Luật thử"
    book = content.entitlements
    assert book and [rule.id for rule in book.rules] == ["tien_gia", "tien_khac"]
    assert book.rules[0].ways[0].amount.tenths == 15


@pytest.mark.parametrize(("name", "old", "new", "wrong"), FAULTS)
def test_a_fault_is_named_with_its_line(name: str, old: str, new: str, wrong: str) -> None:
    assert old in WITH[name]
    files = {**WITH, name: WITH[name].replace(old, new, 1)}
    errors = read_whole(files, pictures={"khai_sinh"}).faults.errors
    found = [error for error in errors if wrong in error.wrong]
    assert found, [str(error) for error in errors]
    changed = WITH[name][: WITH[name].index(old)].count("\n") + 1
    assert all(one.file == name for one in found)
    assert abs(found[0].line - changed) <= _lines_about(name)


def _lines_about(name: str) -> int:
    """A missing key is told at the mapping that lacks it, up to a whole entry above."""
    return 20 if name == LIFE_EVENTS else 22


def test_a_way_that_nothing_speaks_for_is_wrong() -> None:
    only_desk = BOOK.replace('{fact: poor, one_of: ["yes", near], words: Hộ nghèo}', "{desk: x}")
    only_desk = only_desk.replace("{ages: [70, 75], words: Tròn tuổi}", "{desk: y}")
    errors = read_whole({**WITH, ENTITLEMENTS: only_desk}, pictures={"khai_sinh"}).faults.errors
    assert any("không có điều kiện nào xem được" in error.wrong for error in errors)


@pytest.mark.django_db
def test_a_change_is_a_new_version_and_the_newest_is_read(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, WITH)
    with frozen(NOON):
        service.load_content(by=BY, key=new_key(), folder=folder)
        again = service.load_content(by=BY, key=new_key(), folder=folder)
        lay_out(folder, {LIFE_EVENTS: EVENTS.replace("Nhà có em bé", "Có em bé")})
        changed = service.load_content(by=BY, key=new_key(), folder=folder)
    assert (again.added, again.changed, changed.changed) == (0, 0, 1)
    assert service.life_event("sinh_con").title == "Có em bé"
    assert models.LifeEvent.objects.count() == 2
    assert service.entitlement_book().rules[0].ways[0].conditions[0].words == "Đủ 75 tuổi"


@pytest.mark.django_db
def test_what_is_not_there_says_so(content: Path) -> None:
    with pytest.raises(service.NoSuchLifeEvent):
        service.life_event("khong_co")
    with pytest.raises(service.NoEntitlements):
        service.entitlement_book()
    assert service.life_events() == {}


def test_the_real_files_hold_at_least_fourteen_events_and_are_clean() -> None:
    from donghanh.catalogue.loading import read_folder

    content = read_folder(CONTENT)
    mine = (LIFE_EVENTS, ENTITLEMENTS)
    assert [str(e) for e in content.faults.errors if e.file in mine] == []
    assert [str(e) for e in content.faults.warnings if e.file in mine] == []
    assert len(content.life_events) >= 14
    orders = [event.order for event in content.life_events.values()]
    assert len(set(orders)) == len(orders)
    assert all(event.picture and event.sources for event in content.life_events.values())
