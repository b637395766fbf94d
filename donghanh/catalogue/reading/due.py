"""What must be looked at again soon: what ends, what begins, what nobody has looked at for a year.

Pure: texts in, dates out. Days written in words ("đến hết 28/02/2027") count like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from donghanh.base.nodes import Node

CHECKED_DAYS_MAX: Final = 365  # a fact nobody has looked at for a year may have changed

_DAY = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)")
_TITLES: Final = {
    "procedure": "Thủ tục",
    "paper": "Giấy tờ",
    "place": "Nơi",
    "province": "Quy định của tỉnh về",
    "superseded": "Mã đã thay thế",
    "life_event": "Sự kiện đời sống",
    "entitlements": "Khoản có thể được hưởng",
}
# Where a day was read or signed, not a day on which anything ends.
_PAST_ONLY: Final = frozenset({"sources", "everyday", "example"})


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to look at again by a day. `line` 0: the text comes from rows, not from a file."""

    on: date
    kind: str
    code: str
    why: str
    file: str
    line: int

    @property
    def subject(self) -> str:
        """How the text is named to an officer: "Thủ tục 1.001193"."""
        return f"{_TITLES.get(self.kind, self.kind)} {self.code}"


def due_of(
    kind: str, code: str, node: Node, on: date, until: date, *, changed_from: date | None = None
) -> Iterator[Due]:
    """Yield what falls due in one text by `until`, what is overdue on `on` included.

    `changed_from`: the day on which other words take over: what ends the day before is seen to.
    """
    for day, why, where in _all_of(node):
        overdue = why.startswith(_AGED) or (why.startswith(_LAW_ENDS) and day < on)
        seen_to = changed_from is not None and day == changed_from - timedelta(days=1)
        if not seen_to and ((overdue and day <= until) or on <= day <= until):
            yield Due(day, kind, code, why, node.file, where.line if where.lines else 0)


_AGED: Final = "Quá một năm chưa xem lại"
_LAW_ENDS: Final = "Văn bản hết hiệu lực"


def _all_of(node: Node) -> Iterator[tuple[date, str, Node]]:
    if ends := node.day("valid_to") or node.day("to"):
        yield ends, "Ngày cuối cùng áp dụng", node.child("valid_to")
    begins = node.day("valid_from") if node.has("valid_from") else node.day("from")
    if begins:
        yield begins, "Bắt đầu áp dụng", node.child("valid_from")
    checked = node.day("checked_on")
    if checked:
        aged = checked + timedelta(days=CHECKED_DAYS_MAX)
        yield aged, f"{_AGED} (lần cuối {checked:%d/%m/%Y})", node.child("checked_on")
    yield from _laws(node, checked)
    yield from _days_in_words(node)


def _laws(node: Node, checked: date | None) -> Iterator[tuple[date, str, Node]]:
    for law in node.items("law") if isinstance(node.child("law").value, list) else ():
        title, ends, begins = str(law.child("title").value), law.day("to"), law.day("from")
        if ends and not (checked and checked > ends):
            yield ends, f"{_LAW_ENDS}: {title}", law
        if begins:
            yield begins, f"Văn bản bắt đầu áp dụng: {title}", law


def _days_in_words(node: Node) -> Iterator[tuple[date, str, Node]]:
    """Yield the days that stand in sentences, once each."""
    seen: set[tuple[date, str]] = set()
    for text, where in _sentences(node):
        for found in _DAY.finditer(text):
            day = _date(found)
            if day and (day, text) not in seen:
                seen.add((day, text))
                yield day, f"Có ngày trong câu: {text}", where


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _sentences(node: Node) -> Iterator[tuple[str, Node]]:
    value: Any = node.value
    if isinstance(value, str):
        yield value, node
    elif isinstance(value, dict):
        for key in value:
            if key not in _PAST_ONLY:
                yield from _sentences(node.child(key))
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from _sentences(node.child(place))
