"""What happens to a dossier between its being brought and its result."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

from .dossier import EXPLAIN, KEEP_DAYS, Dossier


class SupplementRequest(SealedRow, CentreModel):
    """What must be completed, once and whole (phiếu yêu cầu bổ sung)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="requests")
    body = models.CharField(max_length=12)
    lines = SealedJSONField(purpose=EXPLAIN, keep_days=KEEP_DAYS, blank=True, default="")
    reason = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS, blank=True, default="")
    asked_at = models.DateTimeField()
    answer_by_on = models.DateField(null=True)
    earlier_due_on = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            # Law: NĐ 118/2025 Đ.11 k.2c, Đ.19 k.5: each body asks once.
            models.UniqueConstraint(
                fields=("dossier", "body"), name="a_body_asks_once_for_a_dossier"
            ),
            models.UniqueConstraint(
                fields=("dossier",),
                condition=Q(answered_at=None),
                name="a_dossier_waits_for_one_answer",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
                name="an_answer_comes_after_its_request",
            ),
        )


class Refusal(SealedRow, CentreModel):
    """Why a dossier was not taken or not granted (phiếu từ chối)."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="refusal")
    body = models.CharField(max_length=12)
    reason = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS)
    refused_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"


class Apology(SealedRow, CentreModel):
    """We are late, and this is the one new date (phiếu xin lỗi)."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="apology")
    reason = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS)
    earlier_due_on = models.DateField()
    new_due_at = models.DateTimeField()
    in_time = models.BooleanField()
    apologised_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(
                condition=Q(new_due_at__gt=F("apologised_at")),
                name="a_new_date_lies_after_the_apology",
            ),
        )


class Stop(SealedRow, CentreModel):
    """The person asked to stop (thông báo dừng giải quyết)."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="stop")
    reason = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS, blank=True, default="")
    stopped_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"


class Passage(SealedRow, CentreModel):
    """Papers went from one body to the other (chuyển hồ sơ)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="passages")
    from_body = models.CharField(max_length=160)
    to_body = models.CharField(max_length=160)
    note = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS, blank=True, default="")
    passed_at = models.DateTimeField()
    due_on = models.DateField(null=True)

    class Meta:
        app_label = "dossier"


class Correction(SealedRow, CentreModel):
    """Our own error in a result, to be put right in three working days (đính chính)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="corrections")
    what = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS)
    found_at = models.DateTimeField()
    due_on = models.DateField()
    corrected_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(
                condition=Q(corrected_at__isnull=True) | Q(corrected_at__gte=F("found_at")),
                name="an_error_is_corrected_after_it_was_found",
            ),
        )
