"""What the files hold no longer ends on the day it is gone; its rows stay."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.catalogue import models, service

from .sample import BY, FILES, PAPERS, changed, lay_out

LATER = datetime(2026, 12, 10, 5, 0, tzinfo=UTC)
BEFORE, AFTER = date(2026, 12, 9), date(2026, 12, 10)
LOOK_UP = "procedures/1.000002.yaml"


def load(folder: Path, files: dict[str, str], at: datetime = LATER) -> service.LoadReport:
    with frozen(at):
        return service.load_content(by=BY, key=new_key(), folder=lay_out(folder, files))


def without(content: Path, name: str) -> dict[str, str]:
    (content / name).unlink()
    return {key: text for key, text in FILES.items() if key != name}


def test_a_procedure_that_is_gone_ends_that_day(content: Path) -> None:
    row = service.procedure("1.000002", on=BEFORE).row_id
    report = load(content, without(content, LOOK_UP))
    assert (report.withdrawn, report.changed, report.added) == (1, 0, 0)
    assert service.procedure("1.000002", on=BEFORE).row_id == row
    assert [p.code for p in service.procedures(on=AFTER)] == ["1.000001"]
    # Its last text still says who stands for it.
    assert service.procedure("1.000002", on=AFTER).code == "1.000001"
    assert service.procedure_version(row).code == "1.000002"


def test_withdrawing_is_done_once_and_counts_as_a_change(content: Path) -> None:
    files, before = without(content, LOOK_UP), service.revision()
    load(content, files)
    assert service.revision() == before + 1
    assert load(content, files).withdrawn == 0
    assert models.Withdrawal.objects.count() == 1


def test_what_comes_back_is_a_new_version(content: Path) -> None:
    load(content, without(content, LOOK_UP))
    report = load(content, FILES)
    assert (report.added, report.withdrawn) == (1, 0)
    assert service.procedure("1.000002", on=AFTER).redirected_from is None
    assert models.Procedure.objects.filter(code="1.000002").count() == 2


def test_older_versions_of_what_is_gone_do_not_rise_again(content: Path) -> None:
    ended = changed(LOOK_UP, 'superseded_by: "1.000001"', "superseded_by: null")
    load(content, ended)
    load(content, without(content, LOOK_UP))
    with pytest.raises(service.NoSuchProcedure):
        service.procedure("1.000002", on=AFTER)


def test_a_paper_that_is_gone_is_still_found_by_its_id(content: Path) -> None:
    gone = PAPERS.replace("ho_chieu: {<<: *paper, name: Hộ chiếu, issued_by: cong_an_xa}\n", "")
    gone = gone.replace("instead: [ho_chieu]", "instead: []")
    assert load(content, {**FILES, "papers.yaml": gone}).withdrawn == 1
    assert service.paper("ho_chieu").name == "Hộ chiếu"


def test_a_superseded_code_that_is_gone_leads_nowhere(content: Path) -> None:
    load(content, {**FILES, "superseded.yaml": "[]\n"})
    with pytest.raises(service.NoSuchProcedure):
        service.procedure("1.000009", on=AFTER)
