"""A parsed content file with the line of every value, and careful hands to take values out.

A reader never stops at the first fault: it notes the fault with file and line, takes an empty
value and goes on, so that a writer sees everything that is wrong at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

import yaml

from .content import ContentError
from .text import nfc, squeeze

DEPTH_MAX = 12  # our files go 5 deep; an alias that holds itself would go on for ever

Path = tuple[str | int, ...]
Word = TypeVar("Word", bound=str)
Item = TypeVar("Item")

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(slots=True)
class Faults:
    """What is wrong (`errors`) and what is only unwise (`warnings`), in the order found."""

    errors: list[ContentError] = field(default_factory=list)
    warnings: list[ContentError] = field(default_factory=list)

    def once_each(self) -> None:
        """Drop what was noted twice."""
        self.errors = list({str(fault): fault for fault in self.errors}.values())
        self.warnings = list({str(fault): fault for fault in self.warnings}.values())


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a content file, where it stands, and where its faults are noted."""

    file: str
    value: Any
    faults: Faults
    lines: Mapping[Path, int]
    path: Path = ()

    @property
    def line(self) -> int:
        """The line of this value, or of the nearest value around it that has one."""
        for length in range(len(self.path), -1, -1):
            if self.path[:length] in self.lines:
                return self.lines[self.path[:length]]
        return 1

    def wrong(self, wrong: str, remedy: str) -> None:
        """Note an error here."""
        self.faults.errors.append(ContentError(self.file, self.line, wrong, remedy))

    def unwise(self, wrong: str, remedy: str) -> None:
        """Note a warning here."""
        self.faults.warnings.append(ContentError(self.file, self.line, wrong, remedy))

    def child(self, key: str | int) -> Node:
        """Return the value under a key; its value is None where there is no such key."""
        value, inner = self.value, None
        if isinstance(value, dict):
            inner = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            inner = value[key]
        return replace(self, value=inner, path=(*self.path, key))

    def has(self, key: str) -> bool:
        """Whether a value other than null stands under the key."""
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def keys(self, required: Collection[str], optional: Collection[str] = ()) -> bool:
        """Note every missing and every unknown key. Return False when this is no mapping."""
        if not isinstance(self.value, dict):
            self.wrong("cần các cặp khóa: giá trị", f"viết các khóa {', '.join(required)}")
            return False
        for key in required:
            if key not in self.value:
                self.wrong(f"thiếu khóa {key!r}", f"thêm {key}: (null hoặc [] khi không có)")
        known = {*required, *optional}
        for key in self.value:
            if key not in known:
                self.child(key).wrong(f"khóa lạ {key!r}", f"dùng: {', '.join(sorted(known))}")
        return True

    def text(self, key: str) -> str:
        """Return the words under a key, tidied (NFC, single spaces). They must not be empty."""
        node = self.child(key)
        if isinstance(node.value, str) and node.value.strip() and storable(node.value):
            return squeeze(nfc(node.value))
        node.wrong(f"{key} phải là chữ, không để trống", f'viết {key}: "…" (số thì để trong "")')
        return ""

    def text_or_none(self, key: str) -> str | None:
        """Return the words under a key, None where there are none."""
        return self.text(key) if self.has(key) else None

    def one_of(self, key: str, words: Collection[Word], otherwise: Word) -> Word:
        """Return the word under a key when it is one of `words`."""
        value = self.child(key).value
        for word in words:
            if word == value:
                return word
        self.child(key).wrong(f"{key}: {value!r} không dùng được", f"chọn: {', '.join(words)}")
        return otherwise

    def whole(self, key: str, *, least: int = 1) -> int | None:
        """Return the whole number under a key, None where there is none."""
        node = self.child(key)
        if node.value is None:
            return None
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            if node.value >= least:
                return node.value
        node.wrong(f"{key}: {node.value!r} không dùng được", f"viết số nguyên từ {least} trở lên")
        return None

    def yes_or_no(self, key: str) -> bool:
        """Return true or false under a key."""
        node = self.child(key)
        if isinstance(node.value, bool):
            return node.value
        node.wrong(f"{key} phải là true hoặc false", f"viết {key}: true hoặc {key}: false")
        return False

    def day(self, key: str) -> date | None:
        """Return the date under a key (YAML date, or its text as rows keep it), None for null."""
        node = self.child(key)
        if node.value is None or type(node.value) is date:
            return node.value
        try:
            return date.fromisoformat(node.value)
        except (TypeError, ValueError):
            node.wrong(f"{key}: {node.value!r} không phải ngày", "viết năm-tháng-ngày: 2026-11-21")
            return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of words under a key; none where the key is null."""
        found = self.items(key)
        keep: list[str] = []
        for node in found:
            value = node.value
            if isinstance(value, str) and value.strip() and storable(value):
                keep.append(squeeze(nfc(value)))
            else:
                node.wrong(f"{value!r} không phải chữ", 'viết chữ, số thì để trong ""')
        return tuple(keep)

    def words_of(self, key: str, words: Collection[Word]) -> tuple[Word, ...]:
        """Return the list under a key, each one of `words`, none twice."""
        found: list[Word] = []
        for node in self.items(key):
            word = next((w for w in words if w == node.value), None)
            if word is None:
                node.wrong(f"{node.value!r} không dùng được", f"chọn: {', '.join(words)}")
            elif word in found:
                node.wrong(f"{word} viết hai lần", "bỏ bớt một dòng")
            else:
                found.append(word)
        return tuple(found)

    def items(self, key: str) -> list[Node]:
        """Return the list under a key as nodes; none where the key is null."""
        return self.child(key).elements()

    def elements(self) -> list[Node]:
        """Return this value's items as nodes; none where it is null."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            self.wrong("phải là danh sách", "viết mỗi mục một dòng, bắt đầu bằng “- ”")
            return []
        return [self.child(place) for place in range(len(self.value))]

    def each(self, key: str, read: Callable[[Node], Item]) -> tuple[Item, ...]:
        """Return what `read` makes of each item of the list under a key."""
        return tuple(read(node) for node in self.items(key))

    def members(self) -> Iterator[tuple[str, Node]]:
        """Go through a mapping's keys and nodes."""
        if isinstance(self.value, dict):
            for key in self.value:
                yield str(key), self.child(key)


