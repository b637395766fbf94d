"""Reading content/playbooks/needs.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml, shown

from .records import Group, Offer, Playbook, Standing

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
    if unknown:
        raise ValueError(unknown[0])
    return Playbook(
        offers=tuple(
            Offer(o["id"], o["words"], o["picture"], tuple(o["what_to_do"]))
            for o in document["offers"]
        ),
        groups=tuple(
            Group(g["id"], g["words"], g["picture"], g["standing"]) for g in document["groups"]
        ),
        standings=tuple(
            Standing(s["level"], s["name"], s["reason"], s["law"], s["proposed"])
            for s in document["standings"]
        ),
        combinations=tuple(
            (frozenset(c["all"]), tuple(c["what_to_do"])) for c in document["combinations"]
        ),
        plan_rules={
            slug: tuple((frozenset(r["groups"]), r["standing"], r["reason"]) for r in rules)
            for slug, rules in document["plan_rules"].items()
        },
        private_matters={str(c): str(p) for c, p in document["private_matters"].items()},
        greeting=tuple(document["greeting"]),
        called_as=tuple(document["called_as"]),
    )
