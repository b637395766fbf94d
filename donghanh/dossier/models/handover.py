"""The result on its way into the right hands."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedRow, SealedTextField

from ..rules.keeping import Purpose, days_kept
from .dossier import Dossier

KEEP_DAYS = days_kept(Purpose.RECEIVER)
SHOW_WHO = "show later into whose hands a result was given"


class Handover(SealedRow, CentreModel):
    """The result in the right hands (trả kết quả): once for a dossier, unless it was undone."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="handovers")
    handed_over_at = models.DateTimeField()
    shown = models.CharField(max_length=40)
    relation = models.CharField(max_length=20, blank=True, default="")
    receiver = SealedTextField(purpose=SHOW_WHO, keep_days=KEEP_DAYS, blank=True, default="")
    place = SealedTextField(purpose=SHOW_WHO, keep_days=KEEP_DAYS, blank=True, default="")
    witness = SealedTextField(purpose=SHOW_WHO, keep_days=KEEP_DAYS, blank=True, default="")
    undone_at = models.DateTimeField(null=True)
    undone_why = SealedTextField(purpose=SHOW_WHO, keep_days=KEEP_DAYS, blank=True, default="")

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("dossier",),
                condition=Q(undone_at=None),
                name="a_dossier_is_handed_over_once",
            ),
        )


class Posting(CentreModel):
    """A result that went by post (gửi bưu chính). Who pays and how much may be unknown."""

    handover = models.OneToOneField(Handover, on_delete=models.PROTECT, related_name="posting")
    tracking = models.CharField(max_length=40, blank=True, default="")
    fee_vnd = models.PositiveIntegerField(null=True)
    paid_by = models.CharField(max_length=10, blank=True, default="")
    arrived_at = models.DateTimeField(null=True)
    came_back_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(came_back_at__isnull=True),
                name="a_letter_arrives_or_comes_back",
            ),
        )
