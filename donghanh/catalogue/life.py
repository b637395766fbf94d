"""Life events as the catalogue hands them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .records import Confidence


@dataclass(frozen=True, slots=True)
class StepTerm:
    """By when a step should be done. `law` None: good advice, not a rule."""

    words: str
    law: str | None


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One procedure on the way. `who` None: everyone takes this step.

    `covers`: codes of later steps that this one makes needless. `by` None: no term is known.
    """

    procedure: str
    why: str
    who: str | None
    by: StepTerm | None
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happens in a life (sự kiện đời sống), as a short way over procedures.

    `order`: its place in lists. `first`: what to do before any paper, None for nothing. `to_check`
    is for officers.
    """

    id: str
    order: int
    title: str
    who_for: str
    picture: str | None
    everyday: tuple[str, ...]
    first: str | None
    steps: tuple[LifeStep, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    checked_on: date | None
    to_check: tuple[str, ...]
    row_id: int = 0
