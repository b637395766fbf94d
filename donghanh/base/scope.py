"""Whose a row is. A query on a centre's rows that does not name the centre leaks, so it fails."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models.expressions import Col
from django.db.models.lookups import Exact, In
from django.db.models.sql.where import AND, WhereNode

Row = TypeVar("Row", bound=models.Model, covariant=True)


class Scope(Enum):
    """CENTRE rows belong to one centre (tenant); SHARED rows are the same for all."""

    CENTRE = "centre"
    SHARED = "shared"


class NoCentre(Exception):
    """A centre's rows were asked for without saying which centre."""


class CentreQuerySet(models.QuerySet[Row, Row]):
    """Rows of one centre. Start with `.of(centre_id)`; anything else raises NoCentre."""

    def of(self, centre_id: int) -> Self:
        """Keep one centre's rows."""
        return self.filter(centre_id=centre_id)

    def across_centres(self) -> Self:
        """Take rows of all centres: for the schedule, upgrade and set-up only."""
        clone = self._chain()  # type: ignore[attr-defined]
        clone._hints = {**clone._hints, "across": True}
        return clone  # type: ignore[no-any-return]

    def _must_name_centre(self) -> None:
        if "across" in self._hints or "instance" in self._hints:  # type: ignore[attr-defined]
            return
        if not any(name == "centre" for name in _filtered_fields(self.query.where)):
            raise NoCentre(f"{self.model.__name__}: start with .of(centre_id)")

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._must_name_centre()
        super()._fetch_all()

    def iterator(self, chunk_size: int | None = None) -> Iterator[Row]:
        self._must_name_centre()
        return super().iterator(chunk_size)

    def count(self) -> int:
        self._must_name_centre()
        return super().count()

    def exists(self) -> bool:
        self._must_name_centre()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._must_name_centre()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._must_name_centre()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._must_name_centre()
        return super().delete()


def _filtered_fields(node: WhereNode) -> Iterator[str]:
    """Yield the fields every row must match: what stands under an OR or a NOT does not bind."""
    if node.negated or (node.connector != AND and len(node.children) > 1):
        return
    for child in node.children:
        if isinstance(child, WhereNode):
            yield from _filtered_fields(child)
        elif isinstance(child, Exact | In) and isinstance(child.lhs, Col):
            yield child.lhs.target.name


class CentreModel(models.Model):
    """A row that belongs to one centre."""

    scope: ClassVar[Scope] = Scope.CENTRE

    centre = models.ForeignKey("centre.Centre", on_delete=models.PROTECT, related_name="+")

    objects = CentreQuerySet.as_manager()

    class Meta:
        abstract = True


class SharedModel(models.Model):
    """A row that is the same for every centre."""

    scope: ClassVar[Scope] = Scope.SHARED

    class Meta:
        abstract = True
