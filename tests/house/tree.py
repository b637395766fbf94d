"""The project's own files, read once: what the house tests look at."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
PACKAGE = CHECKOUT / "donghanh"
DOCS = CHECKOUT / "docs"
BINARY = {".png", ".jpg", ".ico", ".wav", ".ogg", ".woff2", ".ttf", ".pdf", ".xz"}


@cache
def kept_files() -> tuple[Path, ...]:
    """Return every file git keeps, or would keep at the next commit."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True, text=True)
    paths = (CHECKOUT / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def text_of(path: Path) -> str:
    """Return a kept text file."""
    return path.read_text(encoding="utf-8")


def text_files() -> Iterator[Path]:
    """Yield every kept file that people can read."""
    return (path for path in kept_files() if path.suffix not in BINARY)


@cache
def modules() -> dict[Path, ast.Module]:
    """Return every kept Python file as a tree, migrations left out."""
    files = (path for path in kept_files() if path.suffix == ".py")
    return {path: ast.parse(text_of(path)) for path in files if "migrations" not in path.parts}


def package_modules() -> dict[Path, ast.Module]:
    """Return the modules of the product, without tests."""
    return {
        path: tree
        for path, tree in modules().items()
        if path.is_relative_to(PACKAGE) and "tests" not in path.parts
    }


def name_of(path: Path) -> str:
    """Return a path as people write it."""
    return path.relative_to(CHECKOUT).as_posix()


def in_tests(path: Path) -> bool:
    """Return whether a module holds tests."""
    return "tests" in path.relative_to(CHECKOUT).parts and path.name.startswith("test_")
