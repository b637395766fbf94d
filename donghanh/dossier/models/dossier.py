"""The dossier, and the province's code for it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

from ..rules.keeping import Purpose, days_kept

PRINT = "print the return slip and give the result to the right person"
EXPLAIN = "tell the person what is missing or why, and print it"
KEEP_DAYS = days_kept(Purpose.PERSON)


class Dossier(SealedRow, CentreModel):
    """A dossier that we help with (hồ sơ); the official one lives in the province's system.

    `due_on` and its words are the promise of the term that runs, from `term_from_at` on.
    `authoriser`: who sent whoever handed it in; nothing for who came for themselves.
    `collect_way`: how the result was asked for, empty for the counter.
    `ended_at`: since when nobody waits for it any more; cleared when a hand-over is taken back.
    `forgotten_at`: since when it names nobody.
    """

    code = models.CharField(max_length=12)
    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    procedure_code = models.CharField(max_length=20)
    procedure_row_id = models.BigIntegerField()
    procedure_title = models.TextField()
    answers = models.JSONField(default=dict)
    papers = models.JSONField(default=list)
    originals = models.JSONField(default=list)
    originals_held_at = models.DateTimeField(null=True)
    originals_returned_at = models.DateTimeField(null=True)
    applicant_name = SealedTextField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    applicant_id_number = SealedTextField(
        purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default=""
    )
    applicant_address = SealedTextField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    applicant_phone = SealedTextField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    authoriser = SealedJSONField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    mismatch = SealedTextField(purpose=EXPLAIN, keep_days=KEEP_DAYS, blank=True, default="")
    collect_way = models.CharField(max_length=10, blank=True, default="")
    receiving_body = models.CharField(max_length=160, blank=True, default="")
    deciding_body = models.CharField(max_length=160, blank=True, default="")
    kept_by_id = models.PositiveBigIntegerField(null=True)
    brought_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    term_from_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    due_words = models.TextField()
    due_certain = models.BooleanField()
    due_counted = models.JSONField(default=list)
    ready_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "code"), name="a_dossier_code_is_one_dossier_in_a_centre"
            ),
            models.CheckConstraint(
                condition=Q(ready_at__isnull=True) | Q(accepted_at__isnull=False),
                name="a_result_is_of_an_accepted_dossier",
            ),
        )
        indexes = (
            models.Index(
                fields=("centre", "due_on"), condition=Q(ended_at=None), name="open_dossiers"
            ),
            models.Index(fields=("centre", "accepted_at"), name="dossiers_by_acceptance"),
            models.Index(
                fields=("centre", "ended_at"),
                condition=Q(forgotten_at=None, ended_at__isnull=False),
                name="ended_dossiers_with_names",
            ),
            models.Index(
                fields=("centre", "originals_held_at"),
                condition=Q(originals_held_at__isnull=False, originals_returned_at=None),
                name="dossiers_with_our_originals",
            ),
        )


class OfficialCode(CentreModel):
    """The province's code and date (mã hồ sơ). It makes our slip a receipt, and its date wins."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="official")
    code = models.CharField(max_length=48)
    due_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "code"), name="an_official_code_is_one_dossier_in_a_centre"
            ),
        )
