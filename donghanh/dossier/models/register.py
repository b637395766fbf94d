"""The province's register, as it was taken in from a file."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel

from .dossier import Dossier


class RegisterMapping(CentreModel):
    """Which column of the province's file holds what, as the centre last said: field -> heading."""

    columns = models.JSONField(default=dict)
    noted_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(fields=("centre",), name="a_centre_has_one_register_mapping"),
        )


class RegisterImport(CentreModel):
    """One file that was taken in: how many rows, and which were bad: [[number, why], …].

    `doubled`: [[number, why], …] of rows that say something else of a dossier than another row.
    """

    rows_read = models.PositiveIntegerField()
    linked = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    bad = models.JSONField(default=list)
    doubled = models.JSONField(default=list)
    imported_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"


class RegisterLine(CentreModel):
    """A dossier as the province's register has it (dòng sổ của tỉnh). It names no person.

    `passed_over`: which news of it an officer said is none here.
    """

    code = models.CharField(max_length=48)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="register_lines", null=True
    )
    title = models.CharField(max_length=400, blank=True, default="")
    deciding_body = models.CharField(max_length=160, blank=True, default="")
    status_words = models.CharField(max_length=120, blank=True, default="")
    accepted_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    imported_at = models.DateTimeField()
    passed_over = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "code"), name="a_register_line_is_one_code_in_a_centre"
            ),
        )
