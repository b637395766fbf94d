"""The cash box: what should lie in it, what was counted. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CashBox:
    """The box of a day, in đồng. `counted_vnd` None: nobody has counted yet.

    `returned_vnd` went back to people, `handed_vnd` to the treasurer; both are not below zero.
    """

    opening_vnd: int
    taken_vnd: int
    returned_vnd: int = 0
    handed_vnd: int = 0
    counted_vnd: int | None = None

    @property
    def expected_vnd(self) -> int:
        """What should lie in it."""
        return self.opening_vnd + self.taken_vnd - self.returned_vnd - self.handed_vnd

    @property
    def difference_vnd(self) -> int | None:
        """What lies in it beyond that; None before it was counted."""
        return None if self.counted_vnd is None else self.counted_vnd - self.expected_vnd


def needs_reason(box: CashBox, carried_vnd: int | None) -> bool:
    """Whether a count wants a word why: it differs, or the day began with other than was left."""
    return bool(box.difference_vnd) or carried_vnd not in (None, box.opening_vnd)
