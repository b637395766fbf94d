"""What one may be entitled to, by the rules that stand in the catalogue."""

from __future__ import annotations

from datetime import date

from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue

from .entitlements import Person
from .entitlements import entitlements as decided
from .ways import Entitlement


class BeforeTheRules(Fact):
    """The day asked for lies before the first rules that are kept."""

    remedy = "Chọn ngày muộn hơn."


def entitlements(person: Person, *, on: date | None = None) -> tuple[Entitlement, ...]:
    """Return what a person may be entitled to on a day (default today), nothing of them kept.

    Raise BeforeTheRules, catalogue.NoEntitlements.
    """
    day, book = on or today(), catalogue.entitlement_book()
    if day < book.known_from:
        first = book.known_from
        message = f"Quy định được ghi từ ngày {first:%d/%m/%Y}, chưa có cho ngày {day:%d/%m/%Y}."
        raise BeforeTheRules(message=message)
    return decided(person, book, day)
