"""What people said of how it went."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedRow, SealedTextField

MEND = "mend what went wrong at the centre"
KEEP_REMARK_DAYS = 180


class Rating(CentreModel):
    """How a visit went, by one of three faces (đánh giá). Nothing says who served.

    No `visit`: on paper, spoken, or at the kiosk without a slip.
    """

    visit = models.ForeignKey(
        "reception.Visit", null=True, on_delete=models.PROTECT, related_name="+"
    )
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
        indexes = (models.Index(fields=("centre", "given_at"), name="ratings_by_time"),)


class MatterAnswer(CentreModel):
    """One of the eight matters, answered 3 best to 1 worst."""

    rating = models.ForeignKey(Rating, on_delete=models.CASCADE, related_name="answers")
    matter = models.CharField(max_length=16)
    level = models.PositiveSmallIntegerField()

    class Meta:
        app_label = "feedback"
        constraints = (
            models.UniqueConstraint(
                fields=("rating", "matter"), name="a_matter_is_answered_once_in_a_rating"
            ),
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=3), name="a_matter_has_one_of_three_levels"
            ),
        )


class Remark(SealedRow, CentreModel):
    """What somebody added in their own words."""

    rating = models.OneToOneField(Rating, on_delete=models.CASCADE, related_name="remark")
    words = SealedTextField(purpose=MEND, keep_days=KEEP_REMARK_DAYS)
    left_at = models.DateTimeField()

    class Meta:
        app_label = "feedback"
