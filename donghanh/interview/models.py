"""Tables of the interview: who sits with whom, and what was answered so far."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

from .draft_rules import KEEP_DAYS_MAX, KEEP_PORTAL_DAYS

FILL_IN = "fill in this visitor's forms"
ASK_AFTER = "answer the citizen who asks where the dossier filed online stands"


class Sitting(CentreModel):
    """A helper sits with a visitor (buổi ngồi cùng) and declared that it is not for themselves."""

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    helper_id = models.PositiveBigIntegerField()
    counter_number = models.PositiveSmallIntegerField(null=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "interview"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "helper_id"),
                condition=Q(ended_at__isnull=True),
                name="a_helper_sits_with_one_visitor_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(seen_at__gte=F("began_at")),
                name="a_helper_is_seen_after_sitting_down",
            ),
        )


class Draft(SealedRow, CentreModel):
    """What one visit answered of one form (tờ khai đang làm): for a day, or with consent longer.

    `content` is what `keeping.py` makes of answers; blank once `wiped_at`.
    """

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    form_id = models.CharField(max_length=60)
    version = models.CharField(max_length=60)
    day = models.DateField()
    kept_to = models.DateField()
    content = SealedJSONField(purpose=FILL_IN, keep_days=KEEP_DAYS_MAX, blank=True, default="")
    portal_code = SealedTextField(
        purpose=ASK_AFTER, keep_days=KEEP_PORTAL_DAYS, blank=True, default=""
    )
    opened_by_id = models.PositiveBigIntegerField()
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    consented_at = models.DateTimeField(null=True)
    copied_at = models.DateTimeField(null=True)
    wiped_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "interview"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "visit", "form_id"),
                condition=Q(wiped_at__isnull=True),
                name="a_visit_has_one_open_draft_a_form",
            ),
            models.CheckConstraint(
                condition=Q(kept_to=F("day")) | Q(kept_to__gt=F("day"), consented_at__isnull=False),
                name="a_draft_outlives_its_day_only_with_consent",
            ),
        )
        indexes = (models.Index(fields=("centre", "kept_to"), name="drafts_by_their_last_day"),)
