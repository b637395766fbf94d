"""The table of visits."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import KeyLost, SealedJSONField, SealedRow, SealedTextField

SUPPORT = "help this visitor today and set the standing"


class Visit(SealedRow, CentreModel):
    """One coming of one person (lượt đến). No name is ever asked here."""

    day = models.DateField()
    slip_code = models.CharField(max_length=8)
    procedure_codes = models.JSONField(default=list)
    for_other = models.BooleanField(default=False)
    called_as = models.CharField(max_length=12, blank=True)
    hamlet = models.CharField(max_length=80, blank=True)
    seat = models.CharField(max_length=40, blank=True)
    needs = SealedJSONField(purpose=SUPPORT, keep_days=1, blank=True, default="")
    groups = SealedJSONField(purpose=SUPPORT, keep_days=1, blank=True, default="")
    standing_reason = SealedTextField(purpose=SUPPORT, keep_days=1, blank=True, default="")
    standing_level = models.PositiveSmallIntegerField()
    standing_confirmed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "reception"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "slip_code"), name="a_slip_code_is_one_visit_in_a_centre"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=models.F("opened_at")),
                name="a_visit_closes_after_it_opens",
            ),
        )
        indexes = (models.Index(fields=("centre", "day"), name="visits_of_a_centre_by_day"),)

    def needs_and_groups(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what helps, none where the key is lost: the day closes all the same."""
        try:
            return tuple(self.needs), tuple(self.groups)
        except KeyLost:
            return (), ()
