"""Copies, prints and scans, their approved prices, and the registers of certifications."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.rows import one_row
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


class CertificationBook(CentreModel):
    """Where a register stands in a year (sổ chứng thực): its volume, its last number."""

    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField(default=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "kind", "year"), name="a_kind_has_one_register_in_a_year"
            ),
        )

    @classmethod
    def take(cls, centre_id: int, kind: str, year: int) -> tuple[int, int]:
        """Return (number, volume): the next number of a register, given to nobody else."""
        taken = cls._bump(centre_id, kind, year)
        if taken is None:
            fresh = cls(centre_id=centre_id, kind=kind, year=year)
            cls.objects.bulk_create([fresh], ignore_conflicts=True)
            taken = cls._bump(centre_id, kind, year)
        assert taken is not None, "the row was made just now"
        return taken

    @classmethod
    def _bump(cls, centre_id: int, kind: str, year: int) -> tuple[int, int] | None:
        row = one_row(
            cls,
            "UPDATE dossier_certificationbook SET last = last + 1"
            " WHERE centre_id = %s AND kind = %s AND year = %s RETURNING last, volume",
            centre_id,
            kind,
            year,
        )
        return (int(row[0]), int(row[1])) if row else None


class Certification(CentreModel):
    """A number of a register (số chứng thực). Whose and of what stands in the paper book."""

    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    dossier = models.ForeignKey(Dossier, null=True, on_delete=models.PROTECT, related_name="+")
    numbered_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "kind", "year", "number"),
                name="a_certification_number_is_given_once",
            ),
        )