def parse(text: str, file: str, faults: Faults) -> Node:
    """Return a YAML text as a node. Broken YAML, or a key written twice, is noted as an error."""
    lines: dict[Path, int] = {}
    node = Node(file, None, faults, lines)
    loader = yaml.CSafeLoader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            node.wrong("tệp trống", "viết nội dung theo mẫu, hoặc bỏ tệp")
            return node
        twice = list(_note_lines(root, (), lines))
        value = loader.construct_document(root)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        lines[()] = mark.line + 1 if mark else 1
        node.wrong(f"không đọc được YAML ({error.__class__.__name__})", "sửa lại thụt lề và dấu")
        return node
    finally:
        loader.dispose()
    node = replace(node, value=value)
    for path, line in twice:
        wrong = f"khóa {path[-1]!r} viết hai lần"
        faults.errors.append(ContentError(file, line, wrong, "giữ một, bỏ một"))
    return node


def _note_lines(node: yaml.Node, path: Path, lines: dict[Path, int]) -> Iterator[tuple[Path, int]]:
    """Fill `lines`; yield every key that stands twice in one mapping, with its line."""
    lines.setdefault(path, node.start_mark.line + 1)
    if len(path) > DEPTH_MAX:
        return
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            inner = (*path, str(key.value))
            if str(key.value) in seen:
                yield inner, key.start_mark.line + 1
            seen.add(str(key.value))
            lines[inner] = key.start_mark.line + 1
            yield from _note_lines(value, inner, lines)
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _note_lines(value, (*path, place), lines)


def storable(text: str) -> bool:
    """Whether every database keeps the text: no NUL, no half of a pair."""
    return not _UNSTORABLE.search(text)


def stored(value: object, name: str) -> Node:
    """Return a stored row's body as a node. Its faults are nobody's: it was checked when loaded."""
    return Node(name, value, Faults(), {})
