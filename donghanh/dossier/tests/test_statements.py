"""Lines of the account's own record: read as banks write them, matched only when exact."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.ids import CODE_ALPHABET
from donghanh.dossier.rules.register import Cell
from donghanh.dossier.rules.statements import (
    Booking,
    CashBox,
    Match,
    Owed,
    StatementRow,
    match,
    read_statement_row,
    read_vnd,
    references_in,
    statement_columns,
)

DAY = date(2026, 11, 23)
REF, OTHER = "34679CDF", "XYXYXYXY"
OWED = {REF: Owed(7, 15_000, False), OTHER: Owed(8, 2_000, True)}
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


def test_a_row_is_money_that_came_in() -> None:
    row: dict[str, Cell] = {"booked_on": "23/11/2026 08:15", "credit": "15.000"}
    row |= {"content": " DH 1 ", "bank_number": 5}
    assert read_statement_row(row) == StatementRow(DAY, 15_000, "DH 1", "5")
    assert read_statement_row({**row, "credit": ""}) is None
    assert read_statement_row({**row, "credit": "-15.000"}) is None
    assert "số tiền" in str(read_statement_row({**row, "credit": "mười"}))
    assert "ngày" in str(read_statement_row({**row, "booked_on": None}))


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
        ("chuyen khoan", 15_000, Match(Booking.NOT_OURS)),
        ("DH99999999", 15_000, Match(Booking.NOT_OURS)),
    ],
)
def test_only_the_exact_amount_with_one_reference_pays(
    content: str, vnd: int, expected: Match
) -> None:
    assert match(StatementRow(DAY, vnd, content), OWED) == expected


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_box_balances_or_says_by_how_much(opening: int, taken: int, counted: int) -> None:
    box = CashBox(opening, taken, counted)
    assert box.expected_vnd + (box.difference_vnd or 0) == counted
    assert CashBox(opening, taken, None).difference_vnd is None
