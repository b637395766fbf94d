"""What may apply to whom: many people, on both sides of every threshold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.content import CONTENT
from donghanh.base.nodes import Faults, parse
from donghanh.catalogue.reading.entitlements import ANSWERS, ENTITLEMENTS, read_book
from donghanh.guidance.entitlements import Age, Person, age_from_year, entitlements

from .people_told import ALONE, HOME, NOW, OLD, PEOPLE, SUMS, day, person

BOOK = read_book(
    parse((CONTENT / ENTITLEMENTS).read_text(encoding="utf-8"), ENTITLEMENTS, Faults())
)
RULES = {rule.id: rule for rule in BOOK.rules}


def of(told: str, on: str = NOW) -> dict[str, object]:
    return {one.id: one for one in entitlements(person(told), BOOK, day(on))}


@pytest.mark.parametrize(("told", "on", "expected"), PEOPLE, ids=lambda v: str(v)[:48])
def test_what_may_apply(told: str, on: str, expected: set[str]) -> None:
    assert set(of(told, on)) == expected


def test_there_are_many_people() -> None:
    assert len(PEOPLE) >= 60
    reached = set().union(*(expected for _, _, expected in PEOPLE))
    assert reached == set(RULES)


@pytest.mark.parametrize(("told", "on", "rule", "vnd"), SUMS)
def test_how_much(told: str, on: str, rule: str, vnd: int | None) -> None:
    (found,) = (o for o in entitlements(person(told), BOOK, day(on)) if o.id == rule)
    assert found.amount.vnd == vnd
    assert ("tỉnh có thể cao hơn" in found.amount.words) == (vnd is not None)


@pytest.mark.parametrize(
    ("on", "law"),
    [("2026-10-04", "NĐ 20/2021/NĐ-CP Đ.5, Đ.6"), ("2026-10-05", "NĐ 335/2026/NĐ-CP (thay")],
)
def test_the_law_of_the_day_is_named(on: str, law: str) -> None:
    (found,) = (
        o
        for o in entitlements(person("40 disability=severe"), BOOK, day(on))
        if o.code == "1.001776"
    )
    assert found.sources[0].title.startswith(law)
    assert all(one.applies_on(day(on)) for one in found.sources)


def test_what_nobody_told_is_left_open() -> None:
    told, untold = (
        next(o for o in entitlements(person(p), BOOK, day(NOW)) if o.id == OLD)
        for p in ("76 pension=0", "72")
    )
    assert told.conditions_open == ()
    assert [words.split(",")[0] for words in untold.conditions_open] == [
        "Thuộc hộ nghèo hoặc cận nghèo",
        "Không có lương hưu",
    ]


def test_delay_is_said_where_it_costs() -> None:
    (found,) = (o for o in entitlements(person("76 pension=0"), BOOK, day(NOW)) if o.id == OLD)
    printed = found.as_json()
    assert "mất tiền" in str(printed["why"]) and str(printed["why"]).startswith("Có thể được")
    assert list(printed) == ["code", "title", "why", "amount", "sources", "conditions_open"]


def test_of_two_only_the_larger_is_paid() -> None:
    found = {o.id: o for o in entitlements(person("76 pension=0 poor=yes"), BOOK, day(NOW))}
    assert "chọn mức cao hơn" in (found[OLD].choice or "")
    assert found[ALONE].choice is None and found[HOME].choice is None


def test_a_year_of_birth_alone_is_a_span() -> None:
    on = date(2026, 11, 21)
    assert age_from_year(1951, on) == Age(74, 75)
    assert age_from_year(2026, on) == Age(0, 0)
    (found,) = (
        o for o in entitlements(Person(age_from_year(1951, on), 0), BOOK, on) if o.id == OLD
    )
    assert "đủ tuổi khi đến ngày sinh" in found.conditions_open[0]


SPANS = st.tuples(st.integers(0, 110), st.integers(0, 1)).map(lambda a: Age(a[0], a[0] + a[1]))
FACTS = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from(answers) for fact, answers in ANSWERS.items()}
)
PERSONS = st.builds(
    Person,
    age=st.none() | SPANS,
    pension=st.none() | st.integers(0, 1_000_000),
    answers=FACTS,
    deceased=st.booleans(),
)
DAYS = st.integers(0, 900).map(lambda n: BOOK.known_from + timedelta(days=n))


@given(PERSONS, DAYS)
def test_every_answer_has_its_law_and_its_reason(who: Person, on: date) -> None:
    for one in entitlements(who, BOOK, on):
        assert one.sources and all(law.applies_on(on) for law in one.sources)
        assert one.why and one.amount.words
        assert one.amount.vnd is None or one.amount.vnd > 0
        assert RULES[one.id].after_death == who.deceased


@given(PERSONS, DAYS, st.sampled_from(sorted(ANSWERS)))
def test_saying_not_known_never_takes_a_way_that_silence_leaves(
    who: Person, on: date, fact: str
) -> None:
    """Silence about a fact offers nothing that "không rõ" does not offer too."""
    silent = Person(
        who.age, who.pension, {f: a for f, a in who.answers.items() if f != fact}, who.deceased
    )
    unsure = Person(who.age, who.pension, {**silent.answers, fact: "unknown"}, who.deceased)
    before = {one.id for one in entitlements(silent, BOOK, on)}
    assert before <= {one.id for one in entitlements(unsure, BOOK, on)}


@given(PERSONS, DAYS, st.integers(0, 1_000_000))
def test_a_smaller_pension_never_loses_anything(who: Person, on: date, pension: int) -> None:
    if who.pension is None:
        return
    poorer = Person(who.age, min(pension, who.pension), who.answers, who.deceased)
    before = {one.id for one in entitlements(who, BOOK, on)}
    assert before <= {one.id for one in entitlements(poorer, BOOK, on)}
