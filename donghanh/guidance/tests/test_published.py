"""A list by the published words alone: ticked under ids of its own, never sure of anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.test_import import record, written
from donghanh.guidance import service

CODE, EMPTY, ELSEWHERE = "1.777777", "1.777778", "1.777779"
DOCUMENTS: list[dict[str, Any]] = [
    {"name": "Đơn đề nghị", "case": None, "originals": 1, "copies": 0},
    {"name": "Thẻ hội viên", "case": "Giấy tờ phải xuất trình:", "originals": 0, "copies": 2},
    {"name": "Giấy của tòa", "case": "Trường hợp ly hôn", "originals": 1, "copies": 1},
    {"name": "Bản dịch phải chứng thực.", "case": "Lưu ý:", "originals": None, "copies": None},
    {"name": "Báo cáo " + "rất dài " * 60, "case": None, "originals": 1, "copies": 0},
]


@pytest.fixture
def published(tmp_path: Path, content: None) -> catalogue.OfficialProcedure:
    """Return a procedure that only the national catalogue has."""
    rows = [
        record(CODE, documents=DOCUMENTS, fee=[{"value": 70_000}]),
        record(EMPTY, documents=[], time_limit=[]),
        record(ELSEWHERE, published_by="UBND tỉnh Khác", derived_local_only=True),
    ]
    path = written(tmp_path / "a.jsonl", *rows)
    catalogue.import_catalogue(path, by=SystemActor(), key=new_key())
    found = catalogue.official(CODE)
    assert found
    return found


def test_the_published_papers_become_a_list(published: catalogue.OfficialProcedure) -> None:
    found = service.checklist_for(CODE, {"bịa": "ra"})
    told = [(i.paper.name, i.required.how, i.required.quantity, i.certain) for i in found.papers]
    assert told[:3] == [
        ("Đơn đề nghị", "hand_in", 1, True),
        ("Thẻ hội viên", "show", 2, True),
        ("Giấy của tòa", "hand_in", 1, False),
    ]
    assert len(told) == 4 and told[3][0].endswith("…") and len(told[3][0]) <= 221  # no remark
    assert (found.published, found.questions, dict(found.answers)) == (published, (), {})
    assert not found.nothing_to_bring and len(found.missing) == 4


def test_time_and_fee_stay_unknown_and_quote_the_source(
    published: catalogue.OfficialProcedure,
) -> None:
    found = service.checklist_for(CODE, {})
    assert found.time and found.fee and (found.time.kind, found.fee.kind) == ("unknown", "unknown")
    assert found.time.words.startswith("Chưa rõ") and "3 ngày làm việc" in found.time.words
    assert found.fee.vnd is None and "70.000 đồng" in found.fee.words
    empty = service.checklist_for(EMPTY, {})
    assert (empty.papers, empty.nothing_to_bring) == ((), False)
    assert empty.time and empty.time.words == service.NOT_KNOWN


def test_ticks_hold_and_the_slip_asks_an_officer(published: catalogue.OfficialProcedure) -> None:
    first, *others = service.checklist_for(CODE, {}).papers
    found = service.checklist_for(CODE, {}, held={first.paper.id})
    assert found.papers[0].held and first.paper.id not in [m.paper.id for m in found.missing]
    slip = service.slip(found, held={first.paper.id})
    assert [line.missing.paper.id for line in slip.lines] == [one.paper.id for one in others]
    assert slip.trips == 0 and all("hỏi cán bộ" in line.where for line in slip.lines)


def test_plain_words_come_first_and_what_nobody_has_here_is_said(
    published: catalogue.OfficialProcedure,
) -> None:
    assert service.checklist_for("1.001193", {}).published is None
    assert service.checklist_for(ELSEWHERE, {}, province="Khác").published
    for code in ("9.999999", ELSEWHERE):
        with pytest.raises(catalogue.NoSuchProcedure):
            service.checklist_for(code, {}, province="An Giang")
