"""How long a paper takes must be what the procedure that yields it says."""

from __future__ import annotations

import re
from typing import Final

from donghanh.base.nodes import Node
from donghanh.base.text import fold

from ..records import Paper, Procedure, TimeKind

_FIGURES: Final = re.compile(r"(\d+)(?: den (\d+))? ngay( lam viec)?")
_SAME_DAY: Final = "trong ngay"
_NOT_KNOWN: Final = "chua ro"

Told = tuple[TimeKind, int | None]


def check_takes(node: Node, paper: Paper, procedure: Procedure) -> None:
    """Note a paper whose `takes` begins with a time that its procedure never gives."""
    said = _told(paper.takes or "")
    given: set[Told] = {(rule.kind, rule.days) for rule in procedure.time}
    if not said <= given:
        words = "; ".join(rule.words for rule in procedure.time)
        wrong = f"takes {paper.takes!r} khác thời hạn của {procedure.code}: {words}"
        node.child("takes").wrong(wrong, "viết lại takes, hoặc sửa time của thủ tục")


def _told(takes: str) -> set[Told]:
    """Return the first time that the words name: one, or both ends of "3 đến 7 ngày"."""
    folded = fold(takes)
    if folded.startswith(_SAME_DAY):
        return {("same_day", None)}
    if folded.startswith(_NOT_KNOWN):
        return {("unknown", None)}
    found = _FIGURES.search(folded)
    if found is None:
        return set()
    kind: TimeKind = "working_days" if found[3] else "calendar_days"
    return {(kind, int(days)) for days in found.groups()[:2] if days}
