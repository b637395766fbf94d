"""Reading content/playbooks/needs.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml, shown

from .records import Combination, Group, Offer, Playbook, Standing, Switch

NEEDS = CONTENT / "playbooks" / "needs.yaml"


@lru_cache(maxsize=1)
def playbook() -> Playbook:
    """Return the playbook that ships with this version."""
    return load(NEEDS)


def load(path: Path) -> Playbook:
    """Return a playbook file. Raise ContentError naming file, line and what to write."""
    document = read_yaml(path)
    try:
        return _parsed(document)
    except (KeyError, TypeError, ValueError) as error:
        word = str(error.args[0]) if error.args else ""
        raise ContentError(
            shown(path),
            line_of(path, word),
            f"thiếu hoặc sai mục {word!r}",
            "viết như các mục khác",
        ) from error


def _parsed(document: dict[str, Any]) -> Playbook:
    levels = {row["level"] for row in document["standings"]}
    unknown = [g["id"] for g in document["groups"] if g["standing"] not in levels]
    unknown += _unknown_ids(document)
    if unknown:
        raise ValueError(unknown[0])
    return Playbook(
        offers=tuple(_offer(row) for row in document["offers"]),
        groups=tuple(_group(row) for row in document["groups"]),
        standings=tuple(
            Standing(s["level"], s["name"], s["reason"], s["law"], s["proposed"])
            for s in document["standings"]
        ),
        combinations=tuple(_combination(row) for row in document["combinations"]),
        plan_rules={
            slug: tuple((frozenset(r["groups"]), r["standing"], r["reason"]) for r in rules)
            for slug, rules in document["plan_rules"].items()
        },
        private_matters={str(c): str(p) for c, p in document["private_matters"].items()},
        greeting=tuple(document["greeting"]),
        called_as=tuple(document["called_as"]),
        switches=tuple(Switch(s["id"], s["words"]) for s in document["switches"]),
        seats=tuple(document["seats"]),
    )


def _unknown_ids(document: dict[str, Any]) -> list[str]:
    """Return the ids that a row names and no other row defines."""
    switches = {row["id"] for row in document["switches"]}
    offers = {row["id"] for row in document["offers"]}
    rows = [*document["offers"], *document["combinations"]]
    named = [s for row in rows for s in (*row.get("switches", ()), *row.get("without", ()))]
    parts = [part for row in document["combinations"] for part in row["all"]]
    return [s for s in named if s not in switches] + [p for p in parts if p not in offers]


def _offer(row: dict[str, Any]) -> Offer:
    return Offer(
        row["id"],
        row["words"],
        row["picture"],
        tuple(row["what_to_do"]),
        tuple(row["switches"]),
        dict(row.get("plan_lines", {})),
    )


def _group(row: dict[str, Any]) -> Group:
    return Group(
        row["id"],
        row["words"],
        row["picture"],
        row["standing"],
        row.get("at_kiosk", True),
        dict(row.get("plan_lines", {})),
    )


def _combination(row: dict[str, Any]) -> Combination:
    return Combination(
        frozenset(row["all"]),
        tuple(row["what_to_do"]),
        frozenset(row.get("switches", ())),
        frozenset(row.get("without", ())),
    )
