"""What the official sheets of single forms want, beyond what every form is tried for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from donghanh.documents.service import FormPrint, Signatures
from donghanh.interview import copying, journey, library, rules, service, sheets
from donghanh.interview.reading.forms import ReadVersion
from donghanh.interview.records import Answers, Given, PortalOrder

from .samples import IDS, TODAY, VERSIONS, answered

OLD_CARD = {"paper": "cmnd", "number": "012345678"}


def residence(**chosen: str) -> Answers:
    """Return answers to the declaration of residence, for oneself, signed by finger."""
    said = {"viec.cho_ai": "minh", "chu_ky": "diem_chi", **chosen}
    return answered(library.version("ct01", TODAY).version, said)


def printed(answers: Answers) -> FormPrint:
    read = library.version("ct01", TODAY)
    return sheets.sheet(read.version, read.layout, answers, sheets.Letterhead())


def test_only_who_was_asked_puts_a_finger() -> None:
    """The head of the household, the owner and the parent sign on paper as they will."""
    (signed,) = [one for one in printed(residence()).parts if isinstance(one, Signatures)]
    squares = {block.title for block in signed.blocks if block.fingerprint}
    assert squares == {"NGƯỜI KÊ KHAI(7)"} and len(signed.blocks) == 4


def test_an_old_cards_number_stays_out_of_the_squares() -> None:
    answers = {**residence(), "nguoi_yeu_cau.giay_to": Given(OLD_CARD)}
    found = printed(answers)
    written = {box.id: box.value for part in found.parts for box in sheets.boxes_of(part)}
    assert written["nguoi.so"] == ""
    assert any("012345678" in line and "tra số định danh" in line for line in found.unfilled)
    assert not any("tra số" in line for line in printed(residence()).unfilled)


def test_what_a_procedure_wants_depends_on_the_day() -> None:
    before, today = date(2026, 9, 1), TODAY
    assert service.forms_for("1.001776", before) == ()
    assert [one.version for one in service.forms_for("1.014027", before)] == ["nd176-2025-mau01"]
    assert len(service.forms_for("1.001776", today)) == 1
    both = {one.form_id for one in service.forms_for("1.000689", today)}
    assert both == {"khai_sinh", "nhan_cha_me_con"}


@pytest.mark.parametrize("read", VERSIONS, ids=IDS)
def test_answers_are_copied_in_the_order_of_the_sheet(read: ReadVersion) -> None:
    answers = answered(read.version, {})
    lines = copying.lines(read.version, read.layout, answers)
    official = [box.id for part in read.layout for box in sheets.boxes_of(part)]
    chosen = {place: rules.chosen_word(given) for place, given in answers.items()}
    places = {
        one.id: [official.index(f.box) for f in one.fills if rules.holds(f.when, chosen)]
        for one in read.version.questions
    }
    order = [min(places[line.question_id]) for line in lines]
    assert order == sorted(order) and all(line.label and line.value for line in lines)
    filling = {one.id for one in journey.path(read.version, answers) if places[one.id]}
    assert filling == {line.question_id for line in lines}


def test_the_portals_own_order_counts_where_it_is_known() -> None:
    read = library.version("khai_sinh", TODAY)
    portal = PortalOrder("Ví Dụ", ("me.ho_ten", "tre.ho_ten"))
    version = replace(read.version, portal=portal)
    lines = copying.lines(version, read.layout, answered(version, {"nguoi_yeu_cau.quan_he": "cha"}))
    assert [line.question_id for line in lines[:2]] == ["me.ho_ten", "tre.ho_ten"]
    parts = [one.label for one in lines if one.question_id == "nguoi_yeu_cau.giay_to"]
    assert any(label.endswith("ngày cấp") for label in parts), "the portal asks for parts apart"
