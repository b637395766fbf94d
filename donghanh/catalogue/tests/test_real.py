"""The real content and the real national file."""

from __future__ import annotations

from datetime import date

import pytest

from donghanh.base.content import CONTENT
from donghanh.base.ids import new_key
from donghanh.catalogue import models, service
from donghanh.catalogue.loading import read_folder
from tests.reference import shared

from .sample import BY

LAST, FIRST = date(2027, 2, 28), date(2027, 3, 1)  # of the old civil status law, of the new
NATIONAL = "data/national-catalogue-2026-07.jsonl.xz"
WARD_PROCEDURES = 1_152  # of 5,777 in the file
KEPT_LETTERS_MAX = 12_000_000  # the commune's part as kept; all of the file is 59 million bytes


def test_the_content_has_no_error() -> None:
    content = read_folder(CONTENT)
    assert [str(error) for error in content.faults.errors] == []
    assert len(content.procedures) >= 20


@pytest.mark.django_db
def test_the_content_loads_once() -> None:
    first = service.load_content(by=BY, key=new_key())
    again = service.load_content(by=BY, key=new_key())
    assert first.added == again.kept > 0
    assert (again.added, again.changed) == (0, 0)
    for code, entry in service.superseded().items():
        assert service.procedure(code).code == entry.replaced_by[0]


@pytest.mark.django_db
def test_the_national_file_comes_in_whole_and_once() -> None:
    path = shared() / NATIONAL
    report = service.import_catalogue(path, by=BY, key=new_key())
    assert (report.read, report.added, report.bad) == (5_777, WARD_PROCEDURES, ())
    # Memory goes with what is kept alone: the file itself is read as a stream.
    bodies = models.OfficialProcedure.objects.values_list("body", flat=True)
    assert sum(map(len, bodies)) < KEPT_LETTERS_MAX
    again = service.import_catalogue(path, by=BY, key=new_key())
    assert (again.added, again.changed, again.unchanged) == (0, 0, WARD_PROCEDURES)
    birth = service.official("1.001193")
    assert birth is not None
    assert birth.title == "Thủ tục đăng ký khai sinh"
    assert {fee.vnd for fee in birth.fee} == {None}


@pytest.mark.sqlite
@pytest.mark.django_db
def test_two_days_two_right_answers() -> None:
    assert service.load_content(by=BY, key=new_key()).errors == ()
    before, after = (service.procedure("1.000656", on=day) for day in (LAST, FIRST))
    assert (before.result.name, after.result.name) == ("Trích lục khai tử", "Giấy chứng tử")
    assert service.paper("trich_luc_khai_tu", on=FIRST).name == "Giấy chứng tử"
    assert "xã nào cũng đăng ký được" in (service.procedure("1.001193", on=FIRST).where_note or "")
    waived = [
        [one.group for one in service.procedure("1.004873", on=day).fee_exemptions]
        for day in (LAST, FIRST)
    ]
    assert ("cong_dan_so" in waived[0], "cong_dan_so" in waived[1]) == (True, False)


@pytest.mark.sqlite
@pytest.mark.django_db
def test_new_year_at_the_police_and_in_one_city() -> None:
    service.load_content(by=BY, key=new_key())
    days = (date(2026, 12, 31), date(2027, 1, 1))
    cards = [service.procedure("1.116410", on=day) for day in days]
    assert [max(r.vnd or 0 for r in card.fee) for card in cards] == [35_000, 70_000]
    poor = [service.procedure("1.011607", on=day, province="An Giang") for day in days]
    assert [p.confidence for p in poor] == ["medium", "low"]
    assert service.procedure("1.011607", on=days[0], province="Hải Phòng").code == "1.011607"
    with pytest.raises(service.NoSuchProcedure, match=r"1\.011607"):
        service.procedure("1.011607", on=days[1], province="Hải Phòng")


@pytest.mark.sqlite
@pytest.mark.django_db
def test_known_faults_of_the_source() -> None:
    service.import_catalogue(shared() / NATIONAL, by=BY, key=new_key(), ward_only=False)
    assert service.official("1.014955-Xoa") is None
    assert service.official("1.014325") is None
    found = [service.official("1.014325", province=p) for p in ("Tuyên Quang", "Lào Cai")]
    assert len({text.title for text in found if text}) == 2
    rows = models.OfficialProcedure.objects.all()
    assert not rows.filter(published_by__startswith="bo-").exists()
    assert rows.exclude(province="").values("province").distinct().count() == 31
    # 917 that one province alone has, less the city's 74; one code has two of them.
    assert len(service.not_here("Hải Phòng")) == 842
