"""The national catalogue's file: bad lines named, a broken file refused whole, twice the same."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from donghanh.base.ids import new_key
from donghanh.catalogue import models, service

from .sample import BY


def record(code: str, **more: Any) -> dict[str, Any]:
    """Return a made-up record in the published shape."""
    return {
        "code": code,
        "name": f"Thủ tục  thử {code}",
        "field": "Thử",
        "level": ["Cấp xã"],
        "is_ward": True,
        "published_by": "Bộ Thử",
        "decision_date": "2026-01-16",
        "agency": {"executing": ["Ủy ban nhân dân cấp xã"]},
        "subjects": ["Công dân"],
        "steps": [{"name": None, "text": "Bước 1\n\nBước 2 "}],
        "documents": [{"name": "Tờ khai", "case": None, "originals": 1, "copies": 0}],
        "fee": [{"method": "Trực tiếp", "type": "phí", "value": 0, "description": None}],
        "time_limit": [{"method": "Trực tiếp", "value": 3, "unit": "ngày làm việc"}],
        "results": [{"name": "Giấy thử", "code": "KQ"}],
        "legal_basis": [{"code": "1", "name": "Luật thử"}],
        **more,
    }


def written(path: Path, *rows: Any) -> Path:
    """Write rows as JSON lines; a text goes in as it is."""
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def take(path: Path, **more: Any) -> service.ImportReport:
    return service.import_catalogue(path, by=BY, key=new_key(), **more)


def test_a_record_comes_out_as_published(tmp_path: Path, db: None) -> None:
    take(written(tmp_path / "a.jsonl", record("1.000001")))
    found = service.official("1.000001")
    assert found is not None
    assert (found.title, found.published_by) == ("Thủ tục thử 1.000001", "Bộ Thử")
    assert found.steps == ("Bước 1\nBước 2",)
    assert (found.documents[0].name, found.documents[0].originals) == ("Tờ khai", 1)
    assert (found.time_limits[0].value, found.channels) == (3, ("Trực tiếp",))
    assert found.executing == ("Ủy ban nhân dân cấp xã",)
    assert service.official("1.000002") is None


def test_a_day_that_is_none_is_left_out(tmp_path: Path, db: None) -> None:
    row = record("1.000001", decision_date="hôm qua", is_ward=None, fee="?", agency=[])
    take(written(tmp_path / "a.jsonl", row))
    found = service.official("1.000001")
    assert found is not None
    assert (found.decision_date, found.ward, found.fee, found.executing) == (None, True, (), ())


def test_a_fee_of_nothing_is_not_entered_never_free(tmp_path: Path, db: None) -> None:
    fees = [{"value": value, "type": "phí"} for value in (0, 20, None, True, 8000)]
    take(written(tmp_path / "a.jsonl", record("1.000001", fee=fees)))
    found = service.official("1.000001")
    assert found is not None
    assert [fee.vnd for fee in found.fee] == [None, None, None, None, 8000]


def test_bad_lines_are_named_and_the_rest_comes_in(tmp_path: Path, db: None) -> None:
    path = written(
        tmp_path / "a.jsonl",
        record("1.000001"),
        '{"code": "1.0000',
        "[1]",
        record("x"),
        record("1.000002", name=" "),
        "",
        record("1.000001"),
        record("1.000003", is_ward=False),
        record("1.000004"),
    )
    report = take(path)
    assert [bad.number for bad in report.bad] == [2, 3, 4, 5, 7]
    reasons = " | ".join(bad.reason for bad in report.bad)
    for words in ("không phải JSON", "cần {…}", "mã thủ tục", "thiếu tên", "đã có ở dòng 1"):
        assert words in reasons
    assert (report.read, report.added, report.passed_over) == (8, 2, 1)


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path, db: None) -> None:
    path = written(tmp_path / "a.jsonl", record("1.000001"))
    path.write_bytes(path.read_bytes() + b'{"code": "\xff"}\n')
    assert [bad.reason for bad in take(path).bad] == ["không phải UTF-8"]


def test_text_no_database_keeps_is_taken_out(tmp_path: Path, db: None) -> None:
    path = written(tmp_path / "a.jsonl", '{"code": "1.000001", "name": "A\\u0000B\\ud800"}')
    assert take(path, ward_only=False).added == 1
    assert [row.title for row in service.officials(ward_only=False)] == ["AB"]


def test_importing_again_changes_nothing(tmp_path: Path, db: None) -> None:
    path = written(tmp_path / "a.jsonl", record("1.000001"), record("1.000002"))
    take(path)
    revision = service.revision()
    again = take(path)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    assert service.revision() == revision
    assert models.Load.objects.count() == 1


def test_a_changed_record_is_a_new_version(tmp_path: Path, db: None) -> None:
    take(written(tmp_path / "a.jsonl", record("1.000001"), record("1.000002")))
    report = take(written(tmp_path / "b.jsonl", record("1.000001", name="Tên mới")))
    assert (report.added, report.changed) == (0, 1)
    assert [row.title for row in service.officials()] == ["Tên mới", "Thủ tục thử 1.000002"]
    assert models.OfficialProcedure.objects.count() == 3


def test_one_code_of_two_publishers_is_two_procedures(tmp_path: Path, db: None) -> None:
    province = record("1.000001", published_by="UBND tỉnh Thử", is_ward=False)
    path = written(tmp_path / "a.jsonl", record("1.000001"), province)
    assert take(path, ward_only=False).added == 2
    found = service.official("1.000001")
    assert found is not None
    assert found.published_by == "Bộ Thử"


def test_a_replayed_key_returns_the_first_report(tmp_path: Path, db: None) -> None:
    key = new_key()
    path = written(tmp_path / "a.jsonl", record("1.000001"), "oops")
    first = service.import_catalogue(path, by=BY, key=key)
    path.unlink()
    assert service.import_catalogue(path, by=BY, key=key) == first
    assert first.bad[0].number == 2


def test_a_procedure_without_plain_words_says_so(tmp_path: Path, db: None) -> None:
    take(written(tmp_path / "a.jsonl", record("1.000001")))
    with pytest.raises(service.NoSuchProcedure) as caught:
        service.procedure("1.000001")
    assert caught.value.published


def broken(path: Path) -> dict[str, bytes]:
    """Return files that cannot be trusted as a whole, by name."""
    whole = written(path, *(record(f"1.{n:06}") for n in range(400))).read_bytes()
    packed = lzma.compress(whole)
    spoiled = bytearray(packed)
    spoiled[len(packed) // 2] ^= 0xFF
    return {
        "cut.jsonl": whole[:-200],
        "cut.jsonl.xz": packed[: len(packed) // 2],
        "spoiled.jsonl.xz": bytes(spoiled),
        "empty.jsonl": b"",
        "nothing.jsonl": b"[]\n[]\n",
        "long.jsonl": b" " * 8_000_002,
    }


@pytest.mark.parametrize(
    "name",
    ["cut.jsonl", "cut.jsonl.xz", "spoiled.jsonl.xz", "empty.jsonl", "nothing.jsonl", "long.jsonl"],
)
def test_a_broken_file_is_refused_whole(name: str, tmp_path: Path, db: None) -> None:
    path = tmp_path / name
    path.write_bytes(broken(tmp_path / "whole.jsonl")[name])
    with pytest.raises(service.CatalogueUnreadable) as caught:
        take(path)
    assert "Chưa có gì được nhập" in caught.value.message
    assert ("bị cụt" in caught.value.message) == name.startswith("cut")
    assert service.officials() == []
    assert service.revision() == 0


def test_no_file_and_a_folder(tmp_path: Path, db: None) -> None:
    for path in (tmp_path / "gone.jsonl", tmp_path):
        with pytest.raises(service.CatalogueUnreadable, match=path.name):
            take(path)


def test_progress_ends_at_the_whole(tmp_path: Path, db: None) -> None:
    path = written(tmp_path / "a.jsonl", *(record(f"1.{n:06}") for n in range(50)))
    seen: list[tuple[int, int]] = []
    take(path, progress=lambda done, size: seen.append((done, size)))
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def rows_of(count: int) -> list[dict[str, Any]]:
    return [record(f"1.{n:06}") for n in range(1, count + 1)]


def test_a_newer_file_says_what_changed(tmp_path: Path, db: None) -> None:
    rows = rows_of(12)
    assert take(written(tmp_path / "a.jsonl", *rows)).changes == ()
    rows[0]["time_limit"][0]["value"] = 5
    rows[1]["documents"] = []
    rows[2]["fee"] = [{"method": "Trực tiếp", "type": "lệ phí", "value": 8000}]
    rows[3]["name"] = "Tên mới"
    new = [row for row in rows if row["code"] != "1.000012"] + [record("1.000099")]
    report = take(written(tmp_path / "b.jsonl", *new))
    assert (report.added, report.changed, report.gone, report.withdrawn) == (1, 4, 1, 1)
    assert {change.code: change.what for change in report.changes} == {
        "1.000001": ("time",),
        "1.000002": ("papers",),
        "1.000003": ("fee",),
        "1.000004": ("title",),
        "1.000099": ("added",),
        "1.000012": ("gone",),
    }
    last = service.last_import()
    assert last is not None and (last.source, last.report) == ("b.jsonl", report)


def test_what_is_gone_is_withdrawn_and_may_come_back(tmp_path: Path, db: None) -> None:
    rows = rows_of(6)
    take(written(tmp_path / "a.jsonl", *rows))
    take(written(tmp_path / "b.jsonl", *rows[:-1]))
    assert service.official("1.000006") is None
    assert len(service.officials()) == 5
    report = take(written(tmp_path / "c.jsonl", *rows))
    assert (report.added, report.changed, report.gone) == (1, 0, 0)
    assert service.official("1.000006") is not None


def test_a_part_of_the_catalogue_withdraws_nothing(tmp_path: Path, db: None) -> None:
    take(written(tmp_path / "a.jsonl", *rows_of(6)))
    report = take(written(tmp_path / "b.jsonl", *rows_of(3)))
    assert (report.gone, report.withdrawn) == (3, 0)
    assert len(service.officials()) == 6


def test_a_code_marked_as_deleted_is_left_out(tmp_path: Path, db: None) -> None:
    path = written(tmp_path / "a.jsonl", record("1.000001"), record("1.000002-Xoa"))
    report = take(path, ward_only=False)
    assert (report.read, report.added, report.deleted, report.bad) == (2, 1, 1, ())
    assert service.official("1.000002-Xoa") is None


def test_times_that_are_no_numbers(tmp_path: Path, db: None) -> None:
    given = [
        {"value": 0, "unit": "ngày làm việc"},
        {"value": "0", "unit": "ngày"},
        {"value": 3.5, "unit": "ngày làm việc"},
        {"value": "Theo mô tả", "unit": "khác (xem mô tả)", "description": "Trong ngày"},
        {"value": 1, "unit": "khác (xem mô tả)", "description": "Ngay"},
    ]
    take(written(tmp_path / "a.jsonl", record("1.000001", time_limit=given)))
    found = service.official("1.000001")
    assert found is not None
    assert [limit.value for limit in found.time_limits] == [None, None, 3.5, None, None]
    assert found.time_limits[3].description == "Theo mô tả. Trong ngày"
    assert found.time_limits[4].unit is None


def test_a_publisher_named_by_its_folder_and_a_flattened_text(tmp_path: Path, db: None) -> None:
    row = record("1.000001", published_by="bo-tai-chinh", documents=[], documents_text="Đơn 1 bản")
    take(written(tmp_path / "a.jsonl", {**row, "detail_level": "name_only"}))
    found = service.official("1.000001")
    assert found is not None
    assert (found.published_by, found.documents_text) == ("Bộ Tài chính", "Đơn 1 bản")
    assert found.name_only
    assert not service.checklist_of_official(found).nothing_published


def test_published_papers_as_lines_to_tick(tmp_path: Path, db: None) -> None:
    paper = {"name": "- Tờ khai", "case": "* Khi nộp:", "originals": 1, "copies": 0}
    take(written(tmp_path / "a.jsonl", record("1.000001", documents=[paper, paper])))
    found = service.official("1.000001")
    assert found is not None
    (line,) = service.checklist_of_official(found).lines
    assert (line.name, line.case, line.originals) == ("Tờ khai", "Khi nộp:", 1)
    assert service.checklist_of_official(found).lines[0].id == line.id
