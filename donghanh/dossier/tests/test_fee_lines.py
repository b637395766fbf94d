"""Why so much, or nothing: local prices, the digital citizen, sums that stay unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.dossier.rules.fee_lines import (
    DIGITAL_CITIZEN,
    DIGITAL_ITEMS,
    DigitalCitizen,
    FeeLine,
    LocalPrice,
    digital_gaps,
    local_prices,
    price_that_holds,
    spared_groups,
    total_vnd,
)

ALL = frozenset(DIGITAL_ITEMS)


@given(st.booleans(), st.frozensets(st.sampled_from(sorted(DIGITAL_ITEMS))), st.booleans())
def test_the_waiver_wants_every_condition(level: bool, items: frozenset[str], online: bool) -> None:
    seen = DigitalCitizen(level, items, online)
    holds = level and items == ALL and online
    assert (digital_gaps(seen) == ()) is holds
    ticked = spared_groups({DIGITAL_CITIZEN, "ho_ngheo"}, seen)
    assert ticked == {"ho_ngheo"} | ({DIGITAL_CITIZEN} if holds else set())


def test_what_is_missing_is_said() -> None:
    said = "; ".join(digital_gaps(DigitalCitizen(items=ALL - {"thue_bao"})))
    assert "VNeID mức 2" in said and "Số thuê bao chính chủ" in said and "trực tuyến" in said
    assert "Giấy khai sinh" not in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5.000 đồng", [LocalPrice(5_000, None)]),
        ("Lệ phí: 8 000đ một bản", [LocalPrice(8_000, "bản")]),
        ("15000 VND/trang theo nghị quyết 12", [LocalPrice(15_000, "trang")]),
        ("Không thu, theo nghị quyết của tỉnh", [LocalPrice(0, None)]),
        ("Miễn phí", [LocalPrice(0, None)]),
        ("0 đồng", []),
        ("5.000 đồng, nộp trên mạng 2.500 đồng", []),
        ("5.000 đồng, trừ hộ nghèo", []),
        ("Không thu nếu đúng hạn", []),
        ("Theo nghị quyết 07/2026 của tỉnh", []),
        ("", []),
        (
            "Quá hạn: 8.000 đồng một lần\n\nNếu nhận cha, mẹ: không thu",
            [LocalPrice(8_000, "lần", "Quá hạn"), LocalPrice(0, None, "Nếu nhận cha, mẹ")],
        ),
        ("Quá hạn: 8.000 đồng\nCòn lại theo nghị quyết", []),
    ],
)
def test_only_plain_prices_are_taken_one_a_line(words: str, expected: list[LocalPrice]) -> None:
    assert list(local_prices(words)) == expected


@given(st.integers(-2, 4))
def test_a_price_of_a_case_holds_only_when_somebody_chose_it(chosen: int) -> None:
    several = local_prices("Quá hạn: 8.000 đồng\nĐúng hạn: không thu")
    assert price_that_holds(several, None) is None and price_that_holds(several[:1], None) is None
    held = price_that_holds(several, chosen)
    assert held == (several[chosen] if chosen in (0, 1) else None)
    assert price_that_holds(local_prices("5.000 đồng"), None) == LocalPrice(5_000, None)


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6))))
def test_a_sum_with_an_unknown_line_is_unknown(amounts: list[int | None]) -> None:
    found = total_vnd([FeeLine("", vnd, "") for vnd in amounts])
    assert found == (None if None in amounts else sum(vnd or 0 for vnd in amounts))
