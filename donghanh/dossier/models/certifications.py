"""The registers of certifications: where each stands, which numbers were given."""

from __future__ import annotations

from django.db import models

from donghanh.base.rows import one_row
from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedRow, SealedTextField

from .dossier import KEEP_DAYS, Dossier


class CertificationBook(CentreModel):
    """Where a register stands in a year (sổ chứng thực): its volume, its last number.

    `mark`: what stands on its cover, empty for the usual one.
    """

    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField(default=1)
    last = models.PositiveIntegerField(default=0)
    mark = models.CharField(max_length=24, blank=True, default="")

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "kind", "year"), name="a_kind_has_one_register_in_a_year"
            ),
        )

    @classmethod
    def take(cls, centre_id: int, kind: str, year: int, count: int) -> tuple[int, int, str]:
        """Return (last number, volume, mark) of the next numbers, given to nobody else."""
        taken = cls._bump(centre_id, kind, year, count)
        if taken is None:
            fresh = cls(centre_id=centre_id, kind=kind, year=year)
            cls.objects.bulk_create([fresh], ignore_conflicts=True)
            taken = cls._bump(centre_id, kind, year, count)
        assert taken is not None, "the row was made just now"
        return taken

    @classmethod
    def _bump(cls, centre_id: int, kind: str, year: int, count: int) -> tuple[int, int, str] | None:
        row = one_row(
            cls,
            "UPDATE dossier_certificationbook SET last = last + %s"
            " WHERE centre_id = %s AND kind = %s AND year = %s RETURNING last, volume, mark",
            count,
            centre_id,
            kind,
            year,
        )
        return (int(row[0]), int(row[1]), str(row[2])) if row else None


class Certification(CentreModel):
    """A number of a register (số chứng thực). Whose and of what stands in the paper book.

    `press`: the key of the press that took it; several numbers may come of one.
    """

    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    mark = models.CharField(max_length=24, blank=True, default="")
    press = models.UUIDField(null=True)
    dossier = models.ForeignKey(
        Dossier, null=True, on_delete=models.PROTECT, related_name="certifications"
    )
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
        indexes = (models.Index(fields=("centre", "numbered_at"), name="certifications_by_day"),)


class StruckNumber(SealedRow, CentreModel):
    """A number was given and not used (bỏ số): struck in the paper book, never given again."""

    certification = models.OneToOneField(
        Certification, on_delete=models.PROTECT, related_name="struck"
    )
    why = SealedTextField(purpose="explain a gap in a register", keep_days=KEEP_DAYS)
    struck_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()

    class Meta:
        app_label = "dossier"
