"""The front door on the sample content: versions, redirects, revisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from donghanh.audit.models import Event
from donghanh.base.ids import new_key
from donghanh.catalogue import models, service

from .sample import BY, changed, lay_out

BIRTH = "procedures/1.000001.yaml"
NOVEMBER = date(2026, 11, 21)


def load(folder: Path) -> service.LoadReport:
    return service.load_content(by=BY, key=new_key(), folder=folder)


def counts(report: service.LoadReport) -> tuple[int, int, int]:
    return report.added, report.changed, report.kept


def test_a_procedure_comes_out_as_written(content: Path) -> None:
    birth = service.procedure("1.000001", on=NOVEMBER)
    assert (birth.code, birth.plain_title) == ("1.000001", "Làm giấy khai sinh thử")
    assert birth.cases[1].when == {"noi_sinh": ("tai_nha",)}
    assert birth.checked_on == NOVEMBER
    assert birth.row_id == models.Procedure.objects.get(code="1.000001").id
    assert hash(birth) == hash(service.procedure("1.000001", on=NOVEMBER))


def test_loading_again_writes_nothing(content: Path) -> None:
    before = service.revision()
    assert counts(load(content)) == (0, 0, 13)
    assert service.revision() == before
    assert models.Load.objects.count() == 1
    assert Event.objects.filter(verb="catalogue.loaded").count() == 1


def test_a_replayed_key_returns_the_first_report(tmp_path: Path, db: None) -> None:
    key, folder = new_key(), lay_out(tmp_path)
    first = service.load_content(by=BY, key=key, folder=folder)
    lay_out(folder, changed(BIRTH, "Làm giấy", "Xin giấy"))
    second = service.load_content(by=BY, key=key, folder=folder)
    assert counts(first) == counts(second) == (13, 0, 0)
    assert service.procedure("1.000001").plain_title.startswith("Làm")


def test_a_changed_text_is_a_new_row_and_the_old_one_stays(content: Path) -> None:
    old = service.procedure("1.000001", on=NOVEMBER)
    before = service.revision()
    lay_out(content, changed(BIRTH, "Làm giấy", "Xin giấy"))
    assert counts(load(content)) == (0, 1, 12)
    new = service.procedure("1.000001", on=NOVEMBER)
    assert new.plain_title == "Xin giấy khai sinh thử"
    assert new.row_id != old.row_id
    assert service.procedure_version(old.row_id).plain_title == "Làm giấy khai sinh thử"
    assert service.revision() == before + 1


def test_a_text_that_goes_back_is_a_third_version(content: Path) -> None:
    lay_out(content, changed(BIRTH, "Làm giấy", "Xin giấy"))
    load(content)
    lay_out(content)
    assert counts(load(content)) == (0, 1, 12)
    assert service.procedure("1.000001").plain_title.startswith("Làm")
    assert models.Procedure.objects.filter(code="1.000001").count() == 3


def test_a_text_for_later_does_not_apply_yet(content: Path) -> None:
    later = changed(BIRTH, "valid_from: 2026-07-01", "valid_from: 2027-03-01")
    later[BIRTH] = later[BIRTH].replace("Làm giấy", "Xin giấy")
    load(lay_out(content, later))
    assert service.procedure("1.000001", on=NOVEMBER).plain_title.startswith("Làm")
    assert service.procedure("1.000001", on=date(2027, 3, 1)).plain_title.startswith("Xin")


def test_with_any_error_nothing_is_loaded(tmp_path: Path, db: None) -> None:
    folder = lay_out(tmp_path, changed(BIRTH, "paper: to_khai", "paper: to_khia"))
    report = load(folder)
    assert counts(report) == (0, 0, 0)
    assert [(e.file, "to_khia" in e.wrong) for e in report.errors] == [(BIRTH, True)]
    assert not models.Paper.objects.exists()
    assert service.procedures() == []
    assert service.revision() == 0


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path, db: None) -> None:
    folder = lay_out(tmp_path)
    (folder / BIRTH).write_bytes("title: Thủ tục".encode("utf-16"))
    report = load(folder)
    assert (report.errors[0].file, report.errors[0].wrong) == (BIRTH, "không phải UTF-8")


def test_pictograms_are_checked_where_they_are(tmp_path: Path, db: None) -> None:
    files = {**changed(BIRTH, "picture: null", "picture: khai_sinh")}
    for index, errors in (("don: {}\n", 1), ("- {id: khai_sinh}\n", 0), ("khai_sinh: {}\n", 0)):
        folder = lay_out(tmp_path, {**files, "pictograms/index.yaml": index})
        assert len(load(folder).errors) == errors, index


def test_a_superseded_code_leads_to_its_successor(content: Path) -> None:
    found = service.procedure("1.000009", on=NOVEMBER)
    assert (found.code, found.redirected_from) == ("1.000001", "1.000009")
    assert service.superseded(on=NOVEMBER)["1.000009"].confidence == "low"
    assert service.superseded(on=date(2026, 9, 7)) == {}
    with pytest.raises(service.NoSuchProcedure):
        service.procedure("1.000009", on=date(2026, 9, 7))


def test_a_procedure_that_ended_leads_to_its_successor(content: Path) -> None:
    assert service.procedure("1.000002", on=date(2026, 12, 31)).redirected_from is None
    after = service.procedure("1.000002", on=date(2027, 1, 1))
    assert (after.code, after.redirected_from) == ("1.000001", "1.000002")
    assert [p.code for p in service.procedures(on=date(2027, 1, 1))] == ["1.000001"]


def test_replaced_codes_in_a_ring_end(content: Path) -> None:
    ring = '- {code: "9.1", replaced_by: ["9.2"], from: null, evidence: x, confidence: low}\n'
    ring += '- {code: "9.2", replaced_by: ["9.1"], from: null, evidence: x, confidence: low}\n'
    load(lay_out(content, {"superseded.yaml": ring}))
    with pytest.raises(service.NoSuchProcedure):
        service.procedure("9.1")


def test_an_unknown_code_names_its_neighbours(content: Path) -> None:
    with pytest.raises(service.NoSuchProcedure) as caught:
        service.procedure("1.00001")
    assert "1.000001" in caught.value.nearest
    assert "Mã gần giống" in caught.value.message
    with pytest.raises(service.NoSuchProcedure) as caught:
        service.procedure("xin chào")
    assert caught.value.nearest == ()


def test_a_day_outside_its_time_is_said(content: Path) -> None:
    with pytest.raises(service.NoSuchProcedure) as caught:
        service.procedure("1.000001", on=date(2026, 6, 30))
    assert "áp dụng từ ngày 01/07/2026" in caught.value.message
    lay_out(
        content,
        changed("procedures/1.000002.yaml", 'superseded_by: "1.000001"', "superseded_by: null"),
    )
    load(content)
    # The older version still knows its successor; the newest one decides.
    with pytest.raises(service.NoSuchProcedure) as caught:
        service.procedure("1.000002", on=date(2027, 1, 1))
    assert "không còn áp dụng ngày 01/01/2027" in caught.value.message


def test_papers_and_places(content: Path) -> None:
    assert service.paper("giay_khai_sinh").yields == "1.000001"
    assert service.place("benh_vien").kind == "health"
    assert sorted(service.places()) == ["benh_vien", "cong_an_xa", "ttpvhcc_xa"]
    with pytest.raises(service.NoSuchPaper):
        service.paper("giay_gi_do")
    with pytest.raises(service.NoSuchPlace):
        service.place("cho_nao_do")
    with pytest.raises(service.NoSuchProcedure):
        service.procedure_version(0)


def test_a_question_costs_one_query(
    content: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    service.procedures()
    with django_assert_num_queries(1):
        service.papers()
    with django_assert_num_queries(1), service.one_look() as number:
        service.procedure("1.000001", on=NOVEMBER)
        service.papers()
        with service.one_look() as inner:
            assert service.revision() == inner == number


def test_rows_are_written_once(content: Path) -> None:
    row = models.Procedure.objects.get(code="1.000001")
    for change in (row.save, row.delete, models.Procedure.objects.all().delete):
        with pytest.raises(models.immutable.WrittenOnce):
            change()
    with pytest.raises(models.immutable.WrittenOnce):
        models.Procedure.objects.update(source="x")


def test_an_emptied_database_is_noticed(content: Path) -> None:
    assert service.procedures()
    models.Revision.objects.all().delete()
    assert service.procedures() == []
