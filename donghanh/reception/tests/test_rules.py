"""Standings and lines for the staff, on any playbook."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from donghanh.reception import rules
from donghanh.reception.playbook import playbook
from donghanh.reception.records import (
    ORDINARY_LEVEL,
    Combination,
    Group,
    Offer,
    Playbook,
    Standing,
)

BOOK = playbook()
GROUP_IDS = [g.id for g in BOOK.groups]
OFFER_IDS = [o.id for o in BOOK.offers]
SLUGS = st.sampled_from(["vinh-thuan", "lac-phuong", "none"])
SOME_GROUPS = st.lists(st.sampled_from([*GROUP_IDS, "la"]), unique=True)
SOME_OFFERS = st.lists(st.sampled_from([*OFFER_IDS, "la"]), unique=True)


def _standing(level: int) -> Standing:
    return Standing(level, f"diện {level}", "vì thế", "luật", proposed=True)


SMALL = Playbook(
    offers=(Offer("a", "A", "a", ("một",)), Offer("b", "B", "b", ("hai", "một"))),
    groups=(Group("old", "Già", "x", 4), Group("poor", "Nghèo", "x", ORDINARY_LEVEL)),
    standings=(_standing(1), _standing(4), _standing(ORDINARY_LEVEL)),
    combinations=(Combination(frozenset("ab"), ("cả hai",)),),
    plan_rules={"xa": ((frozenset({"poor"}), 4, "theo kế hoạch xã"),)},
    private_matters={},
    greeting=(),
    called_as=(),
)


@given(SLUGS, SOME_GROUPS)
def test_who_comes_for_another_waits_as_everyone(slug: str, groups: list[str]) -> None:
    standing = rules.standing_of(BOOK, slug, groups, for_other=True)
    assert standing.level == ORDINARY_LEVEL


@given(SLUGS, SOME_GROUPS, st.sampled_from(GROUP_IDS))
def test_another_group_never_makes_it_worse(slug: str, groups: list[str], more: str) -> None:
    before = rules.standing_of(BOOK, slug, groups, for_other=False)
    after = rules.standing_of(BOOK, slug, [*groups, more], for_other=False)
    assert after.level <= before.level


@given(SLUGS, SOME_GROUPS)
def test_a_standing_always_has_name_and_reason(slug: str, groups: list[str]) -> None:
    standing = rules.standing_of(BOOK, slug, groups, for_other=False)
    assert standing.name and standing.reason


def test_plan_of_a_commune_may_lift_a_group() -> None:
    assert rules.standing_of(SMALL, "khac", ["poor"], for_other=False).level == ORDINARY_LEVEL
    lifted = rules.standing_of(SMALL, "xa", ["poor"], for_other=False)
    assert (lifted.level, lifted.reason, lifted.proposed) == (4, "theo kế hoạch xã", False)


def test_best_of_several_groups_counts() -> None:
    assert rules.standing_of(SMALL, "khac", ["poor", "old"], for_other=False).level == 4


@given(SOME_OFFERS)
def test_no_line_is_said_twice_and_none_without_an_offer(offers: list[str]) -> None:
    lines = rules.what_to_do(BOOK, offers)
    assert len(lines) == len(set(lines))
    assert bool(lines) == bool(set(offers) & set(OFFER_IDS))


def test_combination_replaces_the_lines_of_its_parts() -> None:
    assert rules.what_to_do(SMALL, ["a", "b"]) == ("cả hai",)
    assert rules.what_to_do(SMALL, ["b", "a", "a"]) == ("cả hai",)
    assert rules.what_to_do(SMALL, ["b"]) == ("hai", "một")


@given(SOME_OFFERS, SOME_GROUPS)
def test_choices_come_in_the_playbooks_order(offers: list[str], groups: list[str]) -> None:
    shown = [o.id for o in rules.chosen_offers(BOOK, offers)]
    assert shown == [i for i in OFFER_IDS if i in offers]
    assert [g.id for g in rules.chosen_groups(BOOK, groups)] == [
        i for i in GROUP_IDS if i in groups
    ]
