"""The account's own record, as a bank's file brought it."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


class StatementLine(CentreModel):
    """A line of the account's statement that brought money (dòng sao kê).

    What was written beside the money is not kept: it names people and banks. `fingerprint` keeps a
    line from counting twice. `charge`: the one that it names.
    """

    fingerprint = models.CharField(max_length=64)
    bank_number = models.CharField(max_length=60, blank=True, default="")
    booked_on = models.DateField()
    vnd = models.PositiveBigIntegerField()
    booking = models.CharField(max_length=16)
    charge = models.ForeignKey(
        "dossier.Charge", null=True, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "fingerprint"), name="a_line_of_the_account_counts_once"
            ),
        )
        indexes = (models.Index(fields=("centre", "booked_on"), name="statement_lines_by_day"),)


class StatementImport(CentreModel):
    """A file of the account's own record was read (sao kê). `bad`: [row number, why]."""

    rows_read = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    bad = models.JSONField(default=list)
    imported_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"


class StatementMapping(CentreModel):
    """Which column of a bank's file is what, as somebody chose: field -> heading.

    `shape` is made from the headings, so that a file of another bank is asked about anew.
    """

    shape = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    noted_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "shape"), name="a_shape_of_file_has_one_mapping"
            ),
        )
