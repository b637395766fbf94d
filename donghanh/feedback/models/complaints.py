"""What people want changed, with an owner, a date and an answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.rows import one_row
from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

from ..records import About

ANSWER = "answer what this person wants changed"
KEEP_COMPLAINT_DAYS = 730  # an open one; a closed one is blanked sooner
KEEP_CLOSED_DAYS = 180  # after its end: time to come back to it


class Series(CentreModel):
    """The last number given in a year. One row, one writer at a time: no number twice."""

    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "feedback"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "kind", "year"), name="a_kind_counts_once_a_year"
            ),
        )

    @classmethod
    def take(cls, centre_id: int, kind: str, year: int) -> int:
        """Return the next number of a kind in a year."""
        first = cls(centre_id=centre_id, kind=kind, year=year)
        cls.objects.bulk_create([first], ignore_conflicts=True)
        row = one_row(
            cls,
            "UPDATE feedback_series SET last = last + 1"
            " WHERE centre_id = %s AND kind = %s AND year = %s RETURNING last",
            centre_id,
            kind,
            year,
        )
        assert row is not None, "the row was made just now"
        return int(row[0])


class Complaint(SealedRow, CentreModel):
    """What somebody wants changed (phản ánh, kiến nghị): never khiếu nại, never tố cáo.

    `accused`: staff it is about, who neither own it nor read it. `code`: by which its author asks.
    `told`: what its author was told on the way, once, with the day of the answer (`again_on`).
    """

    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=8)
    about = models.CharField(max_length=8, choices=[(one.value, one.value) for one in About])
    channel = models.CharField(max_length=12)
    words = SealedTextField(purpose=ANSWER, keep_days=KEEP_COMPLAINT_DAYS, blank=True)
    accused = SealedJSONField(purpose=ANSWER, keep_days=KEEP_COMPLAINT_DAYS, blank=True)
    answer = SealedTextField(purpose=ANSWER, keep_days=KEEP_COMPLAINT_DAYS, blank=True)
    owner_id = models.PositiveBigIntegerField()
    taken_at = models.DateTimeField()
    due_on = models.DateField()
    told = SealedTextField(purpose=ANSWER, keep_days=KEEP_COMPLAINT_DAYS, blank=True)
    told_at = models.DateTimeField(null=True)
    again_on = models.DateField(null=True)
    official_code = models.CharField(max_length=60, blank=True)
    forwarded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    pleased = models.BooleanField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "feedback"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "year", "number"), name="a_complaint_has_its_own_number"
            ),
            models.UniqueConstraint(fields=("centre", "code"), name="a_complaint_has_its_own_code"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(answered_at__isnull=False),
                name="a_complaint_is_answered_before_it_is_closed",
            ),
            models.CheckConstraint(
                condition=Q(forwarded_at=None) | ~Q(official_code=""),
                name="a_forwarded_complaint_has_its_official_code",
            ),
            models.CheckConstraint(
                condition=Q(told_at=None, again_on=None)
                | Q(told_at__isnull=False, again_on__isnull=False),
                name="a_word_on_the_way_names_the_day_of_the_answer",
            ),
        )
