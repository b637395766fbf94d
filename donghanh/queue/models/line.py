"""What a line remembers: its last number of the day, and that something changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import models

from donghanh.base.rows import change, one_row
from donghanh.base.scope import CentreModel


class NumberSeries(CentreModel):
    """The last number given today in a series. One row, one writer at a time: no number twice."""

    day = models.DateField()
    series = models.CharField(max_length=20)
    last = models.PositiveIntegerField()

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "day", "series"), name="a_series_counts_once_a_day"
            ),
        )

    @classmethod
    def take(cls, centre_id: int, day: date, series: str, first: Callable[[], int]) -> int:
        """Return the next number of a series; what it starts at is asked once a day."""
        number = cls._bump(centre_id, day, series)
        if number is None:
            cls.objects.bulk_create(
                [cls(centre_id=centre_id, day=day, series=series, last=first() - 1)],
                ignore_conflicts=True,
            )
            number = cls._bump(centre_id, day, series)
        assert number is not None, "the row was made just now"
        return number

    @classmethod
    def _bump(cls, centre_id: int, day: date, series: str) -> int | None:
        row = one_row(
            cls,
            "UPDATE queue_numberseries SET last = last + 1"
            " WHERE centre_id = %s AND day = %s AND series = %s RETURNING last",
            centre_id,
            day,
            series,
        )
        return int(row[0]) if row else None


class LineRevision(CentreModel):
    """Rises with each change of a centre's line, so that a screen knows in one query."""

    revision = models.BigIntegerField(default=0)

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(fields=("centre",), name="a_centre_has_one_line_revision"),
        )

    @classmethod
    def of_centre(cls, centre_id: int) -> int:
        """Return the revision now, 0 before anything happened."""
        found = one_row(
            cls, "SELECT revision FROM queue_linerevision WHERE centre_id = %s", centre_id
        )
        return int(found[0]) if found else 0

    @classmethod
    def rise(cls, centre_id: int) -> None:
        """Say that the line changed."""
        if not cls._raised(centre_id):
            cls.objects.bulk_create([cls(centre_id=centre_id, revision=0)], ignore_conflicts=True)
            cls._raised(centre_id)

    @classmethod
    def _raised(cls, centre_id: int) -> bool:
        sql = "UPDATE queue_linerevision SET revision = revision + 1 WHERE centre_id = %s"
        return bool(change(cls, sql, centre_id))
