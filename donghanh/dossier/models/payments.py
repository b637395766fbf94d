"""What is to be paid, how it was paid, what goes back, and the cash box."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

from .dossier import KEEP_DAYS, Dossier
from .statements import StatementLine

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


class Payment(SealedRow, CentreModel):
    """A charge is paid: in cash over the counter, or by a line of the account's own record.

    `vnd`: what this payment brought; parts that came before by transfer are settled lines.
    """

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


class Settlement(SealedRow, CentreModel):
    """What a person made of a line that fitted nothing exactly (xử lý khoản lệch)."""

    line = models.ForeignKey(StatementLine, on_delete=models.PROTECT, related_name="settlements")
    charge = models.ForeignKey(Charge, null=True, on_delete=models.PROTECT, related_name="parts")
    settling = models.CharField(max_length=12)
    why = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS)
    settled_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.UniqueConstraint(
                fields=("line",), condition=Q(undone_at=None), name="a_line_is_settled_once"
            ),
        )


class Refund(SealedRow, CentreModel):
    """Money that goes back to who paid (hoàn trả): one asks, another one agrees and it is gone.

    Of a payment, or of a line of the account's record. `order_number`: the bank order's.
    """

    payment = models.ForeignKey(
        Payment, null=True, on_delete=models.PROTECT, related_name="refunds"
    )
    line = models.ForeignKey(
        StatementLine, null=True, on_delete=models.PROTECT, related_name="refunds"
    )
    vnd = models.PositiveBigIntegerField()
    why = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS)
    asked_at = models.DateTimeField()
    asked_by_id = models.PositiveBigIntegerField()
    agreed_at = models.DateTimeField(null=True)
    agreed_by_id = models.PositiveBigIntegerField(null=True)
    order_number = models.CharField(max_length=60, blank=True, default="")
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(
                condition=Q(agreed_by_id=None) | ~Q(agreed_by_id=F("asked_by_id")),
                name="money_goes_back_only_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(payment__isnull=False) | Q(line__isnull=False),
                name="a_refund_is_of_a_payment_or_of_a_line",
            ),
            models.UniqueConstraint(
                fields=("payment",), condition=Q(dropped_at=None), name="a_payment_goes_back_once"
            ),
            models.UniqueConstraint(
                fields=("line",), condition=Q(dropped_at=None), name="a_line_goes_back_once"
            ),
        )


class CashCount(SealedRow, CentreModel):
    """The cash box was counted at the end of a day (kiểm quỹ). The newest count holds.

    `carried_vnd`: what the count before had left in it, None before the first.
    """

    day = models.DateField()
    carried_vnd = models.BigIntegerField(null=True)
    opening_vnd = models.PositiveIntegerField()
    expected_vnd = models.BigIntegerField()
    counted_vnd = models.PositiveIntegerField()
    reason = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS, blank=True, default="")
    counted_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()

    class Meta:
        app_label = "dossier"
        indexes = (models.Index(fields=("centre", "day"), name="cash_counts_by_day"),)


class CashHanding(SealedRow, CentreModel):
    """Cash went from the box to the treasurer (nộp thủ quỹ). `slip_number`: that of the paper."""

    vnd = models.PositiveIntegerField()
    to_whom = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS)
    slip_number = models.CharField(max_length=40, blank=True, default="")
    handed_at = models.DateTimeField()
    by_id = models.PositiveBigIntegerField()
    undone_at = models.DateTimeField(null=True)
    undone_why = SealedTextField(purpose=SAY_WHY, keep_days=KEEP_DAYS, blank=True, default="")

    class Meta:
        app_label = "dossier"
        constraints = (
            models.CheckConstraint(condition=Q(vnd__gt=0), name="no_handing_of_nothing_at_all"),
        )
        indexes = (models.Index(fields=("centre", "handed_at"), name="cash_handings_by_day"),)
