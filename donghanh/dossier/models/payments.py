"""What is to be paid, how it was paid, and what the account's own record says."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

from .dossier import KEEP_DAYS, Dossier

SAY_WHY = "show and print what is paid, line by line with why"


class Charge(SealedRow, CentreModel):
    """What somebody is asked to pay, or is spared (khoản phải nộp). It is no receipt.

    `lines`: [words, đồng, why]; sealed, because who is spared says who somebody is. `reference`
    stands in the transfer's content.
    """

    dossier = models.ForeignKey(
        Dossier, null=True, on_delete=models.PROTECT, related_name="charges"
    )
    reference = models.CharField(max_length=12)
    lines = SealedJSONField(purpose=SAY_WHY, keep_days=KEEP_DAYS)
    vnd = models.PositiveIntegerField()
    charged_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()
    voided_at = models.DateTimeField(null=True)
    voided_why = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS, blank=True, default="")

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "reference"), name="a_reference_is_one_charge_in_a_centre"
            ),
        )
        indexes = (models.Index(fields=("centre", "charged_at"), name="charges_by_day"),)


class StatementLine(CentreModel):
    """A line of the account's statement that brought money (dòng sao kê).

    What was written beside the money is not kept: it names people and banks. `fingerprint` keeps a
    line from counting twice.
    """

    fingerprint = models.CharField(max_length=64)
    bank_number = models.CharField(max_length=60, blank=True, default="")
    booked_on = models.DateField()
    vnd = models.PositiveBigIntegerField()
    booking = models.CharField(max_length=16)
    charge = models.ForeignKey(Charge, null=True, on_delete=models.PROTECT, related_name="+")
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


class Payment(SealedRow, CentreModel):
    """A charge is paid: in cash over the counter, or by a line of the account's own record."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="payments")
    way = models.CharField(max_length=8)
    vnd = models.PositiveIntegerField()
    paid_at = models.DateTimeField()
    taken_by_id = models.PositiveBigIntegerField()
    statement_line = models.OneToOneField(
        StatementLine, null=True, on_delete=models.PROTECT, related_name="payment"
    )
    undone_at = models.DateTimeField(null=True)
    undone_why = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS, blank=True, default="")

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("charge",), condition=Q(undone_at=None), name="a_charge_is_paid_once"
            ),
            models.CheckConstraint(
                condition=Q(way="cash", statement_line__isnull=True)
                | Q(way="transfer", statement_line__isnull=False),
                name="a_transfer_is_paid_by_the_accounts_record",
            ),
        )
        indexes = (models.Index(fields=("centre", "paid_at"), name="payments_by_day"),)


class CashCount(SealedRow, CentreModel):
    """The cash box was counted at the end of a day (kiểm quỹ). The newest count holds."""

    day = models.DateField()
    opening_vnd = models.PositiveIntegerField()
    expected_vnd = models.BigIntegerField()
    counted_vnd = models.PositiveIntegerField()
    reason = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS, blank=True, default="")
    counted_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()

    class Meta:
        app_label = "dossier"
        indexes = (models.Index(fields=("centre", "day"), name="cash_counts_by_day"),)
