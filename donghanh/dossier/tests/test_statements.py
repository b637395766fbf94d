"""Lines of the account's own record: read as banks write them, matched only when exact."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.ids import CODE_ALPHABET
from donghanh.dossier.rules.cash import CashBox, needs_reason
from donghanh.dossier.rules.register import Cell
from donghanh.dossier.rules.statement_files import (
    accounts_in,
    read_statement_row,
    read_vnd,
    shape_of,
    statement_columns,
)
from donghanh.dossier.rules.statements import (
    Booking,
    Match,
    Owed,
    Settling,
    StatementRow,
    fingerprint,
    fingerprint_words,
    match,
    references_in,
    settling_of,
)

DAY = date(2026, 11, 23)
REF, OTHER = "34679CDF", "XYXYXYXY"
GONE = "GGGGHHHH"
OWED = {
    REF: Owed(7, 15_000, False),
    OTHER: Owed(8, 2_000, True),
    GONE: Owed(9, 500, False, withdrawn=True),
}
CODES = st.text(CODE_ALPHABET, min_size=8, max_size=8)


@pytest.mark.parametrize(
    ("given_cell", "vnd"),
    [
        (15_000, 15_000),
        (15_000.0, 15_000),
        (0.5, None),
        ("15.000", 15_000),
        ("+1,015,000.00 VND", 1_015_000),
        ("15 000 đ", 15_000),
        ("-15.000", -15_000),
        ("15.00", 15),
        ("1.5.0", None),
        ("abc", None),
        (None, None),
        (datetime(2026, 1, 1), None),
    ],
)
def test_money_is_read_as_banks_write_it(given_cell: object, vnd: int | None) -> None:
    assert read_vnd(given_cell) == vnd  # type: ignore[arg-type]


def test_headings_of_banks_are_known() -> None:
    theirs = ["STT", "Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Diễn giải", None]
    assert statement_columns(theirs) == {
        "booked_on": "Ngày giao dịch",
        "credit": "Ghi có",
        "content": "Diễn giải",
        "bank_number": "Số tham chiếu",
    }
    assert statement_columns(["Date", "Description", "Debit", "Credit"])["credit"] == "Credit"
    assert statement_columns(["Số dư", "Company", None]) == {}
    one = ["Ngày GD", "Số tiền", "Nợ/Có", "Mô tả", "Số CT"]
    assert statement_columns(one)["way"] == "Nợ/Có" and statement_columns(one)["credit"] == one[1]
    assert "credit" not in statement_columns(["Ngày", "Số tiền ghi nợ", "Nội dung"])
    assert shape_of(["NGÀY", "", "Ghi có", "Ghi có"]) == shape_of(["ngày", "ghi có"])


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["SAO KÊ", "Số tài khoản: 1234 5678 9012"], {"123456789012"}),
        (["Account No", None, 123456789012.0], {"123456789012"}),
        (["STK:", "00123456789"], {"00123456789"}),
        (["Từ ngày 01/11/2026 đến 22/11/2026", "Số dư: 12.345.678"], set()),
        (["Tài khoản", "thu phí"], set()),
    ],
)
def test_the_account_is_read_above_the_headings(cells: list[Cell], found: set[str]) -> None:
    assert accounts_in(cells) == found


def test_a_row_is_money_that_came_in() -> None:
    row: dict[str, Cell] = {"booked_on": "23/11/2026 08:15", "credit": "15.000"}
    row |= {"content": " DH 1 ", "bank_number": 5}
    assert read_statement_row(row) == StatementRow(DAY, 15_000, "DH 1", "5")
    assert read_statement_row({**row, "credit": ""}) is None
    assert read_statement_row({**row, "credit": "-15.000"}) is None
    assert "số tiền" in str(read_statement_row({**row, "credit": "mười"}))
    assert "ngày" in str(read_statement_row({**row, "booked_on": None}))
    for way, comes in (("C", True), ("Có", True), ("+", True), ("D", False), ("Ghi nợ", False)):
        assert (read_statement_row({**row, "way": way}) is not None) is comes
    assert "vào hay ra" in str(read_statement_row({**row, "way": "chuyển"}))
    assert read_statement_row({**row, "bank_number": 5.0}) == StatementRow(DAY, 15_000, "DH 1", "5")


@given(CODES, st.sampled_from(["", " ", "-", "."]), st.sampled_from(["", "NGUYEN VI DU CT DEN "]))
def test_a_reference_is_found_however_the_bank_wrote_it(code: str, gap: str, before: str) -> None:
    assert code in references_in(f"{before}dh{gap}{code[:4]}{gap}{code[4:].lower()} trace 12")


@pytest.mark.parametrize(
    ("content", "vnd", "expected"),
    [
        (f"DH{REF} nop phi", 15_000, Match(Booking.PAID, 7)),
        (f"DH{REF}", 14_999, Match(Booking.WRONG_AMOUNT, 7)),
        (f"DH{OTHER}", 2_000, Match(Booking.PAID_BEFORE, 8)),
        (f"DH{REF} DH{OTHER}", 17_000, Match(Booking.WRONG_AMOUNT)),
        (f"DH{GONE}", 500, Match(Booking.WITHDRAWN, 9)),
        ("chuyen khoan", 15_000, Match(Booking.NOT_OURS)),
        ("DH99999999", 15_000, Match(Booking.NOT_OURS)),
    ],
)
def test_only_the_exact_amount_with_one_reference_pays(
    content: str, vnd: int, expected: Match
) -> None:
    assert match(StatementRow(DAY, vnd, content), OWED) == expected


def test_a_line_is_the_same_however_a_file_spells_it() -> None:
    one = StatementRow(DAY, 15_000, "DH 34679CDF - nộp phí", "FT1")
    other = StatementRow(DAY, 15_000, "dh34679cdf  nop phi")
    assert fingerprint_words(one) == fingerprint_words(other)
    said = fingerprint_words(one)
    assert fingerprint(said, 1) != fingerprint(said, 2)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_line_is_whole_a_part_or_too_much(line: int, owed: int) -> None:
    settling = settling_of(line, owed)
    assert (settling is Settling.PAID) is (line == owed)
    assert (settling is Settling.PART) is (line < owed)
    assert (settling is Settling.OVER) is (line > owed)


AMOUNTS = st.integers(0, 10**7)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_box_balances_or_says_by_how_much(a: int, b: int, c: int, d: int, counted: int) -> None:
    box = CashBox(a, b, c, d, counted)
    assert box.expected_vnd == a + b - c - d
    assert box.expected_vnd + (box.difference_vnd or 0) == counted
    assert needs_reason(box, a) is (counted != box.expected_vnd)
    assert needs_reason(CashBox(a, b, c, d, box.expected_vnd), a + 1)
    assert not needs_reason(CashBox(a, b), None) and CashBox(a, b).difference_vnd is None
