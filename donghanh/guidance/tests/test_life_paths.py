"""A life event as a way: in order, on its day, with the papers that serve twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.sample import FILES, lay_out
from donghanh.catalogue.tests.test_ways_of_life import EVENTS
from donghanh.guidance import service

NOW = date(2026, 11, 21)


def test_the_online_way_stands_before_the_counter_and_spares_it(content: None) -> None:
    path = service.life_path(catalogue.life_event("sinh_con"), on=NOW)
    codes = [one.step.procedure for one in path.steps]
    assert codes.index("3.000722") < codes.index("1.001193")
    online = path.steps[codes.index("3.000722")]
    assert online.step.who and "VNeID" in online.step.who
    assert codes.index("1.001193") + 1 in online.spares


@pytest.mark.parametrize("on", [NOW, date(2027, 1, 1), date(2027, 3, 1), date(2025, 1, 1)])
def test_no_way_breaks_on_any_day(content: None, on: date) -> None:
    for event in catalogue.life_events().values():
        path = service.life_path(event, on=on)
        assert [one.number for one in path.steps] == list(range(1, len(path.steps) + 1))
        for one in path.shared:
            assert {*one.steps} <= {step.number for step in path.steps}
            assert len(one.steps) + (one.made_in is not None) > 1
            assert one.made_in not in one.steps


def test_every_step_leads_to_a_page_today(content: None) -> None:
    for event in catalogue.life_events().values():
        path = service.life_path(event, on=NOW)
        assert len(path.steps) == len(event.steps), event.id
        assert all(one.procedure for one in path.steps), event.id


def test_a_procedure_no_longer_in_force_is_told_not_hidden(
    tmp_path: Path, empty_catalogue: None
) -> None:
    ended = FILES["procedures/1.000002.yaml"].replace('by: "1.000001"', "by: null")
    files = {**FILES, "procedures/1.000002.yaml": ended, "life-events.yaml": EVENTS}
    lay_out(tmp_path, files)
    catalogue.load_content(by=SystemActor(), key=new_key(), folder=tmp_path)
    event = catalogue.life_event("sinh_con")
    before = service.life_path(event, on=date(2026, 12, 31)).steps[1]
    after = service.life_path(event, on=date(2027, 1, 1)).steps[1]
    assert before.procedure is not None
    assert (after.step.procedure, after.procedure, after.official) == ("1.000002", None, None)


def test_a_code_that_nobody_knows_is_left_out(tmp_path: Path, empty_catalogue: None) -> None:
    events = EVENTS.replace('procedure: "1.000002"', 'procedure: "1.999999"')
    events = events.replace('["1.000002"]', "[]").replace("khai_sinh", "null")
    lay_out(tmp_path, {**FILES, "life-events.yaml": events})
    report = catalogue.load_content(by=SystemActor(), key=new_key(), folder=tmp_path)
    assert report.errors == ()
    assert any("chưa có thủ tục 1.999999" in str(warning) for warning in report.warnings)
    path = service.life_path(catalogue.life_event("sinh_con"), on=NOW)
    assert [one.step.procedure for one in path.steps] == ["1.000001"]


def shared(event: str) -> dict[str, service.SharedPaper]:
    path = service.life_path(catalogue.life_event(event), on=NOW)
    return {one.paper.id: one for one in path.shared}


def test_an_identity_card_serves_in_every_step(content: None) -> None:
    card = shared("mat_giay_to")["giay_to_tuy_than"]
    assert len(card.steps) >= 3 and card.copies == 0


def test_a_paper_made_on_the_way_is_told_with_its_step(content: None) -> None:
    certificate = shared("om_dau_khuyet_tat")["giay_xac_nhan_khuyet_tat"]
    assert certificate.made_in == 1 and 2 in certificate.steps


def test_a_form_handed_in_never_serves_twice(content: None) -> None:
    for event in catalogue.life_events():
        for one in shared(event).values():
            assert not one.paper.id.startswith(("to_khai", "to_ct01")), (event, one.paper.id)


def _path_of(*steps: tuple[str, tuple[str, ...], str]) -> list[service.PathStep]:
    """Return steps of (code, codes it covers, paper it wants shown)."""
    base = catalogue.procedures(on=NOW)[0]
    from dataclasses import replace

    shown = catalogue.RequiredPaper("giay", "show", "any", 1)
    return [
        service.PathStep(
            number,
            catalogue.LifeStep(code, "…", None, None, covers),
            replace(
                base,
                papers=(replace(shown, paper=paper),),
                result=catalogue.ProcedureResult("", None),
            ),
            None,
        )
        for number, (code, covers, paper) in enumerate(steps, start=1)
    ]


def test_two_ways_of_doing_one_thing_do_not_make_a_paper_serve_twice(content: None) -> None:
    from donghanh.guidance.life_paths import shared_papers

    papers = catalogue.papers()
    either = _path_of(
        ("1.000001", ("1.000002",), "giay_khai_sinh"), ("1.000002", (), "giay_khai_sinh")
    )
    both = _path_of(("1.000001", (), "giay_khai_sinh"), ("1.000002", (), "giay_khai_sinh"))
    assert list(shared_papers(either, papers)) == []
    assert [one.steps for one in shared_papers(both, papers)] == [(1, 2)]


def test_a_step_that_the_province_has_ended_leads_nowhere(content: None) -> None:
    event = catalogue.life_event("gia_dinh_kho_khan")
    told = {
        province: [step.procedure.code for step in path.steps if step.procedure]
        for province in ("Hải Phòng", "An Giang")
        for path in [service.life_path(event, on=date(2027, 1, 2), province=province)]
    }
    assert "1.011607" in told["An Giang"] and "1.011607" not in told["Hải Phòng"]
