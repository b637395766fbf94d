"""The province's register in, ours out: nothing typed twice, bad rows named, nothing lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.dossier import service as dossiers
from donghanh.dossier.service import News, Taken
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, Person, ba_tu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
CODE, OTHER = "H40.31-261123-0012", "H40.31-261123-0099"
KEY = new_key()
HEAD = ["STT", "Mã hồ sơ", "Tên TTHC", "Nhận hồ sơ", "Hẹn trả", "Ngày có kết quả", "Trạng thái"]


@pytest.fixture
def dossier(lan: Person) -> dossiers.Dossier:
    ours = lan.centre_id or 0
    visit = reception.open_visit(ba_tu(ours), by=lan, key=new_key())
    her = Taken(dossiers.Applicant("=Bà Tư Ví Dụ", "000000000078", "Ấp Ví Dụ", "0900000078"))
    return dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key(), taken=her)


def rows_for(dossier: dossiers.Dossier) -> list[list[str]]:
    title, day = dossier.procedure_title, "23/11/2026 10:00"
    return [
        ["SỔ THEO DÕI HỒ SƠ"],
        HEAD,
        ["1", CODE, title, day, "24/12/2026 16:00", "", "Đang xử lý"],
        ["2", OTHER, "Việc khác", day, "30/11/2026", "", "Đang xử lý"],
        ["3", "không phải mã", "Việc khác", day, "", "", ""],
    ]


def written(path: Path, rows: list[list[str]]) -> Path:
    if path.suffix == ".csv":
        text = "\r\n".join(";".join(row) for row in rows)
        path.write_text(text, encoding="utf-8-sig")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path)
    return path


def take(path: Path, ours: int, by: Person) -> dossiers.Imported:
    columns = dossiers.headings_of(ours, path).columns
    return dossiers.take_in_register(ours, path, columns, by=by, key=new_key())


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_code_and_date_come_from_the_register(
    dossier: dossiers.Dossier, lan: Person, tmp_path: Path, suffix: str
) -> None:
    ours = dossier.centre_id
    found = take(written(tmp_path / f"so{suffix}", rows_for(dossier)), ours, lan)
    assert (found.rows_read, found.linked, found.changed) == (3, 0, 0)
    assert [(bad.number, bad.why) for bad in found.bad] == [
        (5, "mã hồ sơ “KHÔNGPHẢIMÃ” không đúng dạng")
    ]
    (alike,) = dossiers.likenesses(ours)
    assert (alike.dossier_id, alike.code) == (dossier.id, CODE)
    linked = dossiers.set_official(ours, dossier.id, alike.code, None, by=lan, key=new_key())
    assert linked.due_on == date(2026, 12, 24) and dossiers.likenesses(ours) == []


def test_news_move_a_dossier_when_somebody_says_so(
    dossier: dossiers.Dossier, lan: Person, tmp_path: Path
) -> None:
    ours, rows = dossier.centre_id, rows_for(dossier)
    dossiers.set_official(ours, dossier.id, CODE, None, by=lan, key=new_key())
    rows[2][5], rows[2][6] = "25/11/2026 09:00", "Đã có kết quả"
    path = written(tmp_path / "so.csv", rows)
    with frozen(MONDAY_NINE + timedelta(days=3)):
        assert [take(path, ours, lan).changed for _ in range(2)] == [1, 0], "the date, once"
        (told,) = dossiers.province_news(ours)
        assert told.news is News.READY and dossiers.dossier(ours, dossier.id).ready_at is None
        for _ in range(2):
            dossiers.take_news(ours, dossier.id, by=lan, key=KEY)
        moved = dossiers.dossier(ours, dossier.id)
        assert moved.ready_at == datetime(2026, 11, 25, 2, tzinfo=UTC)
        assert moved.due_on == date(2026, 12, 24) and dossiers.province_news(ours) == []
        assert [event.verb for event in audit.events(ours)].count("result.ready") == 1
        rows[2][6] = "Đã trả kết quả"
        take(written(path, rows), ours, lan)
        dossiers.take_news(ours, dossier.id, by=lan, key=new_key())
        assert dossiers.dossier(ours, dossier.id).handover


def test_news_that_are_none_here_are_not_asked_again(
    dossier: dossiers.Dossier, lan: Person, tmp_path: Path
) -> None:
    ours, rows = dossier.centre_id, rows_for(dossier)
    dossiers.set_official(ours, dossier.id, CODE, None, by=lan, key=new_key())
    rows[2][6] = "Yêu cầu bổ sung hồ sơ"
    path = written(tmp_path / "so.csv", rows)
    take(path, ours, lan)
    with pytest.raises(dossiers.NoSuchRecord):  # what is missing has to be written down
        dossiers.take_news(ours, dossier.id, by=lan, key=new_key())
    dossiers.pass_over_news(ours, dossier.id, by=lan, key=new_key())
    take(path, ours, lan)
    assert dossiers.province_news(ours) == []
    rows[2][6] = "Từ chối giải quyết"
    take(written(path, rows), ours, lan)
    assert [one.news for one in dossiers.province_news(ours)] == [News.REFUSED]


def test_a_code_that_is_typed_takes_the_date_of_its_line(
    dossier: dossiers.Dossier, lan: Person, tmp_path: Path
) -> None:
    ours = dossier.centre_id
    take(written(tmp_path / "so.csv", rows_for(dossier)), ours, lan)
    for code, day in ((OTHER, date(2026, 11, 30)), (CODE, date(2026, 12, 24))):
        typed = dossiers.set_official(ours, dossier.id, code, None, by=lan, key=new_key())
        assert typed.due_on == day
    assert dossiers.province_status(ours, dossier.id) is not None


def test_the_mapping_is_remembered(
    dossier: dossiers.Dossier, lan: Person, mai: Person, tmp_path: Path
) -> None:
    rows = rows_for(dossier)
    rows[1] = ["STT", "Cột A", "Cột B", "Cột C", "Cột D", "Cột E", "Cột F"]
    path, ours = written(tmp_path / "so.csv", rows), dossier.centre_id
    with pytest.raises(dossiers.ColumnsUnknown):
        take(path, ours, lan)
    chosen = {"code": "Cột A", "due_at": "Cột D"}
    dossiers.take_in_register(ours, path, chosen, by=lan, key=new_key())
    again = dossiers.headings_of(ours, path)
    assert again.remembered and again.columns == chosen and again.gone == ()
    rows[1] = ["STT", "Cột A", "Cột B", "Cột C", "Hẹn trả kết quả", "Cột E", "Cột F"]
    renamed = dossiers.headings_of(ours, written(path, rows))
    assert renamed.gone == ("Cột D",)
    assert renamed.columns == {"code": "Cột A", "due_at": "Hẹn trả kết quả"}
    assert not dossiers.headings_of(mai.centre_id or 0, path).remembered


def test_of_two_rows_that_differ_the_further_counts(
    dossier: dossiers.Dossier, lan: Person, tmp_path: Path
) -> None:
    ours, rows = dossier.centre_id, rows_for(dossier)
    ended = [*rows[2][:6], "Đã trả kết quả"]
    found = take(written(tmp_path / "so.csv", [*rows, ended, rows[2], rows[3]]), ours, lan)
    assert [one.number for one in found.doubled] == [6, 7]
    assert "với dòng 3 mà khác; lấy dòng 6" in found.doubled[0].why
    dossiers.set_official(ours, dossier.id, CODE, None, by=lan, key=new_key())
    said = dossiers.province_status(ours, dossier.id)
    assert said and said.status_words == "Đã trả kết quả"


def test_our_register_is_one_sheet_a_field(
    dossier: dossiers.Dossier, lan: Person, mai: Person, tmp_path: Path
) -> None:
    ours, path, day = dossier.centre_id, tmp_path / "so.xlsx", date(2026, 11, 23)
    dossiers.set_official(ours, dossier.id, CODE, None, by=lan, key=new_key())
    dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    assert dossiers.write_register(ours, day, day, path, by=lan) == 1
    head, row = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    assert head[1] == "Mã hồ sơ" and row[:5] == (
        1, CODE, dossier.procedure_title, "=Bà Tư Ví Dụ", "Ấp Ví Dụ, 0900000078",
    )  # fmt: skip
    assert row[8] == datetime(2026, 11, 23, 9) and row[9] == "Trực tiếp"
    assert dossiers.write_register(mai.centre_id or 0, day, day, path, by=mai) == 0
