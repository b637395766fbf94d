"""What is wrong in an official register, followed until it is put right."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

PUT_RIGHT = "have an official register put right for this person"
KEEP_DATA_ERROR_DAYS = 730  # an open one; a closed one is blanked sooner


class DataError(SealedRow, CentreModel):
    """Something wrong or double in an official register (lỗi dữ liệu).

    `person`: name, number, birth; `detail`: which entry, what stands, what is right, by what paper.
    `official_code`: its code in the official system for phản ánh, kiến nghị, where it went there.
    """

    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    register = models.CharField(max_length=16)
    flaw = models.CharField(max_length=12)
    person = SealedJSONField(purpose=PUT_RIGHT, keep_days=KEEP_DATA_ERROR_DAYS, blank=True)
    detail = SealedJSONField(purpose=PUT_RIGHT, keep_days=KEEP_DATA_ERROR_DAYS, blank=True)
    dossier_code = models.CharField(max_length=60, blank=True)
    taken_at = models.DateTimeField()
    taken_by_id = models.PositiveBigIntegerField()
    letter_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    official_code = models.CharField(max_length=60, blank=True)
    forwarded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    mended = models.BooleanField(null=True)
    answer = SealedTextField(purpose=PUT_RIGHT, keep_days=KEEP_DATA_ERROR_DAYS, blank=True)
    closed_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "feedback"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "year", "number"), name="a_data_error_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, mended=None)
                | Q(answered_at__isnull=False, mended__isnull=False),
                name="an_answer_says_whether_it_was_put_right",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(answered_at__isnull=False),
                name="a_data_error_is_answered_before_it_is_closed",
            ),
            models.CheckConstraint(
                condition=Q(forwarded_at=None) | ~Q(official_code=""),
                name="a_forwarded_data_error_has_its_official_code",
            ),
        )
