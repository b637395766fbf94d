"""Tables of the feedback room."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel


class Rating(CentreModel):
    """How a visit went, by one of three faces (đánh giá). Nothing says who served."""

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    face = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()
    channel = models.CharField(max_length=12)

    class Meta:
        app_label = "feedback"
        constraints = (
            models.UniqueConstraint(fields=("centre", "visit"), name="a_visit_is_rated_once"),
            models.CheckConstraint(
                condition=Q(face__gte=1, face__lte=3), name="a_rating_is_one_of_three_faces"
            ),
        )
