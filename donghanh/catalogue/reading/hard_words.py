"""Words of offices that people stumble over, and what to say beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from donghanh.base.nodes import Faults, Node, parse

HARD_WORDS: Final = "words/hard_words.yaml"

HardWords = Mapping[str, tuple[str, ...]]
"""The hard word -> plain words, one of which must stand in the same text."""

# What citizens read. Official titles, laws and sources are quoted and stay as they are.
_PLAIN: Final = ("plain_title", "who_for", "cases", "steps", "no_phone", "channels_note")
_PLAIN_TOO: Final = ("where_note", "who_may_file", "who_may_collect", "fee_exemptions")
_QUOTED: Final = frozenset({"law", "id", "when", "group"})


def read_hard_words(text: str, faults: Faults) -> HardWords:
    """Return the list of the file."""
    found: dict[str, tuple[str, ...]] = {}
    for node in parse(text, HARD_WORDS, faults).elements():
        node.keys(("word", "plain"))
        word, plain = node.text("word"), node.texts("plain")
        if word in found:
            node.wrong(f"{word!r} có hai lần", "giữ một mục")
        if not plain:
            node.child("plain").wrong(f"{word!r} chưa có lời thường", "viết plain: [lời dễ hiểu]")
        found[word] = plain
    return found


def check_hard_words(node: Node, words: HardWords) -> None:
    """Warn of a hard word that no plain word beside it explains, where it first stands."""
    said = list(_texts(node))
    whole = "\n".join(text for text, _ in said).casefold()
    for word, plain in words.items():
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        where = next((here for text, here in said if pattern.search(text)), None)
        if where and plain and not any(one.casefold() in whole for one in plain):
            where.unwise(f"từ khó {word!r} không có lời thường bên cạnh", f"thêm: {plain[0]}")


def _texts(node: Node) -> Iterator[tuple[str, Node]]:
    for key in (*_PLAIN, *_PLAIN_TOO):
        yield from _inside(node.child(key))


def _inside(node: Node) -> Iterator[tuple[str, Node]]:
    value: Any = node.value
    if isinstance(value, str):
        yield value, node
    elif isinstance(value, dict):
        for key in value.keys() - _QUOTED:
            yield from _inside(node.child(key))
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from _inside(node.child(place))
