"""What one province lays down, and what it alone has."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from donghanh.base.ids import new_key
from donghanh.catalogue import service
from donghanh.centre.models import Centre

from .sample import BY, FILES, lay_out
from .test_import import record, take, written

PROVINCE = """\
province: Thử Phòng
facts:
  - &one
    subject: "procedure:1.000001"
    kind: ended
    value: Thành phố bãi bỏ từ 01/01/2027.
    from: 2027-01-01
    to: null
    source: Quyết định thử
    confidence: medium
    checked_on: 2026-11-21
  - {<<: *one, kind: fee, value: 15.000 đồng, from: 2026-07-01, to: 2026-12-31}
"""
SUBJECT = "procedure:1.000001"
LAST, FIRST = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
def centre_id(tmp_path: Path, db: None) -> int:
    files = {**FILES, "provinces/thu-phong.yaml": PROVINCE}
    report = service.load_content(by=BY, key=new_key(), folder=lay_out(tmp_path, files))
    assert report.errors == ()
    place = Centre(slug="lac-phuong", name="Thử", commune="Thử", province="Thử Phòng")
    place.save()
    return place.id


def test_what_a_province_ended_is_ended_there_only(centre_id: int) -> None:
    assert service.procedure("1.000001", on=LAST, province="Thử Phòng").code == "1.000001"
    with pytest.raises(service.NoSuchProcedure) as caught:
        service.procedure("1.000001", on=FIRST, province="thử phòng")
    assert "bãi bỏ" in caught.value.message and "Quyết định thử" in caught.value.message
    assert service.procedure("1.000001", on=FIRST, province="Nơi Khác").code == "1.000001"
    assert service.procedure("1.000001", on=FIRST).code == "1.000001"
    assert service.procedures(on=FIRST, province="Thử Phòng") == []
    assert service.not_here("Thử Phòng", on=FIRST) == {"1.000001"}
    assert service.not_here("Thử Phòng", on=LAST) == frozenset()


def test_the_centre_stands_before_the_province(centre_id: int) -> None:
    day = date(2026, 11, 21)
    (fact,) = service.local_facts(centre_id, SUBJECT, on=day)
    assert (fact.kind, fact.value, fact.origin) == ("fee", "15.000 đồng", "province")
    assert service.local_facts(centre_id, SUBJECT, on=FIRST) == ()
    service.add_local_fact(
        centre_id, SUBJECT, "fee", "10.000 đồng", source="xã", by=BY, key=new_key(), on=day
    )
    (fact,) = service.local_facts(centre_id, SUBJECT, on=day)
    assert (fact.value, fact.origin) == ("10.000 đồng", "centre")


def test_another_province_hears_nothing_of_it(centre_id: int) -> None:
    other = Centre.objects.create(slug="vinh-thuan", name="X", commune="X", province="Nơi Khác").id
    assert service.local_facts(other, SUBJECT, on=date(2026, 11, 21)) == ()


def test_a_variant_of_one_province_is_found_there_only(tmp_path: Path, db: None) -> None:
    local = {"derived_local_only": True}
    rows = [
        record("1.000011"),
        record("1.000012", published_by="UBND Thành phố Thử Phòng", **local),
        record("1.014325", published_by="UBND tỉnh Một", name="Việc của tỉnh Một", **local),
        record("1.014325", published_by="UBND tỉnh Hai", name="Việc của tỉnh Hai", **local),
        record("1.000013", published_by="Sở Thử - tỉnh Hai", **local),
    ]
    assert take(written(tmp_path / "a.jsonl", *rows)).added == 5
    assert service.official("1.000012") is None
    found = [service.official("1.014325", province=p) for p in ("Một", "Hai", "Thử Phòng")]
    assert [f.title if f else None for f in found] == [
        "Việc của tỉnh Một",
        "Việc của tỉnh Hai",
        None,
    ]
    assert service.not_here("Hai") == {"1.000012"}
    assert service.not_here("Thử Phòng") == {"1.014325", "1.000013"}
    assert service.official("1.000011", province="Hai") is not None


def test_a_national_code_known_from_one_list_is_national(tmp_path: Path, db: None) -> None:
    listed = "UBND Thành phố Thử (quyết định công bố danh mục)"
    rows = [record("1.000001", published_by=listed, derived_local_only=False)]
    rows.append(json.loads(json.dumps(record("1.000002", published_by="UBND tỉnh Một"))))
    take(written(tmp_path / "a.jsonl", *rows))
    assert service.official("1.000001") is not None
    assert service.official("1.000002") is None  # no mark in the file: the publisher decides
