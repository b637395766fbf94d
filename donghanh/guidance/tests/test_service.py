"""The checklist on the sample content, and on all the real one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.sample import lay_out
from donghanh.guidance import service


@pytest.fixture
def birth(tmp_path: Path, empty_catalogue: None) -> catalogue.Procedure:
    """The sample's birth registration."""
    folder = lay_out(tmp_path)
    catalogue.load_content(by=SystemActor(), key=new_key(), folder=folder)
    return catalogue.procedure("1.000001")


def papers(checklist: service.Checklist) -> list[tuple[str, bool, bool]]:
    return [(item.paper.id, item.certain, item.held) for item in checklist.papers]


def test_before_any_answer_everything_possible_is_shown(birth: catalogue.Procedure) -> None:
    found = service.checklist(birth, {})
    assert [question.id for question in found.questions] == ["noi_sinh", "dung_han"]
    assert papers(found) == [
        ("to_khai", True, False),
        ("giay_chung_sinh", False, False),
        ("giay_cam_doan", False, False),
        ("can_cuoc", True, False),
        ("so_ho_tich", True, False),
    ]
    assert (found.time, len(found.times), found.fee, len(found.fees)) == (None, 2, None, 2)


def test_answers_settle_papers_time_and_fee(birth: catalogue.Procedure) -> None:
    found = service.checklist(birth, {"noi_sinh": "co_so_y_te", "dung_han": "co"})
    assert found.questions == ()
    assert [name for name, _, _ in papers(found)] == [
        "to_khai",
        "giay_chung_sinh",
        "can_cuoc",
        "so_ho_tich",
    ]
    assert found.time and found.time.kind == "same_day"
    assert found.fee and (found.fee.kind, found.fee.law) == ("free", "Luật thử Đ.2")
    assert found.extras[0].vnd == 8_000


def test_the_missing_slip_says_where_and_who(birth: catalogue.Procedure) -> None:
    answers = {"noi_sinh": "co_so_y_te", "dung_han": "co"}
    form, certificate = service.checklist(birth, answers, held={"ho_chieu"}).missing
    assert (form.paper.id, form.where, form.who_may_go) == ("to_khai", None, service.NOT_KNOWN)
    assert form.fee_words == "Chưa rõ. Hỏi cán bộ."
    assert certificate.where and certificate.where.id == "benh_vien"
    assert (certificate.who_may_go, certificate.how_long) == ("Cha hoặc mẹ", "Căn cước của mẹ")
    assert [paper.id for paper in certificate.instead] == ["giay_cam_doan"]


def test_a_substitute_in_hand_is_named(birth: catalogue.Procedure) -> None:
    items = service.checklist(birth, {}, held={"ho_chieu", "to_khai"}).papers
    shown = {item.paper.id: item for item in items}
    assert shown["can_cuoc"].held_instead and shown["can_cuoc"].held_instead.id == "ho_chieu"
    assert (shown["to_khai"].held, shown["to_khai"].held_instead) == (True, None)


def test_a_list_with_nothing_to_bring_says_so(birth: catalogue.Procedure) -> None:
    found = service.checklist(catalogue.procedure("1.000002"), {})
    assert (found.nothing_to_bring, found.missing) == (True, ())
    assert not service.checklist(birth, {}).nothing_to_bring


def test_a_rule_for_every_choice_is_settled_without_asking(birth: catalogue.Procedure) -> None:
    always = {"noi_sinh": ("co_so_y_te", "tai_nha")}
    time = (
        catalogue.TimeRule("working_days", "5 ngày", 5, always),
        catalogue.TimeRule("same_day", "Trong ngày"),
    )
    line = catalogue.RequiredPaper("can_cuoc", "show", "any", 1, always)
    found = service.checklist(replace(birth, time=time, papers=(line,)), {})
    assert found.time == time[0]
    assert [item.certain for item in found.papers] == [True]


def test_the_slip_says_where_when_open_and_what_to_bring(birth: catalogue.Procedure) -> None:
    answers = {"noi_sinh": "co_so_y_te", "dung_han": "co"}
    slip = service.slip(service.checklist(birth, answers))
    assert [stop.place and stop.place.id for stop in slip.stops] == [
        None, "benh_vien", "cong_an_xa", "ttpvhcc_xa",
    ]  # fmt: skip
    assert (slip.trips, [stop.files for stop in slip.stops]) == (3, [False, False, False, True])
    form, certificate, card = slip.lines
    assert (form.where, form.hours, form.bring) == ("Có sẵn ở nhà, hoặc viết tại quầy", "", ())
    assert certificate.hours == service.HOURS_NOT_KNOWN and certificate.where == "Nơi sinh"
    assert card.fee == "Không mất tiền" and not card.unsure


def test_nothing_missing_is_an_empty_slip(birth: catalogue.Procedure) -> None:
    held = set(catalogue.papers())
    slip = service.slip(service.checklist(birth, {}, held=held), held=held)
    assert (slip.stops, slip.lines, slip.trips) == ((), (), 0)


@pytest.mark.django_db
def test_every_way_through_the_real_content_is_settled() -> None:
    known = set(catalogue.papers())
    procedures = catalogue.procedures()
    assert procedures
    for procedure in procedures:
        choices = [[choice.id for choice in case.choices] for case in procedure.cases]
        for way in product(*choices):
            answers = dict(zip((case.id for case in procedure.cases), way, strict=True))
            found = service.checklist(procedure, answers)
            assert found.questions == (), procedure.code
            assert found.time and found.fee, procedure.code
            assert service.checklist(procedure, answers, held=known).missing == ()
