"""`register` writes our register and takes the province's; `forget` shows first, then blanks."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.cli import main, preparing
from donghanh.dossier import service as dossiers
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, Person, ba_tu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
CODE = "H01.151-261123-0012"


@pytest.fixture
def dossier(lan: Person, monkeypatch: pytest.MonkeyPatch) -> dossiers.Dossier:
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)
    ours = lan.centre_id or 0
    visit = reception.open_visit(ba_tu(ours), by=lan, key=new_key())
    her = dossiers.Taken(dossiers.Applicant("Bà Tư Ví Dụ", "000000000078", "Ấp Ví Dụ", ""))
    made = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key(), taken=her)
    return dossiers.set_official(ours, made.id, CODE, None, by=lan, key=new_key())


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out or "{}")


def test_our_register_is_written(
    dossier: dossiers.Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "so.xlsx"
    code, told = said(capsys, "register", "vinh-thuan", "--out", str(path))
    assert (code, told) == (0, {"schema": 1, "file": str(path), "rows": 1})
    assert list(openpyxl.load_workbook(path).worksheets[0].values)[1][1] == CODE
    days = ["--from", "1/1/2025", "--to", "2025-12-31"]
    assert said(capsys, "register", "vinh-thuan", "--out", str(path), *days)[1]["rows"] == 0
    for wrong in (["--from", "2/1/2026", "--to", "1/1/2026"], ["--from", "mai"]):
        assert main(["register", "vinh-thuan", "--out", str(path), *wrong]) == 2
    for place in (tmp_path / "so.csv", tmp_path / "nowhere" / "so.xlsx"):
        assert main(["register", "vinh-thuan", "--out", str(place)]) == 2


def test_the_provinces_register_is_taken(
    dossier: dossiers.Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "so.csv"
    path.write_text(f"Mã hồ sơ;Hẹn trả\n{CODE};24/12/2026\nxyz;\n", encoding="utf-8")
    code, told = said(capsys, "register", "vinh-thuan", "--take", str(path))
    assert code == 1 and (told["rows"], told["linked"], told["changed"]) == (2, 1, 1)
    assert told["bad"] == [{"row": 3, "why": "mã hồ sơ “XYZ” không đúng dạng"}]
    assert told["doubled"] == [] and told["news"] == 0
    path.write_bytes(b"%PDF-1.7")
    for wrong in (path, tmp_path / "gone.csv", tmp_path):
        assert main(["register", "vinh-thuan", "--take", str(wrong)]) == 2
    assert "PDF" in capsys.readouterr().err


def test_what_is_over_is_shown_then_blanked(
    dossier: dossiers.Dossier, lan: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    dossiers.stop(dossier.centre_id, dossier.id, by=lan, key=new_key())
    on = (MONDAY_NINE + timedelta(days=400)).date().isoformat()
    shown = ["forget", "--centre", "vinh-thuan", "--on", on]
    assert said(capsys, *shown)[1]["centres"][0]["over"]["person"]["rows"] == 1  # type: ignore[index]
    assert main([*shown, "--now"]) == 2
    with frozen(MONDAY_NINE + timedelta(days=400)):
        assert main(["forget", "--now"]) == 0
        assert "Đã xóa 1 dòng." in capsys.readouterr().out
        assert main(["forget"]) == 0 and "Chưa xóa gì." in capsys.readouterr().out
