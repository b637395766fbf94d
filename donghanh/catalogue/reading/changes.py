"""What a law changes from a day on: one file a law, over the texts it changes.

A change file names the procedures and papers, the day, and what becomes of their words: keys `set`
anew, `words` replaced (in the keys named by `only`, else in all), items of a list that hold some
words `drop`ped, items `add`ed. Each text then stands once a span of days: the file's own words up
to the day before, the changed words after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from donghanh.base.nodes import Faults, Node, Path, parse

CHANGES: Final = "changes/"
CERTAINTIES: Final = ("low", "medium", "high")

# Names, sources and the ways people say it stay as they are when words are replaced.
_KEPT: Final = frozenset({"code", "title", "everyday", "sources", "to_check", "law", "form"})
_KINDS: Final = {"procedures": "procedure", "papers": "paper"}
_WAYS: Final = ("set", "words", "drop", "add")

Target = tuple[str, str]
"""Kind ("procedure", "paper") and code."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a change file: the day, the entry's node, and where it comes from."""

    on: date
    entry: Node
    source: str
    certainty: str
    to_check: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A changed text and the day its change begins. Its faults are its own: most are the base's."""

    change_from: date
    node: Node
    faults: Faults


def read_changes(files: Mapping[str, str], faults: Faults) -> dict[Target, list[Change]]:
    """Return the changes of each text, by day."""
    found: dict[Target, list[Change]] = {}
    for name in sorted(files):
        if name.startswith(CHANGES):
            for target, change in _changes_of(parse(files[name], name, faults)):
                found.setdefault(target, []).append(change)
    return {target: sorted(changes, key=lambda c: c.on) for target, changes in found.items()}


def _changes_of(node: Node) -> Iterator[tuple[Target, Change]]:
    node.keys(("title", "from", "source", "confidence", "checked_on", "to_check", "entries"))
    node.text("title")
    node.day("checked_on")
    source, to_check = node.text("source"), node.texts("to_check")
    certainty = node.one_of("confidence", CERTAINTIES, "low")
    on = node.day("from")
    if on is None:
        node.child("from").wrong("thay đổi không có ngày", "viết from: 2027-03-01")
        return
    for entry in node.items("entries"):
        entry.keys((), (*_KINDS, *_WAYS, "only"))
        if not any(entry.has(way) for way in _WAYS):
            entry.wrong("mục này không đổi gì", f"viết một trong: {', '.join(_WAYS)}")
        for key, kind in _KINDS.items():
            for code in entry.texts(key):
                yield (kind, code), Change(on, entry, source, certainty, to_check)


def spans_of(base: Node, changes: list[Change]) -> tuple[Node, list[Span]]:
    """Return the base text, ended before its first change, and the changed texts."""
    ends, spans = base.day("valid_to"), list[Span]()
    value, days = base.value, sorted({change.on for change in changes})
    for place, day in enumerate(days):
        if (begun := base.day("valid_from")) and day <= begun:
            changes[0].entry.wrong(f"thay đổi trước ngày bắt đầu {begun}", "sửa from")
            continue
        if ends and ends < day:
            continue
        following = days[place + 1] if place + 1 < len(days) else None
        faults, today = Faults(), [change for change in changes if change.on == day]
        for change in today:
            value = _changed(value, change.entry)
        value = _noted(value, today)
        last = ends if following is None else _day_before(following, ends)
        dated = {**value, "valid_from": day, "valid_to": last}
        spans.append(Span(day, _node(dated, today[0].entry, faults), faults))
    if spans:
        last = _day_before(spans[0].change_from, ends)
        base = replace(base, value={**base.value, "valid_to": last})
    return base, spans


def _day_before(day: date, ends: date | None) -> date:
    before = day - timedelta(days=1)
    return min(before, ends) if ends else before


def _node(value: dict[str, Any], entry: Node, faults: Faults) -> Node:
    """Return a changed text as a node whose lines are those of the entry that changed it."""
    head = (*entry.path, "set")
    lines: dict[Path, int] = {(): entry.line}
    for path, line in entry.lines.items():
        if path[: len(head)] == head and len(path) > len(head):
            lines[path[len(head) :]] = line
    return Node(entry.file, value, faults, lines)


def _changed(value: dict[str, Any], entry: Node) -> dict[str, Any]:
    changed = dict(value)
    for key, wanted in _mapping(entry, "drop"):
        changed[key] = [item for item in _items(changed, key) if str(wanted) not in _said(item)]
    meant = entry.texts("only") or changed.keys() - _KEPT
    for old, new in _mapping(entry, "words"):
        for key in changed.keys() & set(meant):
            changed[key] = _reworded(changed[key], old, str(new))
    for key, given in _mapping(entry, "set"):
        changed[key] = given
    for key, given in _mapping(entry, "add"):
        changed[key] = [*_items(changed, key), *(given if isinstance(given, list) else [given])]
    return changed


def _noted(value: dict[str, Any], changes: list[Change]) -> dict[str, Any]:
    """Return a text with where its changes come from, how sure they are, what is left to check."""
    noted = dict(value)
    for change in changes:
        noted["sources"] = list(dict.fromkeys([*_items(noted, "sources"), change.source]))
        certainties = (change.certainty, str(noted.get("confidence")))
        noted["confidence"] = min(certainties, key=_rank)
        if "to_check" in value:
            noted["to_check"] = list(dict.fromkeys([*_items(noted, "to_check"), *change.to_check]))
    return noted


def _mapping(entry: Node, key: str) -> list[tuple[str, Any]]:
    node = entry.child(key)
    if node.value is not None and not isinstance(node.value, dict):
        node.wrong(f"{key} cần các cặp khóa: giá trị", f"viết {key}: {{tên: giá trị}}")
    return [(name, inner.value) for name, inner in node.members()]


def _items(value: Mapping[str, Any], key: str) -> list[Any]:
    found = value.get(key)
    return list(found) if isinstance(found, list) else []


def _rank(word: str) -> int:
    return CERTAINTIES.index(word) if word in CERTAINTIES else 0


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "\n".join(_said(inner) for inner in value.values())
    if isinstance(value, list):
        return "\n".join(_said(inner) for inner in value)
    return str(value)


def _reworded(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, list):
        return [_reworded(inner, old, new) for inner in value]
    if isinstance(value, dict):
        return {key: _reworded(inner, old, new) for key, inner in value.items()}
    return value
