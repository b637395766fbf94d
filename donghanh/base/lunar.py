"""The lunar calendar as Vietnam keeps it (UTC+7): one typed adapter over lunar-vn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import lunar_vn

MONTH_WORDS = (
    *("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu"),
    *("Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp"),
)
FIRST_TEN = 10  # Days 1 to 10 are said with "mùng".
FULL_MOON = 15  # Said "rằm".


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A day of the lunar calendar; `leap` when its month is the second of that number (nhuận)."""

    day: int
    month: int
    year: int
    leap: bool = False


def lunar(day: date) -> LunarDate:
    """Return the lunar date of a solar day. Raise ValueError outside the years 1900 to 2100."""
    found = lunar_vn.solar_to_lunar(day)
    return LunarDate(found.day, found.month, found.year, found.leap)


def solar(day: int, month: int, year: int) -> date:
    """Return the solar day of a day of an ordinary lunar month."""
    return lunar_vn.lunar_to_solar(lunar_vn.LunarDate(day, month, year, False))


def year_name(year: int) -> str:
    """Return a lunar year's name: 2026 -> "Bính Ngọ"."""
    return lunar_vn.can_chi.get_year_can_chi(year)


def words(day: date, *, with_year: bool = False) -> str:
    """Return a solar day's lunar date as people say it.

    "mùng 1 tháng Giêng âm lịch", "12 tháng Mười âm lịch", "rằm tháng Bảy âm lịch"; with the year,
    "23 tháng Chạp năm Bính Ngọ (âm lịch)".
    """
    found = lunar(day)
    spoken = f"{_day_words(found.day)} tháng {MONTH_WORDS[found.month - 1]}"
    if found.leap:
        spoken += " nhuận"
    if with_year:
        return f"{spoken} năm {year_name(found.year)} (âm lịch)"
    return f"{spoken} âm lịch"


def _day_words(day: int) -> str:
    if day == FULL_MOON:
        return "rằm"
    return f"mùng {day}" if day <= FIRST_TEN else str(day)
