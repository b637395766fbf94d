"""What a centre knows itself: newest first, expired not at all, changed beneath under review."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from donghanh.audit.service import events
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.catalogue import service
from donghanh.centre.models import Centre

from .sample import BY, FILES, NOON, changed, lay_out
from .test_import import record, take, written

SUBJECT = "place:ttpvhcc_xa"
DAY = date(2026, 11, 21)


@pytest.fixture
def centre_id(content: Path) -> int:
    return Centre.objects.create(slug="xa-thu", name="Thử", commune="Thử", province="Thử").id


def add(centre_id: int, value: str = "Số 1 đường Thử", **more: Any) -> service.LocalFact:
    given: dict[str, Any] = {"source": "văn phòng", "by": BY, "key": new_key(), **more}
    subject, kind = given.pop("subject", SUBJECT), given.pop("kind", "address")
    with frozen(NOON):
        return service.add_local_fact(centre_id, subject, kind, value, **given)


def values(centre_id: int, on: date = DAY) -> list[str]:
    return [fact.value for fact in service.local_facts(centre_id, SUBJECT, on=on)]


def test_the_newest_of_a_kind_applies(centre_id: int) -> None:
    add(centre_id)
    add(centre_id, "Số 2")
    add(centre_id, "7 giờ đến 17 giờ", kind="hours")
    assert values(centre_id) == ["Số 2", "7 giờ đến 17 giờ"]
    assert [event.verb for event in events(centre_id)] == ["local_fact.added"] * 3


def test_an_expired_fact_gives_way_to_the_one_before(centre_id: int) -> None:
    add(centre_id)
    add(centre_id, "Tạm ở nhà văn hóa", expires_on=date(2026, 11, 30))
    assert values(centre_id) == ["Tạm ở nhà văn hóa"]
    assert values(centre_id, date(2026, 12, 1)) == ["Số 1 đường Thử"]
    assert values(centre_id, date(2026, 11, 20)) == []


def test_a_replayed_key_adds_once(centre_id: int) -> None:
    key = new_key()
    assert add(centre_id, key=key) == add(centre_id, "khác", key=key)
    assert values(centre_id) == ["Số 1 đường Thử"]


def test_another_centre_does_not_see_it(centre_id: int) -> None:
    add(centre_id)
    other = Centre.objects.create(slug="xa-khac", name="K", commune="K", province="K").id
    assert values(other) == []


def test_a_change_beneath_asks_for_review_only(content: Path, centre_id: int) -> None:
    add(centre_id)
    assert service.local_facts_to_review(centre_id, on=DAY) == ()
    lay_out(content, changed("places.yaml", "Ngay tại đây", "Tại tầng một"))
    assert service.load_content(by=BY, key=new_key(), folder=content).changed == 1
    (fact,) = service.local_facts_to_review(centre_id, on=DAY)
    assert (fact.value, fact.review) == ("Số 1 đường Thử", True)
    assert values(centre_id) == ["Số 1 đường Thử"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"subject": "place:khong_co"}, "Không có thủ tục"),
        ({"kind": "gossip"}, "Chưa chọn"),
        ({"value": "  "}, "Chưa ghi nội dung"),
        ({"value": "a" * 1001}, "dài quá"),
        ({"value": "a\0b"}, "không lưu được"),
        ({"source": ""}, "Chưa ghi nguồn"),
        ({"on": date(2026, 11, 22)}, "tương lai"),
        ({"expires_on": date(2026, 11, 20)}, "trước ngày ghi"),
    ],
)
def test_what_would_mislead_is_refused(centre_id: int, wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(service.LocalFactRefused) as caught:
        add(centre_id, **wrong)
    assert message in caught.value.message
    assert values(centre_id) == []


def test_who_accepts_a_procedure_is_one_of_four(centre_id: int) -> None:
    fact = add(centre_id, "nhan_va_chuyen", subject="procedure:1.000001", kind="accepts")
    assert service.ACCEPTS[fact.value] == "Nhận tại đây và chuyển đi"
    known = service.accepted(centre_id, ["1.000001", "1.000002"], on=DAY)
    assert {code: one.value for code, one in known.items()} == {"1.000001": "nhan_va_chuyen"}
    for wrong in ({"value": "ai đó"}, {"value": "noi_khac", "subject": SUBJECT}):
        given = {"subject": "procedure:1.000001", "kind": "accepts", **wrong}
        with pytest.raises(service.LocalFactRefused):
            add(centre_id, **given)


def test_a_fact_that_is_ended_gives_way(centre_id: int) -> None:
    add(centre_id)
    newer, key = add(centre_id, "Số 2"), new_key()
    with frozen(NOON):
        service.end_local_fact(centre_id, newer.id, by=BY, key=key)
        service.end_local_fact(centre_id, newer.id, by=BY, key=key)
        with pytest.raises(service.NoSuchLocalFact):
            service.end_local_fact(centre_id, newer.id, by=BY, key=new_key())
    assert values(centre_id) == ["Số 1 đường Thử"]
    assert [event.verb for event in events(centre_id)][-1] == "local_fact.ended"
    with pytest.raises(service.NoSuchLocalFact):
        service.end_local_fact(centre_id + 1, newer.id, by=BY, key=new_key())


def test_a_law_that_changes_the_text_beneath_asks_for_review(content: Path, centre_id: int) -> None:
    law = (
        "{title: L, from: 2027-03-01, source: L, confidence: high, checked_on: 2026-11-21,"
        ' to_check: [], entries: [{procedures: ["1.000001"], set: {where_note: Mới.}}]}\n'
    )
    lay_out(content, {**FILES, "changes/l.yaml": law})
    assert service.load_content(by=BY, key=new_key(), folder=content).errors == ()
    add(centre_id, "8.000 đồng", subject="procedure:1.000001", kind="fee")
    assert service.local_facts_to_review(centre_id, on=date(2027, 2, 28)) == ()
    (fact,) = service.local_facts_to_review(centre_id, on=date(2027, 3, 1))
    assert fact.value == "8.000 đồng"


def test_a_procedure_with_its_published_text_alone_may_have_facts(
    tmp_path: Path, centre_id: int
) -> None:
    take(written(tmp_path / "a.jsonl", record("1.000077")))
    fact = add(centre_id, "noi_khac", subject="procedure:1.000077", kind="accepts")
    assert not fact.review
    take(written(tmp_path / "b.jsonl", record("1.000077", name="Tên khác")))
    assert [one.review for one in service.all_local_facts(centre_id, on=DAY)] == [True]
