"""`donghanh checklist`: the shape others rely on, and one plain line for what is given wrongly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.test_import import record, written
from donghanh.centre.service import CentreRecord
from donghanh.cli import main, preparing
from donghanh.documents.tests.samples import words_of

BIRTH_AT_HOME = ["1.001193", "--answers", "noi_sinh=tai_nha,cha_me_ket_hon=chua"]
COPIES = "2.000815"
WRONG = [
    ["1.001193", "--answers", "noi_sinh"],
    ["1.001193", "--answers", "noi_sinh=mat_trang"],
    ["1.001193", "--answers", "noi_sinh=tai_nha,noi_sinh=bi_bo_roi"],
    ["1.001193", "--answers", "khong_co=co"],
    ["1.001193", "--missing", "giay_khong_co"],
    ["1.001193", "--groups", "nguoi_giau"],
    ["1.001193", "--on", "30/02/2027"],
    ["1.001193", "--centre", "nowhere"],
    ["1.001193", "--missing", "", "--pdf", "never-written.pdf"],
    ["1.001193", "--size", "a0"],
    [COPIES, "--count", "trang=0"],
    [COPIES, "--count", "trang=nhiều"],
    ["9.999999"],
    [],
]


@pytest.fixture(autouse=True)
def prepared(content: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The product stands: the content is loaded."""
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["checklist", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_list_keeps_its_shape(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, *BIRTH_AT_HOME)
    assert found["schema"] == 1
    assert [case["id"] for case in found["questions"]] == ["ghi_ten_cha", "dung_han"]
    assert {"id", "name", "how", "kind", "quantity"} <= set(found["papers"][0])
    assert {"id", "where", "fee", "who_may_go", "hours", "how_long", "bring"} <= set(
        found["missing"][0]
    )
    assert {p["how"] for p in found["papers"]} == {"hand_in", "show", "looked_up"}
    assert found["fee"]["kind"] == "unknown" and not found["fee"]["settled"]
    assert found["who_may_file"]["in_person"] is False and found["who_may_collect"]["words"]
    assert "van_ban_nguoi_lam_chung" in [p["id"] for p in found["papers"] if p["certain"]]


def test_only_what_is_named_is_missing_and_never_what_is_looked_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = told(capsys, *BIRTH_AT_HOME, "--missing", "to_khai_khai_sinh,giay_to_cu_tru")
    assert [one["id"] for one in found["missing"]] == ["to_khai_khai_sinh"]
    assert told(capsys, *BIRTH_AT_HOME, "--missing", "")["missing"] == []
    either = told(capsys, "1.001193", "--missing", "giay_chung_sinh")["missing"]
    assert [one["id"] for one in either] == ["giay_chung_sinh"]


def test_the_fee_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, COPIES, "--count", "trang=7,bản=3")["fee"]["vnd"] == 27_000
    assert told(capsys, COPIES)["fee"]["vnd"] is None


def test_an_exempt_group_is_free_with_its_law(capsys: pytest.CaptureFixture[str]) -> None:
    answers = "noi_sinh=bi_bo_roi,dung_han=qua_han,dien_mien=khong"
    args = ("1.001193", "--answers", answers)
    assert told(capsys, *args)["fee"]["kind"] == "unknown"
    fee = told(capsys, *args, "--groups", "ho_ngheo")["fee"]
    assert fee["kind"] == "free" and "Luật Hộ tịch" in fee["law"]


def test_the_centres_own_facts_stand_first(
    vinh_thuan: CentreRecord, capsys: pytest.CaptureFixture[str]
) -> None:
    by = SystemActor(vinh_thuan.id)
    for subject, kind, value in (
        ("place:cong_an_xa", "hours", "7 giờ đến 11 giờ"),
        ("place:cong_an_xa", "address", "Ấp Ví Dụ"),
        ("procedure:1.001193", "fee", "5.000 đồng"),
    ):
        catalogue.add_local_fact(
            vinh_thuan.id, subject, kind, value, source="giấy thử", by=by, key=new_key()
        )
    args = (*BIRTH_AT_HOME, "--missing", "giay_to_tuy_than")
    (line,) = told(capsys, *args, "--centre", "vinh-thuan")["missing"]
    assert line["hours"] == "7 giờ đến 11 giờ" and line["where"].endswith("Ấp Ví Dụ")
    assert told(capsys, *args, "--centre", "vinh-thuan")["fee"]["local"] == "5.000 đồng"
    assert told(capsys, *args)["missing"][0]["hours"] == "Chưa rõ giờ – hỏi cán bộ."


@pytest.mark.parametrize("size", ["80mm", "a5"])
def test_the_slip_is_a_pdf(size: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "phieu.pdf"
    assert main(["checklist", *BIRTH_AT_HOME, "--pdf", str(file), "--size", size]) == 0
    said = capsys.readouterr().out
    assert "Làm giấy khai sinh cho trẻ (1.001193)" in said and "Còn thiếu:" in said
    assert "Giấy tờ còn thiếu" in words_of(file.read_bytes())


def test_what_only_the_national_catalogue_has_is_listed_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.jsonl", record("1.777777"), record("1.777778", documents=[]))
    catalogue.import_catalogue(path, by=SystemActor(), key=new_key())
    found = told(capsys, "1.777777")
    (line,) = found["missing"]
    assert (found["published_only"], line["name"], line["id"][:9]) == (True, "Tờ khai", "official_")
    assert "hỏi cán bộ" in line["where"] and found["fee"]["kind"] == "unknown"
    assert told(capsys, "1.777777", "--missing", "")["missing"] == []
    pdf = tmp_path / "phieu.pdf"
    assert main(["checklist", "1.777777", "--pdf", str(pdf)]) == 0
    assert "chữ của danh mục quốc gia, chưa đối chiếu" in capsys.readouterr().out
    assert "Hỏi cán bộ: cần giấy nào, lấy ở đâu" in words_of(pdf.read_bytes())
    assert main(["checklist", "1.777778"]) == 0
    assert "danh mục không ghi, hỏi cán bộ" in capsys.readouterr().out


def test_papers_are_called_as_on_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    names = [
        {paper["id"]: paper["name"] for paper in told(capsys, "1.014359", "--on", day)["papers"]}
        for day in ("2027-02-28", "2027-03-01")
    ]
    assert [one["trich_luc_khai_tu"] for one in names] == ["Trích lục khai tử", "Giấy chứng tử"]


def test_a_centre_lists_as_its_province_does(
    lac_phuong: CentreRecord, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = ["checklist", "1.011607", "--on", "2027-01-02"]
    assert main([*ended, "--json"]) == 0
    capsys.readouterr()
    assert main([*ended, "--centre", "lac-phuong"]) == 2
    assert "Nguồn: " in capsys.readouterr().err


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_is_given_wrongly_gets_one_line_and_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["checklist", *arguments])
    except SystemExit as leaving:
        code = int(str(leaving.code))
    said = capsys.readouterr()
    assert (code, said.out, len(said.err.splitlines())) == (2, "", 1)


def test_a_published_list_of_many_papers_prints_its_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = [{"name": f"Giấy số {n}", "originals": 1, "copies": 0} for n in range(13)]
    path = written(tmp_path / "a.jsonl", record("1.777777", documents=papers))
    catalogue.import_catalogue(path, by=SystemActor(), key=new_key())
    pdf = tmp_path / "phieu.pdf"
    assert main(["checklist", "1.777777", "--pdf", str(pdf)]) == 0
    words = words_of(pdf.read_bytes())
    assert "Giấy số 9" in words and "Giấy số 10" not in words and "còn ghi 3 giấy khác" in words
