"""Going to somebody's seat."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


class SeatVisit(CentreModel):
    """Somebody of the staff stood at the visitor's seat (đã đến chỗ ngồi)."""

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    reached_at = models.DateTimeField()

    class Meta:
        app_label = "reception"
        indexes = (models.Index(fields=("visit", "reached_at"), name="seats_reached"),)
