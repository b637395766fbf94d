"""A small form with what the declaration of birth lacks: a table, an officer's signature."""

from __future__ import annotations

from donghanh.base.nodes import Faults
from donghanh.documents.service import PlaceAndDate, Signatures, Table
from donghanh.interview import sheets, walking
from donghanh.interview.reading.checks import check_form
from donghanh.interview.reading.forms import ReadVersion, read_form
from donghanh.interview.records import Given

from .samples import TODAY, answered

SMALL = """
id: nho
title: Tờ nhỏ
procedures: ["1.000000"]
versions:
  - version: v1
    law: Văn bản Ví Dụ
    valid_from: 2026-01-01
    valid_to: null
    layout: doi_chieu
    sources: [Ví Dụ]
    confidence: low
    checked_on: 2026-11-21
    to_check: []
    where_to_file: Nộp ở quầy.
    signing:
      how: sign_or_fingerprint
      words: Ký hoặc điểm chỉ.
      law: Văn bản Ví Dụ
      finger: Ngón trỏ phải
      witnesses: {count: 0, certain: true, words: Không cần., law: Văn bản Ví Dụ}
    gains: {words: Người khác đọc và làm chứng., when: [{chu_ky: [diem_chi]}]}
    questions:
      - id: nguoi
        type: people
        ask: Trong nhà có những ai ạ?
        why: Tờ khai ghi từng người.
        example: Mẹ, con
        unknown: {words: Để trống., then: note}
        people_max: 3
        fields:
          - {id: ten, type: name, ask: Tên gì ạ?}
          - {id: nam, type: date, ask: Sinh năm nào ạ?, partial: true, optional: true}
          - {id: o_cung, type: yes_no, ask: Có ở cùng không ạ?, optional: true,
             choices: [{id: co, words: Có ở cùng}, {id: khong, words: Ở nơi khác}]}
        fills: [bang]
      - {id: chu_ky, type: signature, ask: Ký hay điểm chỉ ạ?, why: Phải có dấu., example: Ký,
         unknown: null}
    print:
      - {part: national_heading}
      - {part: title, words: TỜ NHỎ, under: Mẫu Ví Dụ}
      - part: table
        box: {id: bang, label: null}
        rows_min: 2
        columns: [{field: ten, label: Họ tên, share: 3}, {field: o_cung, label: Ở cùng},
                  {field: nam, label: Năm}]
      - {part: line, boxes: [{id: so, label: "Số:", by_hand: true}]}
      - {part: place_and_date, place: {id: noi_lam, label: "Làm tại:"}}
      - part: signatures
        blocks: [{title: Người khai, note: Ký}, {title: Cán bộ, note: Ký, by_office: true}]
"""


def small() -> ReadVersion:
    faults = Faults()
    read = read_form(SMALL, "forms/nho.yaml", faults)
    check_form(read, {}, frozenset({"ky_ten", "diem_chi", "hoi_can_bo"}))
    assert faults.errors == []
    return read.versions[0]


def test_people_fill_the_rows_of_a_table_in_the_order_of_its_columns() -> None:
    read = small()
    people = ({"ten": "Mẹ Ví Dụ", "nam": "1950", "o_cung": "co"}, {"ten": "Con Ví Dụ"})
    answers = {"nguoi": Given(people), "chu_ky": Given("diem_chi")}
    head = sheets.Letterhead(place="Xã Ví Dụ", on=TODAY)
    printed = sheets.sheet(read.version, read.layout, answers, head)
    (table,) = [part for part in printed.parts if isinstance(part, Table)]
    assert table.rows == (("Mẹ Ví Dụ", "Có ở cùng", "1950"), ("Con Ví Dụ", "", ""))
    (made,) = [part for part in printed.parts if isinstance(part, PlaceAndDate)]
    assert (made.place.value, made.day) == ("Xã Ví Dụ", TODAY)
    assert printed.layout_compared and printed.unfilled == ()


def test_a_finger_gets_its_square_and_never_the_officers() -> None:
    read = small()
    for how, square in (("diem_chi", True), ("ky", False)):
        answers = answered(read.version, {"chu_ky": how})
        parts = sheets.sheet(read.version, read.layout, answers, sheets.Letterhead()).parts
        (signed,) = [part for part in parts if isinstance(part, Signatures)]
        assert [block.fingerprint for block in signed.blocks] == [square, False]


def test_what_nobody_knew_is_told_the_officer() -> None:
    read = small()
    answers = {"nguoi": Given(None), "chu_ky": Given("ky")}
    printed = sheets.sheet(read.version, read.layout, answers, sheets.Letterhead())
    assert printed.unfilled == ("Trong nhà có những ai ạ? Để trống.",)


def test_every_way_is_counted_once() -> None:
    """Who signs how matters to who gains, so three ways; who lives there matters to nothing."""
    assert walking.walk(small().version).ways == 3


def test_how_one_may_sign_follows_the_law() -> None:
    text = SMALL.replace("how: sign_or_fingerprint", "how: sign")
    version = read_form(text, "forms/nho.yaml", Faults()).versions[0].version
    assert [choice.id for choice in version.questions[1].choices] == ["ky", "khong"]


def test_a_column_that_nobody_is_asked_for() -> None:
    faults = Faults()
    read = read_form(SMALL.replace("{field: nam,", "{field: que,"), "forms/nho.yaml", faults)
    check_form(read, {}, frozenset({"ky_ten", "diem_chi", "hoi_can_bo"}))
    assert ["cột 'que'" in fault.wrong for fault in faults.errors] == [True]
