"""What a question tells of one's own case, pure: which choices of a record were said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from donghanh.base.text import fold
from donghanh.catalogue.service import CaseQuestion, FeeExemption, Procedure
from donghanh.enquiry.syllables import plain_key

# What people say of themselves, by the groups the records exempt.
_GROUP_WORDS: Mapping[str, tuple[str, ...]] = {
    "ho_ngheo": ("ngheo",),
    "khuyet_tat": ("khuyet tat", "tan tat"),
    "nguoi_co_cong": ("thuong binh", "liet si", "co cong", "benh binh"),
    "nguoi_cao_tuoi": ("nguoi gia", "tuoigia", "cao tuoi"),
    "tre_em": ("tre em", "con nho"),
    "mo_coi_": ("mo coi",),
    "dan_toc_vung_kho": ("dan toc",),
}
_ID_WORDS_MIN = 2
_EMPTY_WORDS = frozenset("o co la thi cua va hoac cho da o tai khong chua nguoi mot".split())


class Conditional(Protocol):
    """A rule of a record that holds for some cases only."""

    @property
    def when(self) -> Mapping[str, tuple[str, ...]]:
        """Return the choices it holds for, by case."""


Rule = TypeVar("Rule", bound=Conditional)


@dataclass(frozen=True, slots=True)
class Situation:
    """The choices heard, by case question, and the groups one said to belong to."""

    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()

    def fits(self, rule: Conditional) -> bool:
        """Say whether nothing heard speaks against a rule."""
        return all(
            not self.choices.get(case) or self.choices[case] & set(choices)
            for case, choices in rule.when.items()
        )

    def means(self, rule: Conditional) -> bool:
        """Say whether a rule is for a case that was heard."""
        return self.fits(rule) and any(case in self.choices for case in rule.when)

    def ordered(self, rules: tuple[Rule, ...]) -> list[Rule]:
        """Return the rules that fit: those for what was heard first, then the general one."""
        fitting = [rule for rule in rules if self.fits(rule)]
        if not self.choices:
            return fitting
        return sorted(fitting, key=lambda rule: (not self.means(rule), bool(rule.when)))

    def exemptions(self, procedure: Procedure) -> tuple[FeeExemption, ...]:
        """Return who does not pay: the asker's groups where some were said, else all."""
        heard = tuple(e for e in procedure.fee_exemptions if e.group in self.groups)
        return heard or procedure.fee_exemptions


def situation(procedure: Procedure, said: frozenset[str]) -> Situation:
    """Return what was said of the asker's case; `said` is `Reading.said`."""
    plain = frozenset(_plain(word) for word in said)
    choices = {case.id: _choices(case, plain) for case in procedure.cases}
    return Situation(
        {case: heard for case, heard in choices.items() if heard},
        frozenset(
            group
            for group, phrases in _GROUP_WORDS.items()
            if any(set(phrase.split()) <= plain for phrase in phrases)
        ),
    )


def _choices(case: CaseQuestion, plain: frozenset[str]) -> frozenset[str]:
    return frozenset(
        choice.id
        for choice in case.choices
        if choice.id.replace("_", "") in plain
        or _is_said(choice.id.split("_"), plain)
        or _is_said(fold(choice.words).split(), plain)
    )


def _is_said(words: list[str], plain: frozenset[str]) -> bool:
    telling = [word for word in words if word not in _EMPTY_WORDS]
    return len(telling) >= _ID_WORDS_MIN and set(words) - _EMPTY_WORDS <= plain


def _plain(word: str) -> str:
    return plain_key(word[1:].rstrip("12345")) if word.startswith("'") else word
