"""Which words may stand in the project, and that Vietnamese is stored in one form."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from .tree import CHECKOUT, modules, name_of, package_modules, text_files, text_of

VAGUE = {"data", "info", "obj", "manager", "utils", "util", "helpers", "helper", "misc", "tmp"}

# Built from halves, so that this file does not hold what it looks for.
NEVER = {
    "a package registry's host": "|".join(
        ["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(com|org)", "crates" + r"\.io"]
    ),
    "a path of one machine": "|".join(["/wo" + r"rk/(main|shared)", "/ro" + "ot/", "/tmp/" + "dh"]),
    "a number of a ticket elsewhere": r"\b[Ii]ss" + r"ue #?\d+\b",
    "the workplace": "|".join(
        ["[Cc]lau" + "de", "[Aa]nthro" + "pic", r"\bA" + "I agent", r"\bL" + r"LM\b"]
    ),
}  # fmt: skip
REFERENCE = "../sha" + "red"


@pytest.mark.parametrize("what", NEVER)
def test_project_never_names(what: str) -> None:
    found = [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path in text_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if re.search(NEVER[what], line)
    ]
    assert found == []


def test_only_tests_and_benchmarks_read_the_reference() -> None:
    outside = [
        name_of(path)
        for path in text_files()
        if REFERENCE in text_of(path)
        and path.relative_to(CHECKOUT).parts[0] not in ("tests", "benchmarks")
        and "tests" not in path.parts
    ]
    assert outside == []


def test_text_is_composed() -> None:
    decomposed = [
        name_of(p) for p in text_files() if not unicodedata.is_normalized("NFC", text_of(p))
    ]
    assert decomposed == []


def _names(path: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    yield 1, path.stem
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name.lower()
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id.lower()


def test_no_name_says_nothing() -> None:
    vague = [
        f"{name_of(path)}:{line}: {name}"
        for path, tree in modules().items()
        for line, name in _names(path, tree)
        if name.strip("_") in VAGUE
    ]
    assert vague == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        name_of(path)
        for path, tree in package_modules().items()
        if tree.body and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_modules_postpone_annotations() -> None:
    without = [
        name_of(path)
        for path, tree in package_modules().items()
        if path.name != "__init__.py" and "from __future__ import annotations" not in text_of(path)
    ]
    assert without == []
