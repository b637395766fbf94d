"""What measuring on labelled questions works with: lines, what became of them, the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled question: the codes of which any is right, and the right behaviour."""

    question: str
    expect: tuple[str, ...]
    behaviour: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: the codes found, best first, the behaviour, and the time taken.

    `has_record` False: none of the codes that would be right is known here, so none can be found.
    """

    line: Line
    behaviour: str
    codes: tuple[str, ...]
    milliseconds: float
    has_record: bool = True


@dataclass(frozen=True, slots=True)
class Shares:
    """Figures over one group of lines; a share is None where no line counts for it."""

    lines: int
    recall_at_1: float | None
    recall_at_3: float | None
    answered: float | None
    false_out_of_scope: float | None
    clarify: float | None
    out_of_scope: float | None

    def as_json(self) -> dict[str, Any]:
        """Return the shares under their published names."""
        return {
            "recall_at_1": self.recall_at_1,
            "recall_at_3": self.recall_at_3,
            "answered": self.answered,
            "false_out_of_scope": self.false_out_of_scope,
            "clarify": self.clarify,
            "out_of_scope": self.out_of_scope,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well a file of labelled questions was met; latencies in milliseconds.

    `with_record`: over those lines alone whose right answer is known here at all.
    """

    total: Shares
    with_record: Shares
    by_kind: Mapping[str, Shares]
    p50: float
    p95: float
    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, Any]:
        """Return the published shape (schema 1)."""
        return {
            "schema": SCHEMA,
            "lines": self.total.lines,
            **self.total.as_json(),
            "with_record": {"lines": self.with_record.lines, **self.with_record.as_json()},
            "by_kind": {
                kind: {"lines": shares.lines, **shares.as_json()}
                for kind, shares in self.by_kind.items()
            },
            "latency_ms": {"p50": self.p50, "p95": self.p95},
        }
