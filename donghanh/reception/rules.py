"""Who stands where, and what to do for whom. Pure: the playbook in, decisions out."""

from __future__ import annotations

from collections.abc import Iterable

from .records import ORDINARY_LEVEL, Group, Offer, Playbook, Standing


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
    for needed, combined in playbook.combinations:
        if needed <= chosen:
            lines += combined
            covered |= needed
    for offer in playbook.offers:
        if offer.id in chosen - covered:
            lines += offer.what_to_do
    return tuple(dict.fromkeys(lines))


def chosen_offers(playbook: Playbook, ids: Iterable[str]) -> tuple[Offer, ...]:
    """Return the offers of these ids in the playbook's order; unknown ids are left out."""
    wanted = set(ids)
    return tuple(o for o in playbook.offers if o.id in wanted)


def chosen_groups(playbook: Playbook, ids: Iterable[str]) -> tuple[Group, ...]:
    """Return the groups of these ids in the playbook's order; unknown ids are left out."""
    wanted = set(ids)
    return tuple(g for g in playbook.groups if g.id in wanted)


def never_by_loudspeaker(offer_ids: Iterable[str]) -> bool:
    """Return whether this visitor is fetched at the seat and not called by the loudspeaker."""
    return not {"noi_to_noi_cham", "xem_bang_mat"}.isdisjoint(offer_ids)


def _of_level(playbook: Playbook, level: int) -> Standing:
    return next(s for s in playbook.standings if s.level == level)
