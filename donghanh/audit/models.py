"""What happened, in the order it was written down."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, NoReturn
from uuid import UUID

from django.db import models

from donghanh.base.rows import change, one_row
from donghanh.base.scope import Scope


class AppendOnly(Exception):
    """Someone tried to change or remove what was written down."""


class EventQuerySet(models.QuerySet["Event", "Event"]):
    """Events can be added and read, nothing else."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly("events are not changed")

    def delete(self) -> NoReturn:
        raise AppendOnly("events are not removed")


class Event(models.Model):
    """A verb that was done (sự kiện). No foreign keys: it outlives what it tells of."""

    scope: ClassVar[Scope] = Scope.CENTRE

    centre_id = models.BigIntegerField(default=0)  # 0: the whole installation
    verb = models.CharField(max_length=48)
    subject_id = models.BigIntegerField()
    actor_kind = models.CharField(max_length=12)
    actor_id = models.BigIntegerField()
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    key = models.UUIDField()

    objects = EventQuerySet.as_manager()

    class Meta:
        app_label = "audit"
        constraints = (
            models.UniqueConstraint(
                fields=("centre_id", "key"), name="a_key_records_one_event_in_a_centre"
            ),
        )
        indexes = (
            models.Index(fields=("centre_id", "recorded_at"), name="events_of_a_centre_by_time"),
        )

    @classmethod
    def of_key(cls, centre_id: int, key: UUID) -> tuple[str, int] | None:
        """Return verb and subject of the event that a key made, None for a new key."""
        made = one_row(
            cls,
            "SELECT verb, subject_id FROM audit_event WHERE centre_id = %s AND key = %s",
            centre_id,
            key,
        )
        return (made[0], made[1]) if made else None

    def write(self, *, unless_after: datetime) -> bool:
        """Write the event, in one statement. False when the centre has one of a later time."""
        return bool(
            change(
                Event,
                "INSERT INTO audit_event (centre_id, verb, subject_id, actor_kind, actor_id,"
                " happened_at, recorded_at, key) SELECT %s, %s, %s, %s, %s, %s, %s, %s WHERE NOT"
                " EXISTS (SELECT 1 FROM audit_event WHERE centre_id = %s AND recorded_at > %s)",
                self.centre_id,
                self.verb,
                self.subject_id,
                self.actor_kind,
                self.actor_id,
                self.happened_at,
                self.recorded_at,
                self.key,
                self.centre_id,
                unless_after,
            )
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnly("events are not changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("events are not removed")


class Digest(models.Model):
    """One fingerprint of a centre's events of a day: a changed past no longer fits it."""

    scope: ClassVar[Scope] = Scope.CENTRE

    centre_id = models.BigIntegerField()
    day = models.DateField()
    events = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        app_label = "audit"
        constraints = (
            models.UniqueConstraint(fields=("centre_id", "day"), name="a_day_has_one_digest"),
        )
