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
    local_price,
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
        ("5.000 đồng", LocalPrice(5_000, None)),
        ("Lệ phí 8 000đ một bản", LocalPrice(8_000, "bản")),
        ("15000 VND/trang theo nghị quyết 12", LocalPrice(15_000, "trang")),
        ("Không thu, theo nghị quyết của tỉnh", LocalPrice(0, None)),
        ("Miễn phí", LocalPrice(0, None)),
        ("0 đồng", None),
        ("5.000 đồng, nộp trên mạng 2.500 đồng", None),
        ("5.000 đồng, trừ hộ nghèo", None),
        ("Không thu nếu đúng hạn", None),
        ("Theo nghị quyết 07/2026 của tỉnh", None),
        ("", None),
    ],
)
def test_only_one_plain_price_is_taken(words: str, expected: LocalPrice | None) -> None:
    assert local_price(words) == expected


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6))))
def test_a_sum_with_an_unknown_line_is_unknown(amounts: list[int | None]) -> None:
    found = total_vnd([FeeLine("", vnd, "") for vnd in amounts])
    assert found == (None if None in amounts else sum(vnd or 0 for vnd in amounts))
