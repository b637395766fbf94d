"""What a dossier pays, line by line with why. Pure.

Unknown stays unknown until somebody enters the province's decision; nothing is free without its
article, and nobody is spared by a guess.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from donghanh.base.text import fold, nfc

# Law: NQ 66.22/2026/NQ-CP, TT 117/2026/TT-BTC (15/8/2026–28/02/2027): VNeID level 2, five kinds
# of papers on it, *and* filed online.
DIGITAL_CITIZEN = "cong_dan_so"
DIGITAL_ITEMS = {
    "giay_khai_sinh": "Giấy khai sinh",
    "tai_khoan": "Thẻ, tài khoản hoặc ví điện tử",
    "an_sinh": "Tài khoản an sinh xã hội",
    "thue_bao": "Số thuê bao chính chủ",
    "so_suc_khoe": "Sổ sức khỏe điện tử",
}

_MONEY = re.compile(
    r"(?<![\d.])(\d{1,3}(?:[.\s]\d{3})+|\d+)\s*(?:đồng|đ|vnđ|vnd)(?!\w)"
    r"(?:\s*(?:/|một|mỗi|trên)\s*(trang|bản|người|lần|trường hợp|hồ sơ))?",
    re.IGNORECASE,
)
_NOTHING = ("khong thu", "mien phi", "mien le phi", "khong mat tien", "mien thu")
_NO_CASE = ("", "le phi", "phi", "muc thu", "muc le phi")
_CONDITION = ("neu", "truong hop", "tru ", "doi voi", "ho ngheo", "nguoi cao tuoi", "khuyet tat")


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line: what for, how much (None: not known), and why so much or nothing."""

    words: str
    vnd: int | None
    why: str


@dataclass(frozen=True, slots=True)
class LocalPrice:
    """What a decision says a thing costs. `vnd` 0: nothing is taken, by that decision.

    `case`: for whom, where the decision names several; "" where it has one price for all.
    """

    vnd: int
    per: str | None
    case: str = ""


@dataclass(frozen=True, slots=True)
class DigitalCitizen:
    """What was seen of the waiver's conditions (công dân số)."""

    level_two: bool = False
    items: frozenset[str] = frozenset()
    filed_online: bool = False


def digital_gaps(seen: DigitalCitizen) -> tuple[str, ...]:
    """Return what is missing for the waiver, in words; nothing missing: it holds."""
    missing = [words for item, words in DIGITAL_ITEMS.items() if item not in seen.items]
    gaps = []
    if not seen.level_two:
        gaps.append("chưa có VNeID mức 2")
    if missing:
        gaps.append(f"thiếu {len(missing)} trong 5 loại: {', '.join(missing)}")
    if not seen.filed_online:
        gaps.append("hồ sơ không nộp trực tuyến")
    return tuple(gaps)


def spared_groups(ticked: Collection[str], seen: DigitalCitizen) -> frozenset[str]:
    """Return the groups that count; the digital citizen only where every condition is met."""
    told = frozenset(ticked) - {DIGITAL_CITIZEN}
    return told if digital_gaps(seen) else told | {DIGITAL_CITIZEN}


def local_prices(words: str) -> tuple[LocalPrice, ...]:
    """Return the prices of a decision, one a line: "5.000 đồng một bản" or "Quá hạn: 8.000 đồng".

    Empty where any line states none or several, or a condition beside its case: words with a
    condition are not decided by a machine.
    """
    found = [_price(line) for line in words.splitlines() if line.strip()]
    known = tuple(one for one in found if one is not None)
    return known if len(known) == len(found) else ()


def price_that_holds(prices: Sequence[LocalPrice], chosen: int | None) -> LocalPrice | None:
    """Return the price of a case: the chosen line, or the only one when it names no case."""
    if chosen is not None and 0 <= chosen < len(prices):
        return prices[chosen]
    return prices[0] if len(prices) == 1 and not prices[0].case else None


def _price(line: str) -> LocalPrice | None:
    before, colon, after = nfc(line).rpartition(":")
    case, rest = (before.strip(), after) if colon else ("", line)
    case = "" if fold(case) in _NO_CASE else case
    amounts, folded = list(_MONEY.finditer(nfc(rest))), fold(rest)
    if len(amounts) > 1 or any(mark in folded for mark in _CONDITION):
        return None
    if amounts:
        vnd = int(re.sub(r"\D", "", amounts[0][1]))
        return LocalPrice(vnd, amounts[0][2], case) if vnd else None
    free = any(mark in folded for mark in _NOTHING)
    return LocalPrice(0, None, case) if free else None


def total_vnd(lines: Sequence[FeeLine]) -> int | None:
    """Return the sum, None as long as one line is not known."""
    amounts = [line.vnd for line in lines]
    return None if None in amounts else sum(vnd for vnd in amounts if vnd is not None)
