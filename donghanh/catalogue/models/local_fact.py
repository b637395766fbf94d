"""What one centre knows itself, over what the product says."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel, Scope


class LocalFact(CentreModel):
    """A fact an office added: address, hours, the province's fee, who accepts what.

    Never changed: a newer one stands before it. `beneath_hash` is the text of the product it was
    written over; when that has changed, the office looks again (phải xem lại).
    """

    scope: ClassVar[Scope] = Scope.CENTRE

    subject = models.CharField(max_length=100)
    kind = models.CharField(max_length=16)
    value = models.TextField()
    source = models.TextField()
    noted_on = models.DateField()
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()
    expires_on = models.DateField(null=True)
    beneath_hash = models.CharField(max_length=64, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        app_label = "catalogue"
        constraints = (
            models.CheckConstraint(
                condition=~Q(value="") & ~Q(source=""), name="a_local_fact_has_value_and_source"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=models.F("noted_on")),
                name="a_local_fact_expires_after_it_was_noted",
            ),
        )
        indexes = (models.Index(fields=("centre", "subject"), name="local_facts_of_a_subject"),)


class LocalFactEnd(CentreModel):
    """The office says that a fact no longer holds. The fact stays as it was written."""

    scope: ClassVar[Scope] = Scope.CENTRE

    fact = models.OneToOneField(LocalFact, on_delete=models.PROTECT, related_name="end")
    ends_on = models.DateField()
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        app_label = "catalogue"
