"""Register files as offices send them: ugly ones are read, wrong ones named, none guessed."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.dossier import rules
from donghanh.dossier.adapters.sheets import rows_of
from donghanh.dossier.faults import Unreadable, UnreadableRegister
from donghanh.dossier.rules import News, RegisterRow
from donghanh.dossier.service.register_in import _heading_row, _read

HEAD = ["Mã hồ sơ", "Tên TTHC", "Ngày nhận", "Hẹn trả", "Trạng thái"]
ROW = ["H40.31-261123-0012", "Chứng thực, sao y, bản chính", "23/11/2026 08:00", "", "Đang xử lý"]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def old_windows(text: str) -> bytes:
    """Return text as windows-1258 has it: each tone after its vowel."""
    told = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in TONES)
        kept = "".join(part for part in parts if part not in TONES)
        told += unicodedata.normalize("NFC", kept) + tone
    return told.encode("cp1258")


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("way", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_letters_and_separators(tmp_path: Path, mark: str, way: str) -> None:
    quoted = [[f'"{cell}"' if mark in cell else cell for cell in row] for row in (HEAD, ROW, ROW)]
    text = "\r\n".join(mark.join(row) for row in quoted)
    path = tmp_path / "so.csv"
    path.write_bytes(old_windows(text) if way == "cp1258" else text.encode(way))
    assert [*rows_of(path)] == [HEAD, ROW, ROW]


def test_grouped_headings_numbers_titles_and_a_wrong_size(tmp_path: Path) -> None:
    book, path = openpyxl.Workbook(), tmp_path / "so.csv"  # a workbook under another name
    book.worksheets[0].append(["Ủy ban nhân dân xã Ví Dụ"])
    sheet = book.create_sheet("Sổ")
    for line in (
        ["SỔ THEO DÕI HỒ SƠ"],
        ["STT", "Mã hồ sơ", "Tên TTHC", "Nhận và trả kết quả"],
        [None, None, None, "Nhận hồ sơ", "Hẹn trả kết quả", "Trả kết quả"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["Lĩnh vực: Hộ tịch"],
        [1, ROW[0], ROW[1], datetime(2026, 11, 23, 8), 46351, None],
        ["Người lập biểu"],
    ):
        sheet.append(line)
    sheet.merge_cells("A1:F1")
    book.save(tmp_path / "so.xlsx")
    (tmp_path / "so.xlsx").rename(path)
    number, words = _heading_row(path)
    assert number == 3 and words[1:5] == ["Mã hồ sơ", "Tên TTHC", "Nhận hồ sơ", "Hẹn trả kết quả"]
    found = _read(path, rules.guessed_columns(words))
    (row,) = found.good.values()
    assert row.due_at == datetime(2026, 11, 25, 10, tzinfo=UTC) and found.bad == []


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", Unreadable.EMPTY),
        (b"\xef\xbb\xbf\r\n", Unreadable.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\0" * 600, Unreadable.OLD_EXCEL),
        (b"<html><table><tr><td>M\xc3\xa3", Unreadable.OLD_EXCEL),
        (b"%PDF-1.7\n", Unreadable.PDF),
        (b"PK\x03\x04 torn", Unreadable.NO_TABLE),
        (b"\x00\x01\x02" * 9, Unreadable.NO_TABLE),
        (b"M\xe3 h\xf4 s\xec" * 9, Unreadable.LETTERS),
        ("hồ sơ ś".encode("cp1258", "ignore") + b"s\xec", Unreadable.LETTERS),
    ],
)
def test_what_is_no_register_is_said(tmp_path: Path, raw: bytes, kind: Unreadable) -> None:
    for name in ("so.csv", "so.xlsx"):
        (tmp_path / name).write_bytes(raw)
        with pytest.raises(UnreadableRegister) as said:
            list(rows_of(tmp_path / name))
        assert said.value.kind is kind and said.value.remedy


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("23/11/2026 3:05:00 CH", (15, 5)),
        ("08:30 23/11/2026", (8, 30)),
        ("2026-11-23T15:05:00+07:00", (15, 5)),
        ("46349.5", (12, 0)),
        ("46349,25", (6, 0)),
        (46349, (23, 59)),
        ("23-11-2026", (23, 59)),
    ],
)
def test_days_and_hours_of_every_kind(written: str | int, told: tuple[int, int]) -> None:
    read = rules.read_instant(written)
    assert read and (read.day, read.month, read.hour, read.minute) == (23, 11, *told)


@pytest.mark.parametrize("written", ["11/23/2026", "mai", "99999", "12345", "2026-11-23Tmai", ""])
def test_what_is_no_day_is_none(written: str) -> None:
    known = rules.read_instant(written)
    assert known is None or written.startswith("2026")


@given(st.integers(min_value=36526, max_value=73049))
def test_a_spreadsheets_days_follow_each_other(serial: int) -> None:
    this, then = rules.read_instant(serial), rules.read_instant(serial + 0.5)
    assert this and then and then.date() == this.date() and then < this


@pytest.mark.parametrize(
    ("words", "news"),
    [
        ("Đang xử lý", News.WORKING),
        ("Đã bổ sung", News.WORKING),
        ("Chưa có kết quả", News.WORKING),
        ("Đang chờ bổ sung", News.SUPPLEMENT),
        ("Có kết quả, chờ trả", News.READY),
        ("Đã trả kết quả", News.RETURNED),
        ("Từ chối giải quyết", News.REFUSED),
        ("Công dân rút hồ sơ", News.STOPPED),
        ("Hoàn thành", News.READY),
        ("chữ lạ", News.WORKING),
    ],
)
def test_what_the_province_says(words: str, news: News) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    row = RegisterRow("x", status_words=words)
    assert rules.news_of(row) is news
    given_out = RegisterRow("x", status_words=words, returned_at=at)
    if news is News.READY:
        assert rules.news_of(given_out) is News.RETURNED
    assert rules.further(given_out, row)


def test_instants_tell_where_words_do_not() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    assert rules.news_of(RegisterRow("x", settled_at=at)) is News.READY
    assert rules.news_of(RegisterRow("x", returned_at=at)) is News.RETURNED
    told = [(news, waits, ready) for news in News for waits in (0, 1) for ready in (0, 1)]
    said = {one for one in told if rules.is_news(one[0], waits=bool(one[1]), ready=bool(one[2]))}
    assert {one for one in said if one[0] is News.READY} == {(News.READY, 0, 0), (News.READY, 1, 0)}
    assert {one for one in said if one[0] is News.SUPPLEMENT} == {(News.SUPPLEMENT, 0, 0)}
    assert not any(one[0] is News.WORKING for one in said)


def test_a_due_day_alone_ends_with_the_days_work() -> None:
    row = rules.read_row({"code": ROW[0], "accepted_at": "23/11/2026", "due_at": "23/11/2026"})
    assert isinstance(row, RegisterRow) and row.due_at and row.due_at.hour == rules.CLOSING_HOUR
    early = rules.read_row({"code": ROW[0], "accepted_at": "23/11/2026", "due_at": "20/11/2026"})
    assert isinstance(early, rules.BadCell)
