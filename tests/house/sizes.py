"""How long things are, and what is let off with a reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from .tree import PACKAGE, in_tests, kept_files, modules, name_of, text_of

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Limit(NamedTuple):
    """Lines at most, and what 95 of 100 should not pass."""

    lines: int
    aim_p95: int


LIMITS = {
    "function": Limit(40, 20),
    "module": Limit(300, 150),
    "view function": Limit(25, 15),
    "template": Limit(120, 60),
    "test function": Limit(25, 15),
}

# (kind, place): the reason it is let off. One that is no longer needed fails the test.
LET_OFF: dict[tuple[str, str], str] = {}


class Measured(NamedTuple):
    """One thing and its length in lines."""

    kind: str
    place: str
    lines: int


def measured() -> Iterator[Measured]:
    """Yield everything that has a limit."""
    for path, tree in modules().items():
        place = name_of(path)
        yield Measured("module", place, len(text_of(path).splitlines()))
        for node in ast.walk(tree):
            if isinstance(node, Function):
                kind = _kind(node, in_tests(path), path.is_relative_to(PACKAGE / "web"))
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield Measured(kind, f"{place}::{node.name}", length)
    for path in kept_files():
        if path.suffix == ".html":
            yield Measured("template", name_of(path), len(text_of(path).splitlines()))


def _kind(node: Function, in_test_file: bool, in_web: bool) -> str:
    if in_test_file and node.name.startswith("test"):
        return "test function"
    first = node.args.args[0].arg if node.args.args else ""
    return "view function" if in_web and first == "request" else "function"


def percentile_95(lines: list[int]) -> int:
    """Return the nearest-rank 95th percentile, 0 of nothing."""
    ordered = sorted(lines)
    return ordered[-(-len(ordered) * 95 // 100) - 1] if ordered else 0
