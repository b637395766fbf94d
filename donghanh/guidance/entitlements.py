"""What a person may be entitled to. Pure decisions: facts of a person and rules in, results out.

Three answers to each condition: it holds, it does not, it is open. Nothing is promised: what is
open is told with the result, and the commune decides. Nobody is asked for a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from donghanh.base.money import dong
from donghanh.catalogue.service import (
    AgeCondition,
    AgesCondition,
    AmountRule,
    AnswerCondition,
    Condition,
    DatedLaw,
    EntitlementBook,
    EntitlementRule,
    PensionCondition,
    StandardAmount,
    Way,
)

from .rules import Fit
from .ways import Amount, Entitlement

UNKNOWN: Final = "unknown"
THIS_YEAR = "chỉ biết năm sinh: đủ tuổi khi đến ngày sinh trong năm nay"
NO_AMOUNT = "Chưa rõ mức của ngày này – hỏi cán bộ."
PROVINCE = "tỉnh có thể cao hơn"


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, as a span: with the year of birth alone it is one of two."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Person:
    """What was told of a person; everything may be left out.

    `pension`: đồng a month, 0 for none, None when not known. `answers`: fact -> answer, as in the
    rules; a fact that is not there was not asked.
    """

    age: Age | None = None
    pension: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict, hash=False)
    deceased: bool = False


def age_from_year(birth_year: int, on: date) -> Age:
    """Return the age of one whose year of birth alone is known."""
    years = on.year - birth_year
    return Age(max(0, years - 1), max(0, years))


def entitlements(person: Person, book: EntitlementBook, on: date) -> tuple[Entitlement, ...]:
    """Return what may apply on the day, in the book's order."""
    found = [
        result
        for rule in book.rules
        if rule.after_death == person.deceased and (result := _by_rule(rule, person, book, on))
    ]
    present = {result.id for result in found}
    chosen = {rule.id: rule for rule in book.rules}
    return tuple(_with_choice(result, chosen[result.id], present) for result in found)


def _with_choice(result: Entitlement, rule: EntitlementRule, present: set[str]) -> Entitlement:
    """Say that only one is paid, where another of the rule's company is there too."""
    if rule.choose_words and present & set(rule.choose):
        return replace(result, choice=rule.choose_words)
    return result


def _by_rule(
    rule: EntitlementRule, person: Person, book: EntitlementBook, on: date
) -> Entitlement | None:
    """Return the result by the way that leaves least open, None when no way is open."""
    results = [
        _result(rule, way, person, book, on) for way in rule.ways if _offered(way, person, book, on)
    ]
    return min(results, key=lambda result: len(result.conditions_open), default=None)


def _offered(way: Way, person: Person, book: EntitlementBook, on: date) -> bool:
    """Whether a way may be this person's: nothing against it, and something speaks for it."""
    if not any(law.applies_on(on) for law in way.laws):
        return False
    fits = [(one, fit(one, person, book, on)) for one in way.conditions]
    if any(it is Fit.NO for _, it in fits):
        return False
    speaks = [one for one, it in fits if it is Fit.YES or _half_known(one, person)]
    return bool(speaks) and all(one in speaks for one, _ in fits if one.must)


def _half_known(condition: Condition, person: Person) -> bool:
    """Whether it is an age that is open only because the year of birth alone is known."""
    return isinstance(condition, AgeCondition) and person.age is not None


def fit(condition: Condition, person: Person, book: EntitlementBook, on: date) -> Fit:
    """Return whether a condition holds for a person on a day."""
    match condition:
        case AgeCondition():
            return _age_fit(condition, person.age)
        case AgesCondition():
            return _ages_fit(condition, person.age)
        case PensionCondition():
            return _pension_fit(person.pension, standard(book, condition.below, on))
        case AnswerCondition():
            return _answer_fit(condition, person.answers.get(condition.fact))
        case _:
            return Fit.OPEN


def _age_fit(condition: AgeCondition, age: Age | None) -> Fit:
    if age is None:
        return Fit.OPEN
    least = condition.least or 0
    most = age.most if condition.most is None else condition.most
    if age.most < least or age.least > most:
        return Fit.NO
    return Fit.YES if least <= age.least and age.most <= most else Fit.OPEN


def _ages_fit(condition: AgesCondition, age: Age | None) -> Fit:
    """With the year alone, the age reached within the year counts: the feast is the year's."""
    if age is None:
        return Fit.OPEN
    return Fit.YES if age.most in condition.ages else Fit.NO


def _pension_fit(pension: int | None, allowance: StandardAmount | None) -> Fit:
    """Law: NĐ 176/2025 Đ.2 – none, or one that is lower than the allowance."""
    if pension == 0:
        return Fit.YES
    if pension is None or allowance is None:
        return Fit.OPEN
    return Fit.YES if pension < allowance.vnd else Fit.NO


def _answer_fit(condition: AnswerCondition, answer: str | None) -> Fit:
    if answer in condition.one_of:
        return Fit.YES
    return Fit.OPEN if answer in (None, UNKNOWN) else Fit.NO


def standard(book: EntitlementBook, name: str | None, on: date) -> StandardAmount | None:
    """Return the sum in force on the day, None where none is known."""
    sums = book.standards.get(name or "", ())
    return next((one for one in sums if one.law.applies_on(on)), None)


def _result(
    rule: EntitlementRule, way: Way, person: Person, book: EntitlementBook, on: date
) -> Entitlement:
    counted = standard(book, way.amount.standard, on)
    return Entitlement(
        id=rule.id,
        code=rule.code,
        title=rule.title,
        picture=rule.picture,
        why=way.why,
        delay=rule.delay,
        choice=None,
        amount=_amount(way.amount, counted, person.pension or 0),
        sources=tuple(_sources(way, counted, on)),
        conditions_open=tuple(_still_open(way.conditions, person, book, on)),
    )


def _amount(rule: AmountRule, counted: StandardAmount | None, pension: int) -> Amount:
    if rule.standard is None:
        return Amount(None, rule.words)
    if counted is None:
        return Amount(None, NO_AMOUNT)
    whole = counted.vnd * rule.tenths // 10
    note = f" {counted.note}" if counted.note else ""
    if rule.less_pension and pension:
        words = (
            f"Khoảng {dong(whole - pension)} {rule.words}: phần chênh giữa {dong(whole)} và lương"
            f" hưu. Cách tính do nơi trả tiền nói; {PROVINCE}.{note}"
        )
        return Amount(whole - pension, words)
    return Amount(whole, f"{dong(whole)} {rule.words}. Đây là mức chung, {PROVINCE}.{note}")


def _sources(way: Way, counted: StandardAmount | None, on: date) -> Iterator[DatedLaw]:
    yield from (law for law in way.laws if law.applies_on(on))
    if counted:
        yield counted.law


def _still_open(
    conditions: Sequence[Condition], person: Person, book: EntitlementBook, on: date
) -> Iterator[str]:
    for condition in conditions:
        if fit(condition, person, book, on) is Fit.OPEN:
            birthday = f" ({THIS_YEAR})" if _half_known(condition, person) else ""
            yield condition.words + birthday
