"""Who asked, who typed and who read back, as ticked on the last page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from donghanh.base.text import nfc, squeeze
from donghanh.interview.service import Ending, Party

NAME_LETTERS_MAX = 120
WITNESSES = 2
PARTS = (
    ("asked", "Ai hỏi?"),
    ("typed", "Ai gõ?"),
    ("read_back", "Ai đọc lại cho người khai nghe?"),
)
FINGERS = ("Ngón trỏ phải", "Ngón trỏ trái")
ME, COLLEAGUE, COMPANION, THEMSELVES = "me", "colleague", "companion", "self"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three parts on the page: what may be ticked, and what was."""

    id: str
    ask: str
    ways: tuple[tuple[str, str], ...]
    chosen: str
    name: str


@dataclass(frozen=True, slots=True)
class Parties:
    """What was ticked and typed: part -> who, part -> name; the finger; who watches."""

    chosen: Mapping[str, str]
    names: Mapping[str, str]
    finger: str = ""
    witnesses: tuple[str, ...] = ("",) * WITNESSES

    @staticmethod
    def of(before: Ending | None) -> Parties:
        """Return what stands on the page at first: nobody has read back yet."""
        if before is None:
            return Parties({"asked": ME, "typed": ME}, {})
        told = {"asked": before.asked, "typed": before.typed}
        return Parties(
            {part: COLLEAGUE if one.kind == "staff" else one.kind for part, one in told.items()},
            {part: one.name for part, one in told.items()},
            before.finger,
            (*before.witnesses, *("",) * WITNESSES)[:WITNESSES],
        )

    def parts(self, own_name: str) -> tuple[Part, ...]:
        """Return the three parts for the page of a helper."""
        ways = (
            (ME, f"Tôi, {own_name}"),
            (COLLEAGUE, "Người khác của Trung tâm"),
            (COMPANION, "Người đi cùng"),
        )
        by_self = {"typed": "Người khai tự gõ", "read_back": "Người khai tự đọc"}
        return tuple(
            Part(
                part,
                ask,
                ways + (((THEMSELVES, by_self[part]),) if part in by_self else ()),
                self.chosen.get(part, ""),
                self.names.get(part, ""),
            )
            for part, ask in PARTS
        )

    def ending(self, own_name: str) -> Ending:
        """Return who took part; who was not ticked has no name, which nobody accepts."""
        asked, typed, read_back = (self._party(part, own_name) for part, _ in PARTS)
        watching = tuple(filter(None, self.witnesses))
        return Ending(asked, typed, read_back, self.finger, watching)

    def _party(self, part: str, own_name: str) -> Party:
        chosen, name = self.chosen.get(part, ""), self.names.get(part, "")
        if chosen == ME:
            return Party("staff", own_name)
        if chosen == THEMSELVES:
            return Party("self")
        return Party("companion" if chosen == COMPANION else "staff", name)


def parties_typed(post: Mapping[str, str]) -> Parties:
    """Return what the last page was sent."""
    parts = [part for part, _ in PARTS]
    return Parties(
        {part: post.get(part, "") for part in parts},
        {part: _name(post, f"{part}-name") for part in parts},
        _name(post, "finger-other") or _name(post, "finger"),
        tuple(_name(post, f"witness-{n}") for n in range(1, WITNESSES + 1)),
    )


def _name(post: Mapping[str, str], field: str) -> str:
    return squeeze(nfc(post.get(field, "")))[:NAME_LETTERS_MAX]
