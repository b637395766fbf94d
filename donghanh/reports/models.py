"""Tables of the reports room."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


class VisitFact(CentreModel):
    """What is kept of a visit once its day is over: no name, no number, no free text."""

    day = models.DateField()
    hamlet = models.CharField(max_length=80, blank=True)
    needs = models.JSONField(default=list)
    groups = models.JSONField(default=list)
    procedure_codes = models.JSONField(default=list)
    standing_level = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField(null=True)

    class Meta:
        app_label = "reports"
        indexes = (models.Index(fields=("centre", "day"), name="visit_facts_by_day"),)


class ClosedDay(CentreModel):
    """A day whose visits were counted and blanked."""

    day = models.DateField()
    closed_at = models.DateTimeField()
    visits = models.PositiveIntegerField()

    class Meta:
        app_label = "reports"
        constraints = (models.UniqueConstraint(fields=("centre", "day"), name="a_day_closes_once"),)
