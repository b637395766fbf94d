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
        """Keep the last written version of each identity (by default of each code).

        What was withdrawn since is left out.
        """
        fields = identity or ("code",)
        latest = self.order_by().values(*fields).annotate(last=Max("id")).values("last")
        return self.filter(id__in=latest).exclude(id__in=self.withdrawn())

    def withdrawn(self) -> models.QuerySet[models.Model, int]:
        """Return the ids of the versions of this table that were withdrawn."""
        rows = self.model._meta.apps.get_model("catalogue", "Withdrawal")._default_manager
        ids: models.QuerySet[models.Model, int] = rows.filter(
            table=self.model.__name__
        ).values_list("row_id", flat=True)
        return ids

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
