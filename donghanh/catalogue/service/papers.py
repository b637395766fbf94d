"""Papers and places by their content ids."""

from __future__ import annotations

from datetime import date

from donghanh.base.clock import today
from donghanh.base.faults import Fact

from ..records import Paper, Place
from ..shelf import current


class NoSuchPaper(Fact):
    """No paper has this id."""

    message = "Không có loại giấy tờ này trong danh mục."


class NoSuchPlace(Fact):
    """No place has this id."""

    message = "Không có nơi này trong danh mục."


def paper(identifier: str, *, on: date | None = None) -> Paper:
    """Return a paper as it is called on the day (default today). Raise NoSuchPaper."""
    try:
        return current().paper(identifier, on or today())
    except KeyError:
        raise NoSuchPaper(identifier) from None


def papers(*, on: date | None = None) -> dict[str, Paper]:
    """Return all papers by id as they are called on the day, a dictionary of the caller's own.

    Those that were withdrawn are among them: older versions of procedures name them.
    """
    return dict(current().papers_on(on or today()))


def place(identifier: str) -> Place:
    """Return a place. Raise NoSuchPlace."""
    try:
        return current().places[identifier]
    except KeyError:
        raise NoSuchPlace(identifier) from None


def places() -> dict[str, Place]:
    """Return all places by id, a dictionary of the caller's own."""
    return dict(current().places)
