"""The rules of what one may be entitled to, as values. They are decided upon in guidance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from .records import Confidence

Fact = Literal["poor", "disability", "merit", "children", "single_parent", "orphan"]


@dataclass(frozen=True, slots=True)
class DatedLaw:
    """What a rule rests on, between which days (both included), and how sure that is."""

    title: str
    applies_from: date | None
    applies_to: date | None
    certainty: Confidence

    def applies_on(self, day: date) -> bool:
        """Whether it is in force on the day; an unknown bound is open."""
        begun = self.applies_from is None or self.applies_from <= day
        return begun and (self.applies_to is None or day <= self.applies_to)


@dataclass(frozen=True, slots=True)
class StandardAmount:
    """A sum in đồng that rules count with, on the days of its law. `note` is said with it."""

    vnd: int
    law: DatedLaw
    note: str | None


@dataclass(frozen=True, slots=True)
class AgeCondition:
    """Whole years, both ends included; None is open."""

    words: str
    must: bool
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class AgesCondition:
    """One of some ages to the year: birthdays that are kept."""

    words: str
    must: bool
    ages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PensionCondition:
    """A monthly pension below a standard amount; none at all is below."""

    words: str
    must: bool
    below: str


@dataclass(frozen=True, slots=True)
class AnswerCondition:
    """One of some answers to a question about the person."""

    words: str
    must: bool
    fact: Fact
    one_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedAtDesk:
    """What only an officer can see: always open."""

    words: str
    must: bool = False


Condition: TypeAlias = (
    AgeCondition | AgesCondition | PensionCondition | AnswerCondition | AskedAtDesk
)


@dataclass(frozen=True, slots=True)
class AmountRule:
    """How much. `standard` None: not known, `words` says so. `tenths`: the factor times ten.

    `less_pension`: a pension is taken off, so that only the difference is paid.
    """

    words: str
    standard: str | None
    tenths: int
    less_pension: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way to be entitled: all its conditions hold, on a day when one of its laws applies."""

    why: str
    conditions: tuple[Condition, ...]
    amount: AmountRule
    laws: tuple[DatedLaw, ...]


@dataclass(frozen=True, slots=True)
class EntitlementRule:
    """A thing one may get, by one of several ways.

    `code` None: no procedure is known, an officer tells. `after_death`: for those who are left.
    `delay`: what waiting costs. `choose`: of this and the rules named there only the larger is
    paid, in the words of `choose_words`.
    """

    id: str
    code: str | None
    after_death: bool
    title: str
    picture: str | None
    delay: str | None
    choose: tuple[str, ...]
    choose_words: str | None
    ways: tuple[Way, ...]
    to_check: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntitlementBook:
    """All rules, from the first day they are known for, and the sums they count with."""

    known_from: date
    checked_on: date
    standards: Mapping[str, tuple[StandardAmount, ...]] = field(hash=False)
    rules: tuple[EntitlementRule, ...]
    sources: tuple[str, ...]
    row_id: int = 0
