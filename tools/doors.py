"""Checks that front doors hand out frozen records and take verbs: `python -m tools.doors`.

For each `donghanh/<room>/service.py` (or package): it names what it lets out in `__all__`; nothing
it lets out is a table, a manager or a queryset; its records are frozen; and what is marked
`@audit.verb` takes `by`, `key` and `at` by name.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

VERB_ARGUMENTS = {"by", "key", "at"}
NEVER_OUT = {"QuerySet", "Manager", "Model", "CentreQuerySet"}


def faults(package: Path) -> Iterator[str]:
    """Yield one sentence for each fault of the front doors under a package."""
    for room in sorted(path for path in package.iterdir() if path.is_dir()):
        files = [room / "service.py", *sorted((room / "service").glob("*.py"))]
        doors = [file for file in files if file.exists()]
        if doors:
            yield from _faults_of_room(package.parent, room, doors)


def _faults_of_room(root: Path, room: Path, doors: list[Path]) -> Iterator[str]:
    front = next(file for file in doors if file.name in ("service.py", "__init__.py"))
    let_out = _let_out(ast.parse(front.read_text(encoding="utf-8")))
    if let_out is None:
        yield f"{front.relative_to(root)}: name what this door lets out in __all__"
        return
    for file in [*doors, *room.glob("records*.py"), *room.glob("records/*.py")]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for line, fault in _faults_of_module(tree, let_out):
            yield f"{file.relative_to(root)}:{line}: {fault}"


def _let_out(tree: ast.Module) -> set[str] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return None


def _faults_of_module(tree: ast.Module, let_out: set[str]) -> Iterator[tuple[int, str]]:
    tables = NEVER_OUT | set(_tables(tree))
    for name in sorted(let_out & set(_tables(tree))):
        yield 1, f"{name} is a table: hand out a frozen record"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in let_out:
            yield from _faults_of_function(node, tables)
        elif isinstance(node, ast.ClassDef) and node.name in let_out and _is_loose(node):
            yield node.lineno, f"{node.name} can be changed: @dataclass(frozen=True, slots=True)"


def _tables(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and "models" in (node.module or "").split("."):
            yield from (alias.asname or alias.name for alias in node.names)


def _faults_of_function(node: ast.FunctionDef, tables: set[str]) -> Iterator[tuple[int, str]]:
    returned = _names(node.returns)
    for name in sorted(returned & tables):
        yield node.lineno, f"{node.name} hands out {name}: hand out a frozen record"
    by_name = {argument.arg for argument in node.args.kwonlyargs}
    if any(ast.unparse(mark) == "audit.verb" for mark in node.decorator_list):
        for missing in sorted(VERB_ARGUMENTS - by_name):
            yield node.lineno, f"{node.name} is a verb without `{missing}`: (*, by, key, at=None)"


def _names(annotation: ast.expr | None) -> set[str]:
    if annotation is None:
        return set()
    return {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)} | {
        node.attr for node in ast.walk(annotation) if isinstance(node, ast.Attribute)
    }


def _is_loose(node: ast.ClassDef) -> bool:
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    return any(m.startswith("dataclass") and "frozen=True" not in m for m in marks)


def main() -> int:
    """Print every fault. Return 1 when there is one."""
    found = list(faults(Path("donghanh")))
    for fault in found:
        print(fault)
    print("Doors hand out frozen records and take verbs " + ("BROKEN" if found else "KEPT"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
