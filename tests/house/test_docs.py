"""Documents that are wrong are worse than none: paths, events, settings, targets, words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .tree import CHECKOUT, DOCS, PACKAGE, kept_files, package_modules, text_of

READERS = [CHECKOUT / "README.md", CHECKOUT / "README.vi.md"]
VERB = re.compile(r"[a-z_]+\.[a-z_]+")
VIETNAMESE = re.compile(r"\(([^()]*[ăâđêôơưà-ỹ][^()]*)\)")
WRITES = {"record", "replayed", "note_read", "changed"}


def first_column(path: Path, shape: str) -> set[str]:
    """Return what stands in back-ticks at the head of each table row of a document."""
    return set(re.findall(rf"^\| `({shape})`", text_of(path), flags=re.MULTILINE))


# Paths


def documents() -> list[Path]:
    return [p for p in kept_files() if p.suffix == ".md"]


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name)
def test_every_path_named_exists(path: Path) -> None:
    named = re.findall(r"`((?:donghanh|docs|tests|tools|benchmarks)/[\w./-]+)`", text_of(path))
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(path))
    missing = [n for n in named if not (CHECKOUT / n).exists()]
    missing += [n for n in linked if not (path.parent / n).exists()]
    assert missing == []


def test_tour_walks_through_real_files() -> None:
    assert len(re.findall(r"`donghanh/[\w./-]+`", text_of(DOCS / "tour.md"))) >= 10


# Events


def _constants(tree: ast.Module) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        names, values = _parts(node.targets[0]), _parts(node.value)
        for name, value in zip(names, values, strict=len(names) == len(values)):
            if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                pairs[name.id] = str(value.value)
    return pairs


def _parts(node: ast.expr) -> list[ast.expr]:
    return list(node.elts) if isinstance(node, ast.Tuple) else [node]


def _verbs(tree: ast.Module) -> Iterator[str]:
    """Yield the first words of calls that write or look for an event: those that carry a key."""
    constants = _constants(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        if called not in WRITES and "key" not in {named.arg for named in node.keywords}:
            continue
        given = node.args[0]
        word = constants.get(given.id) if isinstance(given, ast.Name) else None
        word = str(given.value) if isinstance(given, ast.Constant) else word
        if word and VERB.fullmatch(word):
            yield word


def test_events_are_documented_both_ways() -> None:
    written = {verb for tree in package_modules().values() for verb in _verbs(tree)}
    assert first_column(DOCS / "events.md", r"[a-z_.]+") == written


# Settings


def _settings(tree: ast.Module) -> set[str]:
    texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    return {t for t in texts if isinstance(t, str) and re.fullmatch(r"DONGHANH_[A-Z_]+", t)}


def test_settings_are_documented_both_ways() -> None:
    read = set().union(*(_settings(tree) for tree in package_modules().values()))
    assert first_column(DOCS / "settings.md", "DONGHANH_[A-Z_]+") == read


# Targets


def _targets() -> set[str]:
    lines = text_of(CHECKOUT / "Makefile").splitlines()
    return {line.split(":")[0] for line in lines if "  ## " in line} - {"help"}


@pytest.mark.parametrize("path", READERS, ids=lambda p: p.name)
def test_make_targets_are_documented_both_ways(path: Path) -> None:
    assert set(re.findall(r"`make ([a-z]+)", text_of(path))) == _targets()


# Words


def _vietnamese_classes() -> dict[str, set[str]]:
    """Return "room.Class" -> Vietnamese words in the first sentence of its docstring."""
    found: dict[str, set[str]] = {}
    for path, tree in package_modules().items():
        room = path.relative_to(PACKAGE).parts[0]
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                sentence = re.split(r"\.\s", (ast.get_docstring(node) or "") + " ")[0]
                words = VIETNAMESE.findall(sentence)
                found.setdefault(f"{room}.{node.name}", set()).update(words)
    return found


def _glossary() -> dict[str, str]:
    rows = re.findall(r"^\| ([^|`]+) \| `([\w.]+)` \|", text_of(DOCS / "glossary.md"), re.MULTILINE)
    return {identifier: words.strip() for words, identifier in rows}


def test_each_vietnamese_class_is_in_the_glossary() -> None:
    glossary = _glossary()
    missing = {name: words for name, words in _vietnamese_classes().items() if words}
    assert {n: w for n, w in missing.items() if glossary.get(n) not in w} == {}


def test_each_word_of_the_glossary_exists() -> None:
    classes = set(_vietnamese_classes())
    verbs = {
        f"{path.relative_to(PACKAGE).parts[0]}.{node.name}"
        for path, tree in package_modules().items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    assert set(_glossary()) - classes - verbs == set()


def test_picture_of_the_staircase_is_the_staircase() -> None:
    from tools.staircase import PICTURE, drawn

    assert text_of(PICTURE) == drawn(), "draw it again: python -m tools.staircase"
