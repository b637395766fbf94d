"""Tables of the messaging room: who agreed, what was to be said, what came of each try."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow

from .records import Channel, Outcome

TELL = "tell this person about this one matter"
KEEP_DAYS = 180  # at most; it is blanked as soon as the matter is done


class Consent(SealedRow, CentreModel):
    """Somebody agreed to be told of one matter (đồng ý nhận tin).

    `reach` is address, person and whether messages only; `ended_at`: withdrawn or done, and blank.
    """

    subject_kind = models.CharField(max_length=16)
    subject_id = models.BigIntegerField()
    channel = models.CharField(max_length=8, choices=[(c.value, c.value) for c in Channel])
    hamlet = models.CharField(max_length=80, blank=True)
    reach = SealedJSONField(purpose=TELL, keep_days=KEEP_DAYS, blank=True, default="")
    agreed_at = models.DateTimeField()
    keep_until_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "messaging"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "subject_kind", "subject_id"),
                condition=Q(ended_at=None),
                name="one_consent_stands_for_a_matter",
            ),
        )


class HamletList(CentreModel):
    """A list that a hamlet's head was asked to pass on (danh sách nhờ báo giúp)."""

    hamlet = models.CharField(max_length=80)
    made_at = models.DateTimeField()

    class Meta:
        app_label = "messaging"


class Message(CentreModel):
    """One thing to be said, noted before anything is sent (tin nhắn).

    `next_at`: when the machine tries; None while it tries, and when a person is to do it. From
    `until_at` on it would be wrong to say it. `slots` are place, code, hour and counter: neither
    they nor the words hold a name or a contact.
    """

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=24)
    channel = models.CharField(max_length=8)
    words = models.TextField()
    title = models.CharField(max_length=80, blank=True)
    slots = models.JSONField(default=dict)
    come_on = models.DateField(null=True)
    sending_key = models.UUIDField(unique=True)
    intended_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    hamlet_list = models.ForeignKey(
        HamletList, null=True, on_delete=models.PROTECT, related_name="messages"
    )

    class Meta:
        app_label = "messaging"
        indexes = (
            models.Index(
                fields=("centre", "next_at"),
                condition=Q(sent_at=None, told_at=None, dropped_at=None),
                name="messages_not_settled",
            ),
        )


class Attempt(CentreModel):
    """One try. Begun but never ended: the machine died, nobody knows.

    `by_person`: somebody called and reached nobody.
    """

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attempts")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(
        max_length=8, blank=True, choices=[(o.value, o.value) for o in Outcome]
    )
    reason = models.CharField(max_length=60, blank=True)
    by_person = models.BooleanField(default=False)

    class Meta:
        app_label = "messaging"
        constraints = (
            models.UniqueConstraint(
                fields=("message",),
                condition=Q(ended_at=None),
                name="a_message_is_tried_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, outcome="") | (~Q(ended_at=None) & ~Q(outcome="")),
                name="an_ended_try_has_an_outcome",
            ),
        )


class Reading(CentreModel):
    """Up to when the events of a centre were read for things to be told."""

    read_to_at = models.DateTimeField()

    class Meta:
        app_label = "messaging"
        constraints = (
            models.UniqueConstraint(fields=("centre",), name="a_centre_is_read_by_one_row"),
        )
