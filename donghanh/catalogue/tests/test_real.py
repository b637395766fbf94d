"""The real content and the real national file."""

from __future__ import annotations

import pytest

from donghanh.base.content import CONTENT
from donghanh.base.ids import new_key
from donghanh.catalogue import models, service
from donghanh.catalogue.loading import read_folder
from tests.reference import shared

from .sample import BY

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
