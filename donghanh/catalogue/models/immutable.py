"""Rows that are written once. A change is a new row, so that prints and dossiers stay true."""

from __future__ import annotations

from typing import Any, NoReturn, Self, TypeVar

from django.db import models
from django.db.models import Max

from donghanh.base.scope import SharedModel

Row = TypeVar("Row", bound=models.Model, covariant=True)


class WrittenOnce(Exception):
    """Someone tried to change or remove a row that others point at."""


class VersionQuerySet(models.QuerySet[Row, Row]):
    """Versions can be added and read, nothing else."""

    def newest(self, *identity: str) -> Self:
        """Keep the last written version of each identity (by default of each code)."""
        fields = identity or ("code",)
        latest = self.order_by().values(*fields).annotate(last=Max("id")).values("last")
        return self.filter(id__in=latest)

    def update(self, **kwargs: Any) -> NoReturn:
        raise WrittenOnce(f"{self.model.__name__} rows are not changed: write a new version")

    def delete(self) -> NoReturn:
        raise WrittenOnce(f"{self.model.__name__} rows are not removed")


class Immutable(SharedModel):
    """A row of the product's knowledge, the same for every centre, written once."""

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise WrittenOnce(f"{type(self).__name__} rows are not changed: write a new version")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenOnce(f"{type(self).__name__} rows are not removed")
