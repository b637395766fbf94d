"""What a case costs, to the đồng, on both sides of each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.guidance.fees import COUNT_MAX, CaseFee, FeeKind, certified_copies, fee_of_case

NOVEMBER, LATER = date(2026, 11, 22), date(2027, 3, 1)


@dataclass(frozen=True)
class Fee:
    kind: FeeKind
    words: str = "…"
    vnd: int | None = None
    per: str | None = None
    law: str | None = None


@dataclass(frozen=True)
class Exemption:
    group: str
    words: str
    law: str = "Luật thử"


COPY = Fee("amount", "2.000 đồng một trang", 2_000, "trang", "TT 226/2016/TT-BTC")


@pytest.mark.parametrize(
    ("pages", "copies", "vnd"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),
        (10, 3, 36_000),
        (197, 1, 199_000),
        (198, 1, 200_000),
        (199, 1, 200_000),
        (500, 2, 400_000),
    ],
)
def test_certified_copies_by_page_with_steps_and_cap(pages: int, copies: int, vnd: int) -> None:
    assert certified_copies(pages, copies) == vnd
    fee = fee_of_case(COPY, counts={"trang": pages, "bản": copies}, on=NOVEMBER)
    assert (fee.kind, fee.vnd) == ("amount", vnd)


@given(st.integers(1, 600), st.integers(1, 20))
def test_another_page_or_copy_never_costs_less(pages: int, copies: int) -> None:
    one = certified_copies(pages, copies)
    assert one <= certified_copies(pages + 1, copies) <= one + 2_000 * copies
    assert certified_copies(pages, copies + 1) - one == certified_copies(pages)


def test_pages_are_never_guessed() -> None:
    fee = fee_of_case(COPY, on=NOVEMBER)
    assert (fee.kind, fee.vnd, fee.words) == ("amount", None, COPY.words)


def test_pages_of_another_law_have_no_steps() -> None:
    other = Fee("amount", "…", 500, "trang", "Nghị quyết thử")
    assert fee_of_case(other, counts={"trang": 4}, on=NOVEMBER).vnd == 2_000


@pytest.mark.parametrize(("unit", "count", "vnd"), [("bản", 3, 24_000), ("ban", 1, 8_000)])
def test_other_units_count_once_unless_told(unit: str, count: int, vnd: int) -> None:
    fee = Fee("amount", "8.000 đồng một bản", 8_000, "bản", "TT 281/2016/TT-BTC")
    assert fee_of_case(fee, counts={unit: count}, on=NOVEMBER).vnd == vnd
    assert fee_of_case(fee, counts={"người": 9}, on=NOVEMBER).vnd == 8_000


def test_unknown_stays_unknown_and_free_keeps_its_article() -> None:
    unknown, free = Fee("unknown", "Chưa rõ."), Fee("free", "Không mất tiền", law="Luật thử Đ.1")
    assert fee_of_case(unknown, counts={"bản": 2}, on=NOVEMBER) == CaseFee("unknown", "Chưa rõ.")
    assert fee_of_case(free, on=NOVEMBER).law == "Luật thử Đ.1"
    assert fee_of_case(free, on=NOVEMBER).vnd is None


def test_an_exempt_group_does_not_pay_and_the_law_is_named() -> None:
    poor = Exemption("ho_ngheo", "Hộ nghèo được miễn", "Luật Hộ tịch Đ.11")
    fee = Fee("unknown", "Chưa rõ.")
    assert fee_of_case(fee, [poor], groups=["ho_ngheo"], on=NOVEMBER) == CaseFee(
        "free", poor.words, None, poor.law
    )
    assert fee_of_case(fee, [poor], groups=["tre_em"], on=NOVEMBER).kind == "unknown"


def test_an_exemption_ends_on_its_last_day() -> None:
    digital = Exemption("cong_dan_so", "Được miễn, đến hết 28/02/2027")
    fee = Fee("amount", "8.000 đồng", 8_000, "bản")
    kinds = [
        fee_of_case(fee, [digital], groups=["cong_dan_so"], on=day).kind
        for day in (date(2027, 2, 28), date(2027, 3, 1))
    ]
    assert kinds == ["free", "amount"]


def test_a_price_gives_way_to_the_one_after_it() -> None:
    words = "35.000 đồng đến hết 31/12/2026; sau đó 70.000 đồng"
    card = Fee("amount", words, 35_000, "thẻ")
    assert fee_of_case(card, on=date(2026, 12, 31)) == CaseFee("amount", words, 35_000)
    assert fee_of_case(card, on=date(2027, 1, 1)) == CaseFee("amount", "70.000 đồng", 70_000)
    ended = Fee("amount", "35.000 đồng đến hết 31/12/2026", 35_000, "thẻ")
    assert fee_of_case(ended, on=LATER).kind == "unknown"


@pytest.mark.parametrize("count", [0, -1, COUNT_MAX + 1])
def test_a_slip_of_the_finger_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="is not between"):
        fee_of_case(COPY, counts={"trang": count}, on=NOVEMBER)
