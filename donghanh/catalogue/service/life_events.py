"""Life events by their content ids; the rules of what one may be entitled to."""

from __future__ import annotations

from donghanh.base.faults import Fact

from ..entitlements import EntitlementBook
from ..life import LifeEvent
from ..shelf import current


class NoSuchLifeEvent(Fact):
    """No life event has this id."""

    message = "Không có trang này trong danh sách việc theo hoàn cảnh."
    remedy = "Quay lại danh sách và chọn hoàn cảnh khác, hoặc hỏi cán bộ."


class NoEntitlements(Fact):
    """The rules were not loaded."""

    message = "Chưa nạp quy định về các khoản có thể được hưởng."
    remedy = "Báo người quản trị nạp nội dung, hoặc hỏi cán bộ."


def life_event(identifier: str) -> LifeEvent:
    """Return a life event. Raise NoSuchLifeEvent."""
    try:
        return current().life_events[identifier]
    except KeyError:
        raise NoSuchLifeEvent(identifier) from None


def codes_ever() -> frozenset[str]:
    """Return every code that has plain words on some day, past and future ones too."""
    return frozenset(current().procedures)


def life_events() -> dict[str, LifeEvent]:
    """Return all life events by id, in the file's order, a dictionary of the caller's own."""
    return dict(current().life_events)


def entitlement_book() -> EntitlementBook:
    """Return the rules of what one may be entitled to. Raise NoEntitlements."""
    book = current().entitlements
    if book is None:
        raise NoEntitlements
    return book
