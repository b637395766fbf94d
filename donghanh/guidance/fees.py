"""What a case costs: units times price, steps and caps, who does not pay. Pure.

Unknown stays unknown: never a guess, and never "free" without its article.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from donghanh.base.money import dong
from donghanh.base.text import fold, nfc

FeeKind = Literal["amount", "free", "unknown"]

# Law: TT 226/2016/TT-BTC Điều 4: chứng thực bản sao từ bản chính.
CERTIFIED_COPY_LAW = "226/2016"
FIRST_PAGES = 2
FIRST_PAGE_VND = 2_000
LATER_PAGE_VND = 1_000
COPY_VND_MAX = 200_000

PAGE, COPY = "trang", "ban"
COUNT_MAX = 10_000  # a slip of the finger, not a pile of paper

_UNTIL = re.compile(r"đến hết (\d{1,2})/(\d{1,2})/(\d{4})")
_AFTERWARDS = re.compile(r"sau đó (?:là )?([\d.]+) đồng")
_NOT_KNOWN = "Chưa rõ mức tiền từ ngày {day}. Hỏi cán bộ."


class Priced(Protocol):
    """A fee as the catalogue states it; `vnd` only for an amount, for one `per`."""

    @property
    def kind(self) -> FeeKind: ...

    @property
    def words(self) -> str: ...

    @property
    def vnd(self) -> int | None: ...

    @property
    def per(self) -> str | None: ...

    @property
    def law(self) -> str | None: ...


class Exemption(Protocol):
    """A group that does not pay, and the law that says so."""

    @property
    def group(self) -> str: ...

    @property
    def words(self) -> str: ...

    @property
    def law(self) -> str: ...


@dataclass(frozen=True, slots=True)
class CaseFee:
    """What is paid. `vnd`: đồng for the counts given; None: not known, or still to be counted."""

    kind: FeeKind
    words: str
    vnd: int | None = None
    law: str | None = None


def certified_copies(pages: int, copies: int = 1) -> int:
    """Return đồng for so many copies of one paper of so many pages. Raise ValueError below one.

    # Law: TT 226/2016/TT-BTC Điều 4: 2.000 đ a page, from page 3 on 1.000 đ, at most 200.000 đ a
    # copy.
    """
    pages, copies = _counted(pages), _counted(copies)
    first = min(pages, FIRST_PAGES)
    one = first * FIRST_PAGE_VND + (pages - first) * LATER_PAGE_VND
    return min(one, COPY_VND_MAX) * copies


def fee_of_case(
    fee: Priced,
    exemptions: Sequence[Exemption] = (),
    *,
    groups: Collection[str] = (),
    counts: Mapping[str, int] | None = None,
    on: date,
) -> CaseFee:
    """Return what this case pays on a day.

    `groups`: the exempted groups one belongs to. `counts`: how many of a unit ("trang", "bản",
    "người" …, with or without marks); what is not counted is one, except pages, which are
    never guessed. Raise ValueError for a count below one or beyond COUNT_MAX.
    """
    for exemption in exemptions:
        if exemption.group in groups and not _ended(exemption.words, on):
            return CaseFee("free", exemption.words, None, exemption.law)
    if fee.kind != "amount" or fee.vnd is None:
        return CaseFee(fee.kind, fee.words, None, fee.law)
    price = _price(fee, on)
    if price is None:
        return CaseFee("unknown", _NOT_KNOWN.format(day=f"{on:%d/%m/%Y}"))
    counted = {fold(unit): _counted(count) for unit, count in (counts or {}).items()}
    return _amount(fee, price, counted)


def _amount(fee: Priced, price: int, counted: Mapping[str, int]) -> CaseFee:
    unit, one = fold(fee.per or ""), fee.words if price == fee.vnd else f"{dong(price)}"
    if unit != PAGE:
        many = counted.get(unit, 1)
        words = one if many == 1 else f"{dong(price * many)} cho {many} {fee.per}"
        return CaseFee("amount", words, price * many, fee.law)
    pages, copies = counted.get(PAGE), counted.get(COPY, 1)
    if pages is None:
        return CaseFee("amount", one, None, fee.law)
    certified = CERTIFIED_COPY_LAW in (fee.law or "")
    total = certified_copies(pages, copies) if certified else price * pages * copies
    return CaseFee("amount", f"{dong(total)} cho {copies} bản, {pages} trang", total, fee.law)


def _price(fee: Priced, on: date) -> int | None:
    """Return đồng for one unit on the day: a price with an end gives way to the one after it."""
    if not _ended(fee.words, on):
        return fee.vnd
    afterwards = _AFTERWARDS.search(nfc(fee.words))
    return int(afterwards[1].replace(".", "")) if afterwards else None


def _ended(words: str, on: date) -> bool:
    """Whether words that say "đến hết 28/02/2027" speak of a day gone by."""
    until = _UNTIL.search(nfc(words))
    return until is not None and on > date(int(until[3]), int(until[2]), int(until[1]))


def _counted(count: int) -> int:
    if not 1 <= count <= COUNT_MAX:
        raise ValueError(f"{count} is not between 1 and {COUNT_MAX}")
    return count
