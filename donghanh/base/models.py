"""Tables of the base: signs of life of processes, and when each scheduled job is next due."""

from __future__ import annotations

from django.db import models

from .scope import SharedModel


class Heartbeat(SharedModel):
    """The last sign of life of a process (nhịp sống). `kind` is worker or scheduler."""

    name = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12)
    beaten_at = models.DateTimeField()

    class Meta:
        app_label = "base"


class ScheduledRun(SharedModel):
    """When a job of the schedule is next due, and how its last run went (việc theo lịch).

    `fault` is the name of the error that ended the last run, empty when it went well.
    """

    name = models.CharField(max_length=64, unique=True)
    next_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=120, blank=True)

    class Meta:
        app_label = "base"
