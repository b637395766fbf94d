"""Each table says whose its rows are and what is sensitive; no column sets its own time."""

from __future__ import annotations

import ast

import pytest
from django.apps import apps
from django.db import models

from donghanh.base.scope import CentreModel, Scope
from donghanh.base.sealed import SealedRow, SealedTextField

from .tree import name_of, package_modules

TABLES = [m for m in apps.get_models() if m.__module__.startswith("donghanh.")]


DAYS = {"day", "on", "since"}


def columns(table: type[models.Model]) -> list[models.Field[object, object]]:
    return list(table._meta.concrete_fields)


@pytest.mark.parametrize("table", TABLES, ids=lambda m: m._meta.label)
def test_table_says_whose_its_rows_are(table: type[models.Model]) -> None:
    scope = getattr(table, "scope", None)
    assert isinstance(scope, Scope), "declare scope: CentreModel or SharedModel"
    if scope is Scope.CENTRE:
        assert "centre_id" in {column.attname for column in columns(table)}


@pytest.mark.parametrize("table", TABLES, ids=lambda m: m._meta.label)
def test_rows_of_a_centre_are_guarded(table: type[models.Model]) -> None:
    if any(c.attname == "centre_id" and c.is_relation for c in columns(table)):
        guarded = issubclass(table, CentreModel) or table._meta.label == "accounts.Staff"
        assert guarded, "build on CentreModel, so that a query without a centre fails"


@pytest.mark.parametrize("table", TABLES, ids=lambda m: m._meta.label)
def test_sealed_columns_say_what_for_and_how_long(table: type[models.Model]) -> None:
    sealed = [c for c in columns(table) if isinstance(c, SealedTextField)]
    assert not sealed or issubclass(table, SealedRow)
    assert all(c.purpose and c.keep_days > 0 for c in sealed)


@pytest.mark.parametrize("table", TABLES, ids=lambda m: m._meta.label)
def test_constraints_are_sentences(table: type[models.Model]) -> None:
    names = [constraint.name for constraint in table._meta.constraints]
    assert all(name.count("_") >= 3 and name.islower() for name in names), names


def own_clocks(tree: ast.Module) -> list[int]:
    """Return the lines where a column would set its own time."""
    return [
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and (node.arg or "").startswith("auto_now")
    ]


def test_no_column_sets_its_own_time() -> None:
    found = {name_of(path): own_clocks(tree) for path, tree in package_modules().items()}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_column_that_would_is_caught() -> None:
    assert own_clocks(ast.parse("a = DateTimeField(auto_now_add=True)")) == [1]


def test_no_two_names_for_a_column_of_time() -> None:
    wrong = [
        f"{table._meta.label}.{column.name}"
        for table in TABLES
        for column in columns(table)
        if _misnamed(column)
    ]
    assert wrong == [], "instants end in _at (or _since), dates in _on (or are called day)"


def _misnamed(column: models.Field[object, object]) -> bool:
    if column.name == "last_login":  # Django's own
        return False
    if isinstance(column, models.DateTimeField):
        return not column.name.endswith(("_at", "_since"))
    if isinstance(column, models.DateField):
        return not column.name.endswith(("_on", "_from", "_to")) and column.name not in DAYS
    return False
