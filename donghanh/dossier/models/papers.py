"""Papers that somebody has with them."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


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
