"""Somebody asked for a person: to a place, silently in danger, or by a call back."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow, SealedTextField

KEEP_ALARM_DAYS = 90  # after it was closed: long enough to show that the term was kept
KEEP_CALLBACK_DAYS = 30  # unanswered; an answered one is blanked at once
SAFETY = "bring an officer and show that the law's term was kept"
CALL_BACK = "call back about one question"


class HelpCall(CentreModel):
    """Somebody at a place asks for a person (gọi người đến giúp). It says where, not why.

    The asker is a machine, for who stands at it, or a volunteer who is not sure.
    """

    asker_kind = models.CharField(max_length=12)
    asker_id = models.PositiveBigIntegerField()
    place = models.CharField(max_length=80)
    wants_officer = models.BooleanField()
    called_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    taken_by_id = models.PositiveBigIntegerField(null=True)

    class Meta:
        app_label = "reception"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "asker_kind", "asker_id"),
                condition=Q(taken_at__isnull=True),
                name="who_asks_calls_one_person_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True) | Q(taken_at__gte=F("called_at")),
                name="a_person_comes_after_being_called",
            ),
        )


class Alarm(SealedRow, CentreModel):
    """Somebody is in danger and pressed for an officer (báo nguy). What they typed is not kept."""

    place = models.CharField(max_length=80)
    danger = SealedTextField(purpose=SAFETY, keep_days=KEEP_ALARM_DAYS)
    done = SealedJSONField(purpose=SAFETY, keep_days=KEEP_ALARM_DAYS, blank=True, default="")
    raised_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    taken_by_id = models.PositiveBigIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by_id = models.PositiveBigIntegerField(null=True)

    class Meta:
        app_label = "reception"
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(taken_at__isnull=False),
                name="an_alarm_closes_after_somebody_took_it",
            ),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True) | Q(taken_at__gte=F("raised_at")),
                name="an_alarm_is_taken_after_it_was_raised",
            ),
        )


class Callback(SealedRow, CentreModel):
    """A question left outside the hours, with consent to be called (câu hỏi chờ gọi lại)."""

    question = SealedTextField(purpose=CALL_BACK, keep_days=KEEP_CALLBACK_DAYS, blank=True)
    called_as = SealedTextField(purpose=CALL_BACK, keep_days=KEEP_CALLBACK_DAYS, blank=True)
    phone = SealedTextField(purpose=CALL_BACK, keep_days=KEEP_CALLBACK_DAYS, blank=True)
    text_only = models.BooleanField(default=False)
    left_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by_id = models.PositiveBigIntegerField(null=True)
    answered = models.BooleanField(null=True)

    class Meta:
        app_label = "reception"
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, answered__isnull=True)
                | Q(closed_at__isnull=False, answered__isnull=False),
                name="a_closed_callback_says_whether_it_was_answered",
            ),
        )
