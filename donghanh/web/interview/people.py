"""A question about several people: those told so far, and one more before us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from donghanh.interview import service as interview
from donghanh.interview.service import Question

Row = Mapping[str, str]
Post = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a press on the page of several people means.

    `rows`: everybody as they stand afterwards; `typed`: the one before us; `more`: the page comes
    again for somebody else.
    """

    rows: tuple[Row, ...]
    typed: Row
    more: bool


def told(given: interview.Given | None) -> tuple[Row, ...]:
    """Return the people of an answer."""
    value = given.value if given else None
    return tuple(value) if isinstance(value, tuple | list) else ()


def rows_of(question: Question, before: tuple[Row, ...], post: Post) -> Rows:
    """Return who is told after a press: one more, one less, or the same."""
    typed = {one.id: post.get(f"field-{one.id}", "") for one in question.fields}
    dropped = post.get("drop", "")
    if dropped.isdecimal():
        kept = tuple(row for place, row in enumerate(before, 1) if place != int(dropped))
        return Rows(kept, {}, more=True)
    if not any(map(str.strip, typed.values())):
        return Rows(before, typed, more=False)
    return Rows((*before, typed), typed, more="more" in post)
