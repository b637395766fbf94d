"""An empty database gets the tables that the migrations would have made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_django
from django.core.management import call_command
from django.core.management.commands.migrate import Command as DjangoMigrate
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunSQL

from donghanh.base.management.commands import migrate

OTHER = "tables"


@pytest.fixture
def empty(tmp_path: Path, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[Path]:
    """Return the file of an empty database that Django knows as OTHER."""
    path = tmp_path / "tables.sqlite3"
    settings = connections["default"].settings_dict
    connections.databases[OTHER] = {
        **settings,
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
    }
    with django_db_blocker.unblock():
        yield path
    connections[OTHER].close()
    del connections[OTHER], connections.databases[OTHER]


def names(path: Path) -> set[str]:
    with sqlite3.connect(path) as database:
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in found}


def test_no_migration_writes_what_the_models_do_not_say() -> None:
    """`makemigrations --check` compares models and migrations, but sees no SQL written by hand."""
    migrations = MigrationLoader(None).disk_migrations.items()
    by_hand = [
        key for key, one in migrations for step in one.operations if isinstance(step, RunSQL)
    ]
    assert by_hand == []


@pytest.mark.sqlite
def test_an_empty_database_has_all_tables_at_once(empty: Path) -> None:
    migrate.make_tables(connections[OTHER])
    loader = MigrationLoader(connections[OTHER])
    assert set(loader.applied_migrations) == set(loader.disk_migrations)
    assert {"queue_ticket", "reception_visit", "django_session"} <= names(empty)


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("table", "named", "at_once"),
    [("", (), True), ("something", (), False), ("", ("base",), False)],
)
def test_only_an_empty_database_is_made_at_once(
    empty: Path, monkeypatch: pytest.MonkeyPatch, table: str, named: tuple[str, ...], at_once: bool
) -> None:
    made: list[object] = []
    monkeypatch.setattr(migrate, "make_tables", made.append)
    monkeypatch.setattr(DjangoMigrate, "handle", lambda *_, **__: None)
    if table:
        with sqlite3.connect(empty) as database:
            database.execute(f"CREATE TABLE {table} (id integer)")
    call_command("migrate", *named, database=OTHER, verbosity=0)
    assert bool(made) is at_once


@pytest.mark.django_db
def test_the_tests_own_database_has_every_model() -> None:
    tables = set(connection.introspection.table_names())
    assert not [t for t in connection.introspection.django_table_names() if t not in tables]
