"""Rows by plain SQL, for what every request asks and every press writes.

Building a query with the mapper costs ten times the query itself, and a press at the kiosk or the
desk needs a dozen. Elsewhere the mapper is right. A statement on a centre's rows names `centre_id`,
or says in a comment that it goes "across centres"; anything else raises NoCentre.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

from .scope import NoCentre, Scope

Row = TypeVar("Row", bound=models.Model)
Value = int | str | date | datetime | UUID | None


def one_row(table: type[models.Model], sql: str, *values: Value) -> tuple[Any, ...] | None:
    """Return the first row of a query on a table (and on no other), None for none.

    Values stand in it as `%s`. Nothing is converted: a UUID may come as its letters, an instant
    without its zone (`known` gives it).
    """
    connection = connections[router.db_for_read(table)]
    with connection.cursor() as cursor:
        cursor.execute(_naming_centre(table, sql), _stored(connection, values))
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row


def all_rows(table: type[models.Model], sql: str, *values: Value) -> list[tuple[Any, ...]]:
    """Return all rows of a query; otherwise like `one_row`."""
    connection = connections[router.db_for_read(table)]
    with connection.cursor() as cursor:
        cursor.execute(_naming_centre(table, sql), _stored(connection, values))
        return list(cursor.fetchall())


def change(table: type[models.Model], sql: str, *values: Value) -> int:
    """Do a statement that writes. Return how many rows it wrote."""
    connection = connections[router.db_for_write(table)]
    with connection.cursor() as cursor:
        cursor.execute(_naming_centre(table, sql), _stored(connection, values))
        return int(cursor.rowcount)


def rows_of(table: type[Row], sql: str, *values: Value) -> list[Row]:
    """Return the rows of a query as the mapper would. `{columns}` stands for all of them.

    "SELECT {columns} FROM …" or "UPDATE … RETURNING {columns}".
    """
    connection = connections[router.db_for_write(table)]
    shape = _shape(table, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(shape.of(_naming_centre(table, sql)), _stored(connection, values))
        found = cursor.fetchall()
    alias = connection.alias
    return [table.from_db(alias, shape.names, shape.converted(one, connection)) for one in found]


def insert(row: models.Model) -> None:
    """Write a new row as its `save()` would, and give it its primary key."""
    table = type(row)
    connection = connections[router.db_for_write(table)]
    sql, fields = _insertion(table)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias


def known(kept: datetime) -> datetime:
    """Return a stored instant with its zone, whichever database it came from."""
    return kept if kept.tzinfo else kept.replace(tzinfo=UTC)


def instant(kept: str) -> datetime:
    """Return a stored instant read as text: `CAST(… AS text)` costs a tenth on PostgreSQL."""
    return known(datetime.fromisoformat(kept))


def _stored(connection: BaseDatabaseWrapper, values: tuple[Value, ...]) -> list[Any]:
    """Return values as a database keeps them."""
    return [
        connection.ops.adapt_datetimefield_value(value)
        if isinstance(value, datetime)
        else value.hex
        if isinstance(value, UUID)
        else value
        for value in values
    ]


Converter = Callable[[Any, Any, BaseDatabaseWrapper], Any]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How rows of a table are read: their names, columns, and what must be converted."""

    names: tuple[str, ...]
    columns: str
    converters: tuple[tuple[int, Converter, Any], ...]

    def of(self, sql: str) -> str:
        """Return a statement with the columns in it."""
        return sql.replace("{columns}", self.columns)

    def converted(self, row: tuple[Any, ...], connection: BaseDatabaseWrapper) -> list[Any]:
        """Return a row's values as the mapper knows them."""
        values = list(row)
        for place, convert, column in self.converters:
            values[place] = convert(values[place], column, connection)
        return values


@lru_cache(maxsize=64)
def _shape(table: type[models.Model], vendor: str) -> _Shape:
    connection, name = connections[router.db_for_write(table)], table._meta.db_table
    fields = table._meta.concrete_fields
    converters = tuple(
        (place, convert, field.get_col(name))
        for place, field in enumerate(fields)
        for convert in (
            *connection.ops.get_db_converters(field.get_col(name)),
            *field.get_db_converters(connection),
        )
    )
    columns = ", ".join(f'"{field.column}"' for field in fields)
    return _Shape(tuple(field.attname for field in fields), columns, converters)


@lru_cache(maxsize=256)
def _naming_centre(table: type[models.Model], sql: str) -> str:
    """Return a statement that says whose rows it is about. Raise NoCentre."""
    ours = getattr(table, "scope", None) is Scope.CENTRE
    if ours and "centre_id" not in sql and "across centres" not in sql:
        raise NoCentre(f"{table.__name__}: {sql}")
    return sql


@lru_cache(maxsize=64)
def _insertion(table: type[models.Model]) -> tuple[str, tuple[models.Field[Any, Any], ...]]:
    meta = table._meta
    fields = tuple(field for field in meta.concrete_fields if not field.primary_key)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f'INSERT INTO {meta.db_table} ({columns}) VALUES ({marks}) RETURNING "id"'  # noqa: S608 - our own tables
    return sql, fields
