"""What was taken in and when, and the number that tells every process to look again."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID, uuid4

from django.db import models
from django.db.models import F, Q

from donghanh.base.rows import one_row
from donghanh.base.scope import Scope, SharedModel

from .immutable import Immutable


class Load(Immutable):
    """One taking-in of content files or of the national catalogue, with its report."""

    verb = models.CharField(max_length=48)
    loaded_at = models.DateTimeField()
    source = models.CharField(max_length=200, blank=True)
    report = models.JSONField()

    class Meta:
        app_label = "catalogue"


class Revision(SharedModel):
    """The one row that changes with every change of the catalogue.

    `number` is for people and page feet. `stamp` is for memories: it is new at each change, so that
    a change that was rolled back never looks like the one that followed it.
    """

    scope: ClassVar[Scope] = Scope.SHARED

    number = models.PositiveIntegerField()
    stamp = models.UUIDField()

    class Meta:
        app_label = "catalogue"
        constraints = (
            models.CheckConstraint(
                condition=Q(id=1), name="there_is_one_revision_of_the_catalogue"
            ),
        )

    @classmethod
    def standing(cls) -> tuple[int, UUID | None]:
        """Return number and stamp; (0, None) before anything was taken in."""
        row = one_row(cls, "SELECT number, stamp FROM catalogue_revision WHERE id = 1")
        return (row[0], UUID(str(row[1]))) if row else (0, None)

    @classmethod
    def advance(cls) -> int:
        """Count one change, in the caller's transaction. Return the new number."""
        if not cls.objects.filter(id=1).update(number=F("number") + 1, stamp=uuid4()):
            cls.objects.create(id=1, number=1, stamp=uuid4())
        return cls.objects.get(id=1).number
