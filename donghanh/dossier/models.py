"""Tables of the dossier room."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedRow, SealedTextField

PRINT = "print the return slip and give the result to the right person"
KEEP_DAYS = 365


class PaperCheck(CentreModel):
    """Which papers of a procedure a visitor has with them (giấy tờ đã có); one row a procedure."""

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    procedure_code = models.CharField(max_length=20)
    held = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    noted_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "visit", "procedure_code"),
                name="a_visit_has_one_paper_check_a_procedure",
            ),
        )


class Dossier(SealedRow, CentreModel):
    """A dossier that we help with (hồ sơ); the official one lives in the province's system."""

    code = models.CharField(max_length=12)
    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    procedure_code = models.CharField(max_length=20)
    procedure_row_id = models.BigIntegerField()
    procedure_title = models.TextField()
    answers = models.JSONField(default=dict)
    papers = models.JSONField(default=list)
    applicant_name = SealedTextField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    applicant_id_number = SealedTextField(
        purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default=""
    )
    applicant_address = SealedTextField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    applicant_phone = SealedTextField(purpose=PRINT, keep_days=KEEP_DAYS, blank=True, default="")
    accepted_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    due_words = models.TextField()
    due_certain = models.BooleanField()
    due_counted = models.JSONField(default=list)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "code"), name="a_dossier_code_is_one_dossier_in_a_centre"
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


class Handover(CentreModel):
    """The result in the right hands (trả kết quả): once for a dossier, unless it was undone."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="handovers")
    handed_over_at = models.DateTimeField()
    shown = models.CharField(max_length=40)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("dossier",),
                condition=Q(undone_at=None),
                name="a_dossier_is_handed_over_once",
            ),
        )
