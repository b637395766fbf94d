"""What a draft keeps, to and from plain JSON. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .records import Answers, Given, Value
from .records_drafts import Ending, Party


@dataclass(frozen=True, slots=True)
class Content:
    """The answers, which of them a card gave and nobody compared yet, and how it was ended."""

    answers: Answers = field(default_factory=dict)
    from_card: frozenset[str] = frozenset()
    ending: Ending | None = None


def as_json(content: Content) -> dict[str, Any]:
    """Return the content as plain JSON."""
    return {
        "answers": {place: [one.value, *one.sure] for place, one in content.answers.items()},
        "from_card": sorted(content.from_card),
        "ending": _ending_as_json(content.ending) if content.ending else None,
    }


def from_json(kept: Mapping[str, Any]) -> Content:
    """Return the content that `as_json` made."""
    answers = {
        place: Given(_value(value), tuple(sure))
        for place, (value, *sure) in kept["answers"].items()
    }
    ending = kept["ending"]
    return Content(
        answers, frozenset(kept["from_card"]), _ending_from_json(ending) if ending else None
    )


def _value(value: Any) -> Value | None:
    if isinstance(value, list):
        return tuple(value)
    return value  # type: ignore[no-any-return]


def _ending_as_json(ending: Ending) -> dict[str, Any]:
    parties = {"asked": ending.asked, "typed": ending.typed, "read_back": ending.read_back}
    return {
        **{part: [one.kind, one.name] for part, one in parties.items()},
        "finger": ending.finger,
        "witnesses": list(ending.witnesses),
    }


def _ending_from_json(kept: Mapping[str, Any]) -> Ending:
    asked, typed, read_back = (Party(*kept[part]) for part in ("asked", "typed", "read_back"))
    return Ending(asked, typed, read_back, kept["finger"], tuple(kept["witnesses"]))
