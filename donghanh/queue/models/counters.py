"""What is said of counters: who pauses, which errands one calls, the hours of the hall."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models

from donghanh.base.opening import OpenSpell
from donghanh.base.rows import change
from donghanh.base.scope import CentreModel, CentreQuerySet


class PauseQuerySet(CentreQuerySet["Pause"]):
    """Pauses of one centre."""

    def running(self) -> Self:
        """Keep the pauses that have not ended."""
        return self.filter(ended_at=None)


class Pause(CentreModel):
    """A counter calls nobody for a while (tạm dừng quầy): a break, or helping at the seat."""

    counter = models.ForeignKey("centre.Counter", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = PauseQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("counter",),
                condition=models.Q(ended_at=None),
                name="a_counter_has_one_running_pause",
            ),
        )

    @classmethod
    def end(cls, centre_id: int, counter_id: int, at: datetime) -> None:
        """End a counter's pause, if it has one."""
        sql = "UPDATE queue_pause SET ended_at = %s WHERE centre_id = %s AND counter_id = %s"
        change(cls, sql + " AND ended_at IS NULL", at, centre_id, counter_id)


class CounterErrand(CentreModel):
    """An errand that a counter calls; a counter with none here calls every errand."""

    counter = models.ForeignKey("centre.Counter", on_delete=models.PROTECT, related_name="+")
    errand = models.CharField(max_length=8)

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("counter", "errand"), name="a_counter_calls_an_errand_or_not"
            ),
        )


class HallRule(CentreModel):
    """What the head laid down for the hall (quy định của sảnh); the latest one holds.

    Hours may be empty: then no number is the last one and no break is counted.
    `lowest_standing`: levels beneath it wait in the ordinary order.
    """

    decided_at = models.DateTimeField()
    morning_opens = models.TimeField(null=True)
    morning_closes = models.TimeField(null=True)
    afternoon_opens = models.TimeField(null=True)
    afternoon_closes = models.TimeField(null=True)
    lowest_standing = models.PositiveSmallIntegerField()

    class Meta:
        app_label = "queue"
        indexes = (models.Index(fields=("centre", "-decided_at"), name="latest_hall_rule"),)

    def spells(self) -> tuple[OpenSpell, ...]:
        """Return the hours in order of the day, an empty half left out."""
        halves = (
            (self.morning_opens, self.morning_closes),
            (self.afternoon_opens, self.afternoon_closes),
        )
        return tuple(OpenSpell(opens, closes) for opens, closes in halves if opens and closes)
