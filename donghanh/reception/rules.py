"""Who stands where, and what to do for whom. Pure: the playbook in, decisions out."""

from __future__ import annotations

from collections.abc import Iterable

from .records import (
    ORDINARY_LEVEL,
    QUIET,
    Combination,
    Group,
    Offer,
    Playbook,
    Standing,
    Switch,
)

# What the program itself acts on; the others are words, prints and screens.
REACHED_FIRST = "den_truoc_khi_bao_vang"


def standing_of(
    playbook: Playbook, slug: str, group_ids: Iterable[str], *, for_other: bool
) -> Standing:
    """Return the best standing that the groups give at this centre.

    A standing is for the person who is here. Someone who comes alone for another waits as
    everyone does (the one they came for is not in the hall).
    """
    ordinary = _of_level(playbook, ORDINARY_LEVEL)
    chosen = set(group_ids)
    if for_other:
        return ordinary
    levels = [g.standing for g in playbook.groups if g.id in chosen]
    best = _of_level(playbook, min(levels, default=ORDINARY_LEVEL))
    for groups, level, reason in playbook.plan_rules.get(slug, ()):
        if groups & chosen and level <= best.level:
            rule = _of_level(playbook, level)
            best = Standing(level, rule.name, reason, rule.law, proposed=False)
    return best


def what_to_do(playbook: Playbook, offer_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the lines for the staff: those of whole combinations first, no line twice."""
    chosen = set(offer_ids)
    lines: list[str] = []
    covered: set[str] = set()
    for combination in combinations_of(playbook, chosen):
        lines += combination.what_to_do
        covered |= combination.all
    for offer in playbook.offers:
        if offer.id in chosen - covered:
            lines += offer.what_to_do
    return tuple(dict.fromkeys(lines))


def switches(playbook: Playbook, offer_ids: Iterable[str]) -> tuple[Switch, ...]:
    """Return what these needs turn on together, in the playbook's order.

    What a combination takes away stays away, whoever of its parts had turned it on.
    """
    chosen = set(offer_ids)
    whole = combinations_of(playbook, chosen)
    on = {switch for offer in playbook.offers if offer.id in chosen for switch in offer.switches}
    on |= {switch for combination in whole for switch in combination.switches}
    off = {switch for combination in whole for switch in combination.without}
    return tuple(switch for switch in playbook.switches if switch.id in on - off)


def combinations_of(playbook: Playbook, chosen: set[str]) -> tuple[Combination, ...]:
    """Return the combinations that are chosen whole; a smaller one gives way to a larger."""
    whole = [one for one in playbook.combinations if one.all <= chosen]
    return tuple(one for one in whole if not any(one.all < other.all for other in whole))


def chosen_offers(playbook: Playbook, ids: Iterable[str]) -> tuple[Offer, ...]:
    """Return the offers of these ids in the playbook's order; unknown ids are left out."""
    wanted = set(ids)
    return tuple(o for o in playbook.offers if o.id in wanted)


def chosen_groups(playbook: Playbook, ids: Iterable[str]) -> tuple[Group, ...]:
    """Return the groups of these ids in the playbook's order; unknown ids are left out."""
    wanted = set(ids)
    return tuple(g for g in playbook.groups if g.id in wanted)


def never_by_loudspeaker(on: Iterable[Switch]) -> bool:
    """Return whether this visitor is never called by the loudspeaker."""
    return any(switch.id == QUIET for switch in on)


def fetched_at_seat(on: Iterable[Switch]) -> bool:
    """Return whether hearing, sight or walking keep this visitor from coming to a call.

    Nobody sets such a visitor absent before someone has gone to the seat.
    """
    return any(switch.id == REACHED_FIRST for switch in on)


def _of_level(playbook: Playbook, level: int) -> Standing:
    return next(s for s in playbook.standings if s.level == level)
