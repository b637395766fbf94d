"""How much of the content is filled, what is left unknown, what is not yet sure. Pure counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..records import Procedure
from .checks import EVERYDAY_MIN

# What a citizen's question may be about: a page that lacks one of these does not answer it.
_FILLED: Final[dict[str, Callable[[Procedure], bool]]] = {
    "title": lambda p: bool(p.title and p.plain_title),
    "who_for": lambda p: bool(p.who_for),
    "picture": lambda p: bool(p.picture),
    "everyday": lambda p: len(set(p.everyday)) >= EVERYDAY_MIN,
    "steps": lambda p: bool(p.steps),
    "channels": lambda p: bool(p.channels),
    "no_phone": lambda p: bool(p.no_phone),
    "who_may_file": lambda p: bool(p.who_may_file.words),
    "who_may_collect": lambda p: bool(p.who_may_collect.words),
    "where": lambda p: bool(p.where),
    "result": lambda p: bool(p.result.name),
    "law": lambda p: bool(p.law),
    "sources": lambda p: bool(p.sources),
    "checked_on": lambda p: p.checked_on is not None,
}
# What may honestly be unknown; it is said as unknown and counted here.
_KNOWN: Final[dict[str, Callable[[Procedure], bool]]] = {
    "time": lambda p: all(rule.kind != "unknown" for rule in p.time),
    "fee": lambda p: all(rule.kind != "unknown" for rule in p.fee),
    "form": lambda p: p.form is not None,
    "example": lambda p: p.example is not None,
    "valid_from": lambda p: p.valid_from is not None,
}


@dataclass(frozen=True, slots=True)
class ContentSummary:
    """Counts over the procedures' own texts, redirects included.

    `in_force` apply on the day; `redirects` lead to another code; `complete` have every field that
    answers a question (a fee that is said to be unknown answers; no paper at all is an answer);
    `unknown_fields`: field -> how many leave it, or a case of it, unknown; `unsure`: below high
    confidence; `to_check`: with notes for officers.
    """

    procedures: int
    in_force: int
    redirects: int
    complete: int
    unknown_fields: dict[str, int]
    unsure: int
    to_check: int


def summarise(procedures: Collection[Procedure], on: date) -> ContentSummary:
    """Return the counts. One record a code: the one that applies, or the last that did."""
    unknown: Counter[str] = Counter()
    complete = 0
    for procedure in procedures:
        empty = [field for field, filled in _FILLED.items() if not filled(procedure)]
        unknown.update(empty)
        unknown.update(field for field, known in _KNOWN.items() if not known(procedure))
        complete += not empty
    return ContentSummary(
        procedures=len(procedures),
        in_force=sum(1 for p in procedures if p.applies_on(on) and not p.superseded_by),
        redirects=sum(1 for p in procedures if p.superseded_by),
        complete=complete,
        unknown_fields=dict(sorted(unknown.items())),
        unsure=sum(1 for p in procedures if p.confidence != "high"),
        to_check=sum(1 for p in procedures if p.to_check),
    )
