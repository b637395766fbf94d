"""What a line remembers: its last number of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import models

from donghanh.base.rows import one_row
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
