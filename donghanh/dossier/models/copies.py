"""Copies, prints and scans, and their approved prices."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel

from .dossier import Dossier
from .payments import Charge


class CopyPrice(CentreModel):
    """What a page costs by an approved decision (giá được duyệt); never changed, only followed."""

    kind = models.CharField(max_length=8)
    vnd = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    applies_from = models.DateField()
    noted_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(condition=~Q(source=""), name="a_price_has_its_decision"),
        )


class CopyJob(CentreModel):
    """Pages that were copied, printed or scanned for somebody (sao chụp, in, quét): never which."""

    kind = models.CharField(max_length=8)
    pages = models.PositiveSmallIntegerField()
    goes_to = models.CharField(max_length=8)
    free = models.BooleanField()
    charge = models.OneToOneField(Charge, null=True, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, null=True, on_delete=models.PROTECT, related_name="copies")
    made_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(
                condition=Q(free=True, charge__isnull=True) | Q(free=False, charge__isnull=False),
                name="a_copy_is_free_or_has_a_charge",
            ),
        )
        indexes = (models.Index(fields=("centre", "made_at"), name="copies_by_day"),)


class ScanKeeping(CentreModel):
    """Scans lie here as long as a visit lasts (giữ bản quét): how many, never what or whose.

    `wiped_at` with `wiped_files` proves that they are gone.
    """

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    files = models.PositiveSmallIntegerField(default=0)
    bytes = models.PositiveBigIntegerField(default=0)
    began_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    given_to = models.CharField(max_length=8, blank=True, default="")
    wiped_at = models.DateTimeField(null=True)
    wiped_files = models.PositiveSmallIntegerField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("visit",),
                condition=Q(wiped_at=None),
                name="scans_of_a_visit_lie_in_one_place",
            ),
        )
