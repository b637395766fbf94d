"""Papers and places by their content ids."""

from __future__ import annotations

from donghanh.base.faults import Fact

from ..records import Paper, Place
from ..shelf import current


class NoSuchPaper(Fact):
    """No paper has this id."""

    message = "Không có loại giấy tờ này trong danh mục."


class NoSuchPlace(Fact):
    """No place has this id."""

    message = "Không có nơi này trong danh mục."


def paper(identifier: str) -> Paper:
    """Return a paper. Raise NoSuchPaper."""
    try:
        return current().papers[identifier]
    except KeyError:
        raise NoSuchPaper(identifier) from None


def papers() -> dict[str, Paper]:
    """Return all papers by id, a dictionary of the caller's own."""
    return dict(current().papers)


def place(identifier: str) -> Place:
    """Return a place. Raise NoSuchPlace."""
    try:
        return current().places[identifier]
    except KeyError:
        raise NoSuchPlace(identifier) from None


def places() -> dict[str, Place]:
    """Return all places by id, a dictionary of the caller's own."""
    return dict(current().places)
