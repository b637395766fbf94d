"""Lunar dates as Vietnam keeps them, at days whose lunar date is well known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.base.lunar import LunarDate, lunar, words, year_name

NEW_YEARS = (
    date(1985, 1, 21),  # a month before China's
    date(2007, 2, 17),  # a day before China's
    date(2020, 1, 25),
    date(2021, 2, 12),
    date(2022, 2, 1),
    date(2023, 1, 22),
    date(2024, 2, 10),
    date(2025, 1, 29),
    date(2026, 2, 17),
    date(2027, 2, 6),
    date(2028, 1, 26),
    date(2029, 2, 13),
    date(2030, 2, 2),  # a day before China's
)


@pytest.mark.parametrize("day", NEW_YEARS)
def test_new_year(day: date) -> None:
    assert lunar(day) == LunarDate(1, 1, day.year)
    eve = lunar(day - timedelta(days=1))
    assert (eve.month, eve.year) == (12, day.year - 1)
    assert eve.day in (29, 30)


@pytest.mark.parametrize(
    ("day", "month"),
    [(date(2020, 5, 23), 4), (date(2023, 3, 22), 2), (date(2025, 7, 25), 6)],
)
def test_leap_months(day: date, month: int) -> None:
    assert lunar(day) == LunarDate(1, month, day.year, leap=True)
    assert words(day).endswith("nhuận âm lịch")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 1, 29), "mùng 1 tháng Giêng âm lịch"),
        (date(2026, 2, 26), "mùng 10 tháng Giêng âm lịch"),
        (date(2026, 2, 27), "11 tháng Giêng âm lịch"),
        (date(2026, 8, 27), "rằm tháng Bảy âm lịch"),
        (date(2026, 11, 20), "12 tháng Mười âm lịch"),
        (date(2026, 11, 26), "18 tháng Mười âm lịch"),
        (date(2025, 7, 25), "mùng 1 tháng Sáu nhuận âm lịch"),
        (date(2027, 2, 5), "29 tháng Chạp âm lịch"),
        (date(2026, 4, 26), "mùng 10 tháng Ba âm lịch"),  # Giỗ Tổ Hùng Vương
        (date(2027, 4, 16), "mùng 10 tháng Ba âm lịch"),
        (date(2025, 4, 7), "mùng 10 tháng Ba âm lịch"),
    ],
)
def test_words(day: date, said: str) -> None:
    assert words(day) == said


def test_words_with_the_year() -> None:
    assert words(date(2027, 1, 30), with_year=True) == "23 tháng Chạp năm Bính Ngọ (âm lịch)"


def test_year_names() -> None:
    assert [year_name(year) for year in (2024, 2025, 2026, 2027)] == [
        "Giáp Thìn",
        "Ất Tỵ",
        "Bính Ngọ",
        "Đinh Mùi",
    ]


@given(st.dates(date(1901, 1, 1), date(2099, 12, 30)))
@settings(derandomize=True)
def test_the_next_day_is_the_next_lunar_day_or_the_first_of_a_month(day: date) -> None:
    here, after = lunar(day), lunar(day + timedelta(days=1))
    if after.day == 1:
        assert here.day in (29, 30)
        assert (after.month, after.leap) != (here.month, here.leap)
    else:
        assert after == LunarDate(here.day + 1, here.month, here.year, here.leap)


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2101, 1, 1)])
def test_outside_the_years_known(day: date) -> None:
    with pytest.raises(ValueError, match="out of supported range"):
        lunar(day)
