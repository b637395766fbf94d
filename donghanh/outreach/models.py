"""Tables of the outreach room."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel


class Print(CentreModel):
    """What was printed or filmed, and from which rows of the catalogue (bản in)."""

    kind = models.CharField(max_length=16)
    subject = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    size = models.CharField(max_length=8, blank=True)
    copies = models.PositiveIntegerField()
    rows = models.JSONField()
    revision = models.PositiveIntegerField()
    check_again_on = models.DateField()
    ordered_at = models.DateTimeField()
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()

    class Meta:
        app_label = "outreach"
        indexes = (models.Index(fields=("centre", "ordered_at"), name="prints_by_day"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(copies__gte=1), name="a_print_has_at_least_one_copy"
            ),
        )


class Placing(CentreModel):
    """Where copies of a print hang or lie, and since when (nơi treo)."""

    print = models.ForeignKey(Print, on_delete=models.PROTECT, related_name="placings")
    where = models.CharField(max_length=120)
    placed_at = models.DateTimeField()
    taken_down_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "outreach"
        constraints = (
            models.CheckConstraint(
                condition=Q(taken_down_at=None) | Q(taken_down_at__gte=models.F("placed_at")),
                name="a_print_is_taken_down_after_it_was_placed",
            ),
        )


class FilmMade(CentreModel):
    """How the making of a film ended: with its files, or with what stood in the way."""

    print = models.OneToOneField(Print, on_delete=models.PROTECT, related_name="film")
    made_at = models.DateTimeField()
    fault = models.CharField(max_length=300, blank=True)

    class Meta:
        app_label = "outreach"
