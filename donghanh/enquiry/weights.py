"""How much each kind of evidence counts in finding, pure. How they were set: docs/search.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_FIELDS: Mapping[str, float] = {
    "title": 0.95,
    "plain_title": 1.0,
    "everyday": 1.0,
    "name": 0.75,
    "result": 0.8,
    "form": 0.7,
    "who_for": 0.6,
    "cases": 0.3,
    "example": 0.3,
    "steps": 0.0,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts in finding.

    `fields` by name, others 0.5; `mark` tiếng with their marks, `pair` two tiếng in a row,
    `sound` and `sound_pair` by what regions hear alike, `meaning` what a
    word implies; `voice` each further passage beside the one before it; `whole` all words of a
    document together, `repetition` how its repeated words count there; `cover` the share of the
    question understood; `length` 1 is a cosine, less forgives long passages; `lacking` what is
    left to a document of whose own words none was heard, `against` where a word of its kin
    was, `fitting` what one gains of which some were; `likeness` from which a misspelling is
    taken for a word (0: never); `heard_fields` are compared by sound too.
    """

    fields: Mapping[str, float] = field(default_factory=lambda: dict(_FIELDS))
    mark: float = 0.9
    pair: float = 0.7
    sound: float = 0.35
    sound_pair: float = 0.45
    meaning: float = 0.35
    voice: float = 0.4
    whole: float = 1.8
    repetition: float = 0.5
    cover: float = 0.9
    length: float = 1.0
    lacking: float = 0.8
    against: float = 0.87
    fitting: float = 1.04
    likeness: float = 0.86
    heard_fields: tuple[str, ...] = ("plain_title", "everyday", "name")

    def field(self, name: str) -> float:
        """Return how much a field counts; 0 leaves it out."""
        return self.fields.get(name, 0.5)
